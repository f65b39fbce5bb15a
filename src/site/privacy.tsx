import type { FC } from 'hono/jsx';
import type { Translator } from '../locales/index.ts';
import type { Locale } from '../message/index.ts';
import type { Operator } from './operator.ts';
import { Page } from './page.tsx';

/** For how long things are kept, as the program does it. */
export interface Kept {
  readonly chatDays: number;
  /** Days for which the proof of an erased person's consent is kept. */
  readonly proofDays: number;
  /** A model is connected, for who turned it on. */
  readonly hasModel: boolean;
  /** Minutes for which the link to one's data works. */
  readonly linkMinutes: number;
  /** Nightly backups that are kept; missing where the operator's database is backed up by other means. */
  readonly backups?: number;
}

interface PrivacyProps {
  readonly locale: Locale;
  readonly t: Translator;
  readonly canonical: string;
  readonly kept: Kept;
  readonly operator: Operator;
}

/** A list of what is named first and then explained. */
const Named: FC<{ entries: readonly (readonly [name: string, text: string])[] }> = ({ entries }) => (
  <dl class="named">
    {entries.map(([name, text]) => (
      <div>
        <dt>{name}</dt>
        <dd>{text}</dd>
      </div>
    ))}
  </dl>
);

const OperatorCard: FC<{ operator: Operator; t: Translator }> = ({ operator, t }) =>
  operator === undefined ? (
    <p class="notice">{t('privacy-operator-missing')}</p>
  ) : (
    <dl class="named">
      {operator.map(({ label, text }) => (
        <div>
          {label !== undefined && <dt>{label}</dt>}
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );

/** The public page on what is kept and why, who sees it, and what everybody can do about it in the chat. */
export const PrivacyPage: FC<PrivacyProps> = ({ locale, t, canonical, kept, operator }) => (
  <Page
    locale={locale}
    t={t}
    title={`${t('privacy-title')} – ${t('web-service')}`}
    description={t('privacy-intro')}
    canonical={canonical}
  >
    <p class="crumb">
      <a href={locale === 'vi' ? '/privacy?lang=en' : '/privacy'} hreflang={locale === 'vi' ? 'en' : 'vi'}>
        {t('web-language')}
      </a>
    </p>
    <h1>{t('privacy-title')}</h1>
    <p>{t('privacy-intro')}</p>

    <h2>{t('privacy-kept-title')}</h2>
    <Named
      entries={[
        [t('privacy-kept-chat'), t('privacy-kept-chat-why', { days: kept.chatDays })],
        [t('privacy-kept-wishes'), t('privacy-kept-wishes-why')],
        [t('privacy-kept-marks'), t('privacy-kept-marks-why')],
        [t('privacy-kept-facts'), t('privacy-kept-facts-why')],
        [t('privacy-kept-enrolments'), t('privacy-kept-enrolments-why')],
        [t('privacy-kept-workshops'), t('privacy-kept-workshops-why')],
        [t('privacy-kept-lessons'), t('privacy-kept-lessons-why', { days: kept.chatDays })],
        [t('privacy-kept-tutor'), t('privacy-kept-tutor-why', { days: kept.chatDays })],
        [t('privacy-kept-gaps'), t('privacy-kept-gaps-why')],
        [t('privacy-kept-reminders'), t('privacy-kept-reminders-why')],
        [t('privacy-kept-relatives'), t('privacy-kept-relatives-why')],
        [t('privacy-kept-classes'), t('privacy-kept-classes-why')],
        [t('privacy-kept-account'), t('privacy-kept-account-why')],
        [t('privacy-kept-consents'), t('privacy-kept-consents-why', { years: Math.round(kept.proofDays / 365) })],
        [t('privacy-kept-cases'), t('privacy-kept-cases-why', { days: kept.chatDays })],
        [t('privacy-kept-danger'), t('privacy-kept-danger-why')],
        [t('privacy-kept-faults'), t('privacy-kept-faults-why', { days: kept.chatDays })],
      ]}
    />
    <p>{t('privacy-not-kept')}</p>
    <p>{kept.backups === undefined ? t('privacy-backups-other') : t('privacy-backups', { count: kept.backups })}</p>

    <h2>{t('privacy-seen-title')}</h2>
    <ul>
      <li>{t('privacy-seen-operator')}</li>
      <li>{t('privacy-seen-staff')}</li>
      <li>{t('privacy-seen-organisers')}</li>
      <li>{t('privacy-seen-platforms')}</li>
      <li>{t('privacy-seen-model')}</li>
      <li>{t('privacy-seen-city')}</li>
    </ul>

    <h2>{t('privacy-rights-title')}</h2>
    <p>{t('privacy-rights-intro')}</p>
    <Named
      entries={[
        ['/toi', t('privacy-right-see')],
        ['/dulieu', t('privacy-right-download', { minutes: kept.linkMinutes })],
        ['/xoa', t('privacy-right-erase')],
        [t('privacy-right-correct'), t('privacy-right-correct-how')],
        ['/thongbao', t('privacy-right-announcements')],
        ['/dung', t('privacy-right-stop')],
        ['/ai', t('privacy-right-ai')],
        ['/nghiencuu', t('privacy-right-research')],
      ]}
    />
    <p>{t('privacy-consent')}</p>
    <p>{t('privacy-terms')}</p>

    <h2>{t('privacy-children-title')}</h2>
    <p>{t('privacy-children')}</p>

    <h2>{t('privacy-ai-title')}</h2>
    <p>{t('privacy-ai', { hasModel: kept.hasModel ? 'yes' : 'no' })}</p>

    <h2>{t('privacy-operator-title')}</h2>
    <OperatorCard operator={operator} t={t} />
    <p>{t('privacy-law')}</p>
  </Page>
);
