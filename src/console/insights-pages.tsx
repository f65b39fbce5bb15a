import { z } from 'zod';
import { day } from '../conversation/index.ts';
import type { Clock, Database } from '../database/index.ts';
import { isConcept } from '../discovery/index.ts';
import { figureParts, type PartName, partNames } from '../figures/index.ts';
import { answerWish, countedUntil, longestNote, wishAnswerKinds, withdrawWishAnswer } from '../insights/index.ts';
import { csvOf } from '../text/index.ts';
import { readFields } from './fields.tsx';
import { leadTo } from './flash.ts';
import { Form, mayUse, page, refusal, useFrame } from './layout.tsx';
import type { ConsoleContext, Pages } from './pages.ts';

export interface InsightsPagesOptions {
  readonly database: Database;
  readonly clock: Clock;
}

const root = '/console/insights';
const pathOf = (part: PartName): string => (part === 'years' ? root : `${root}/${part}`);

const answerFields = z.object({
  topic: z.string().max(100).refine(isConcept, 'console-insights-no-topic'),
  kind: z.enum(wishAnswerKinds),
  note: z.string().trim().min(1, 'console-insights-note-missing').max(longestNote, 'console-insights-note-long'),
});

/** The figures as everybody reads them, with more beside them, and what the city did about wishes that nothing fitted. */
export function addInsightsPages(pages: Pages, { database, clock }: InsightsPagesOptions): void {
  async function show(c: ConsoleContext, name: PartName): Promise<Response> {
    const { frame } = c.var;
    const { t, locale } = frame;
    const loaded = await figureParts[name].load(database.db, c.req.query());
    const until = await countedUntil(database.db);
    const { search } = new URL(c.req.url);
    const mayAnswer = mayUse(frame, 'POST /console/insights/answers');
    return page(frame, {
      title: t('numbers-part', { part: name }),
      children: (
        <>
          <h1>{t('numbers-part', { part: name })}</h1>
          <nav aria-label={t('numbers-title')}>
            <div class="actions">
              {partNames.map((each) => (
                <a href={pathOf(each)} aria-current={each === name ? 'page' : undefined}>
                  {t('numbers-part-short', { part: each })}
                </a>
              ))}
            </div>
          </nav>
          <p class="quiet">
            {until === undefined ? t('numbers-until-none') : t('numbers-until', { date: day(until) })}{' '}
            {t('numbers-rule')}
          </p>
          {loaded.body(
            { t, locale },
            {
              path: pathOf(name),
              file: `${root}/${name}/file${search}`,
              isStaff: true,
              ...(mayAnswer
                ? {
                    answerForm: (topic: string) => <AnswerForm topic={topic} />,
                    withdrawForm: (id: number) => <WithdrawForm id={id} />,
                  }
                : {}),
            },
          )}
        </>
      ),
    });
  }

  const partOf = (c: ConsoleContext): PartName | undefined => partNames.find((name) => name === c.req.param('part'));

  pages.on('GET /console/insights', (c) => show(c, 'years'));
  pages.on('GET /console/insights/:part', (c) => {
    const part = partOf(c);
    return part === undefined ? refusal(c.var.frame, 404, 'console-insights-no-part') : show(c, part);
  });
  pages.on('GET /console/insights/:part/file', async (c) => {
    const { frame } = c.var;
    const part = partOf(c);
    if (part === undefined) return refusal(frame, 404, 'console-insights-no-part');
    const loaded = await figureParts[part].load(database.db, c.req.query());
    c.header('Content-Disposition', `attachment; filename="ban-hoc-${part}.csv"`);
    return c.body(csvOf(loaded.rows(frame)), 200, { 'content-type': 'text/csv; charset=utf-8' });
  });

  pages.on('POST /console/insights/answers', async (c) => {
    const { frame, member, form } = c.var;
    const read = readFields(form, answerFields);
    if (!read.ok) return refusal(frame, 422, Object.values(read.state.problems)[0] ?? 'console-field-wrong');
    await answerWish(database, { ...read.values, staffId: member.id, at: clock() });
    return leadTo(c, pathOf('unmet'), { key: 'console-insights-answered' });
  });
  pages.on('POST /console/insights/answers/:id/withdraw', async (c) => {
    const { frame, member } = c.var;
    const given = c.req.param('id') ?? '';
    const id = /^\d{1,15}$/.test(given) ? Number(given) : 0;
    const found = await withdrawWishAnswer(database, id, { staffId: member.id, at: clock() });
    if (!found) return refusal(frame, 404, 'console-insights-no-answer');
    return leadTo(c, pathOf('unmet'), { key: 'console-insights-withdrawn' });
  });
}

const AnswerForm = ({ topic }: { readonly topic: string }) => {
  const { t } = useFrame();
  return (
    <details>
      <summary>{t('console-insights-answer')}</summary>
      <Form action={`${root}/answers`}>
        <input type="hidden" name="topic" value={topic} />
        <label>
          {t('console-insights-kind')}
          <select name="kind">
            {wishAnswerKinds.map((kind) => (
              <option value={kind}>{t('numbers-answer-kind', { kind })}</option>
            ))}
          </select>
        </label>
        <label>
          {t('console-insights-note')}
          <input name="note" required maxlength={longestNote} />
        </label>
        <button type="submit">{t('console-insights-save')}</button>
      </Form>
    </details>
  );
};

const WithdrawForm = ({ id }: { readonly id: number }) => {
  const { t } = useFrame();
  return (
    <Form action={`${root}/answers/${id}/withdraw`}>
      <button type="submit" class="secondary">
        {t('console-insights-withdraw')}
      </button>
    </Form>
  );
};
