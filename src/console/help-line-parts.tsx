import type { FC } from 'hono/jsx';
import { dangerInWords, day } from '../conversation/index.ts';
import { createTranslator } from '../locales/index.ts';
import { dangers, type HelpLine, isUnverified, textsOfHelpLines } from '../tutor/index.ts';
import { Form, mayUse, useFrame } from './layout.tsx';

export const helpLinesPath = '/console/help-lines';
const list = helpLinesPath;

/** A line with what may be done with it. */
export const HelpLineCard: FC<{ line: HelpLine; isFirst: boolean; isLast: boolean; today: string }> = (props) => {
  const frame = useFrame();
  const { line, isFirst, isLast, today } = props;
  const { t, locale } = frame;
  const [name, note, hours] =
    locale === 'vi' ? [line.nameVi, line.noteVi, line.hoursVi] : [line.nameEn, line.noteEn, line.hoursEn];
  const step = (verb: string, label: string, kind = 'secondary') => (
    <Form action={`${list}/${line.id}/${verb}`} class="inline">
      <button type="submit" class={kind} aria-label={`${label}: ${line.number} – ${name}`}>
        {label}
      </button>
    </Form>
  );
  return (
    <article>
      <h2>
        {line.number} – {name}
      </h2>
      <p>
        {[note, hours].filter((part) => part !== '').join(' · ')}
        <small class="under">
          {t(line.isShown ? 'console-help-line-is-shown' : 'console-help-line-is-hidden')} ·{' '}
          {t('console-help-line-for', { danger: line.concerns ?? 'both' })}
        </small>
      </p>
      <p class={isUnverified(line, today) ? 'notice alarm' : 'quiet'}>
        {line.verifiedOn === null
          ? t('console-help-line-never')
          : t(isUnverified(line, today) ? 'console-help-line-old' : 'console-help-line-checked', {
              date: day(line.verifiedOn),
            })}
      </p>
      {mayUse(frame, 'POST /console/help-lines/:id/verify') && (
        <div class="actions">
          {step('verify', t('console-help-line-verify'), '')}
          {step(line.isShown ? 'hide' : 'show', t(line.isShown ? 'console-help-line-hide' : 'console-help-line-show'))}
          {!isFirst && step('up', t('console-help-line-up'))}
          {!isLast && step('down', t('console-help-line-down'))}
          <a href={`${list}/${line.id}`} aria-label={`${t('console-help-line-edit')}: ${line.number} – ${name}`}>
            {t('console-help-line-edit')}
          </a>
        </div>
      )}
    </article>
  );
};

/** The answers that people in danger get now, in both languages. */
export const HelpLinePreviews: FC<{ lines: readonly HelpLine[] }> = ({ lines }) => {
  const { t } = useFrame();
  return (
    <div class="previews">
      {dangers.flatMap((danger) =>
        (['vi', 'en'] as const).map((locale) => (
          <section class="preview">
            <h3>
              {t('console-danger', { danger })} · {locale === 'vi' ? 'Tiếng Việt' : 'English'}
            </h3>
            <div class="phone">
              <div class="bubble" lang={locale}>
                {dangerInWords(createTranslator(locale), danger, textsOfHelpLines(lines, locale, danger))}
              </div>
            </div>
          </section>
        )),
      )}
    </div>
  );
};
