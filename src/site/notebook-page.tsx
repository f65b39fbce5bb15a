import type { FC } from 'hono/jsx';
import { criterionState, day, evidenceLine, localDate, ruleInWords } from '../conversation/index.ts';
import type { Notebook } from '../learning/index.ts';
import type { Translator } from '../locales/index.ts';
import type { Locale } from '../message/index.ts';
import { Page } from './page.tsx';

/** The notebook as a page to read and print: every criterion with all its evidence. */
export const NotebookPage: FC<{
  readonly notebook: Notebook;
  readonly locale: Locale;
  readonly t: Translator;
  readonly timezone: string;
  /** For how long its link opens. */
  readonly minutes: number;
}> = ({ notebook, locale, t, timezone, minutes }) => {
  const { criteria, standings, at } = notebook;
  const title = locale === 'en' ? criteria.english : criteria.title;
  const on = (moment: Date): string => day(localDate(moment, timezone));
  return (
    <Page locale={locale} t={t} title={t('notebook-page-title')} description={t('notebook-page-title')} isHidden>
      <h1>{t('notebook-title', { title })}</h1>
      {criteria.sample && (
        <p class="notice" role="note">
          {t('notebook-sample')}
        </p>
      )}
      <p>
        {t('notebook-page-day', { day: on(at) })}.{' '}
        {t('notebook-met', { met: standings.filter(({ isMet }) => isMet).length, of: standings.length })}
      </p>
      {standings.map((standing) => (
        <section>
          <h2>
            {locale === 'en' ? standing.criterion.english : standing.criterion.title}: {criterionState(t, standing)}
          </h2>
          {locale === 'vi' && <p>{standing.criterion.about}</p>}
          {standing.rules.map((rule) => (
            <>
              <p>{ruleInWords(t, rule).replace(/^– /, '')}</p>
              <ul class="facts">
                {rule.facts
                  .filter((fact) => fact.title !== '')
                  .map((fact) => (
                    <li>{evidenceLine(t, fact, on(fact.at)).replace(/^• /, '')}</li>
                  ))}
              </ul>
            </>
          ))}
        </section>
      ))}
      <p>{t('notebook-elsewhere')}</p>
      <p class="on-screen">{t('notebook-page-print', { minutes })}</p>
    </Page>
  );
};
