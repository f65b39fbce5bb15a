import { localDate } from '../conversation/index.ts';
import type { Clock, Database } from '../database/index.ts';
import type { Translator } from '../locales/index.ts';
import {
  addHelpLine,
  type Danger,
  dangersWithout,
  editHelpLine,
  type HelpLine,
  type HelpLineOutcome,
  type HelpLineRefusal,
  helpLines,
  isUnverified,
  mostShownHelpLines,
  moveHelpLine,
  showHelpLine,
  verifiedDays,
  verifyHelpLine,
} from '../tutor/index.ts';
import { confirmFirst, emptyForm, type FormState, readFields } from './fields.tsx';
import { leadTo } from './flash.ts';
import { HelpLineForm, helpLineForm, writtenOf } from './help-line-form.tsx';
import { HelpLineCard, HelpLinePreviews, helpLinesPath as list } from './help-line-parts.tsx';
import { mayUse, page, refusal } from './layout.tsx';
import type { ConsoleContext, Pages } from './pages.ts';

export interface HelpLinePagesOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly timezone: string;
}

const refusals = {
  not_found: 'console-no-help-line',
  number_taken: 'console-help-line-taken',
  too_many: 'console-help-line-too-many',
} as const satisfies Readonly<Record<HelpLineRefusal, string>>;

/** The telephone numbers that people in danger are given, with the very texts in which they stand. */
export function addHelpLinePages(pages: Pages, { database, clock, timezone }: HelpLinePagesOptions): void {
  const today = (): string => localDate(clock(), timezone);
  const by = (c: ConsoleContext) => ({ staffId: c.var.member.id, at: clock() });

  pages.on('GET /console/help-lines', async (c) => {
    const { frame } = c.var;
    const { t } = frame;
    const lines = await helpLines(database.db);
    const without = dangersWithout(lines);
    return page(frame, {
      title: t('console-help-lines'),
      children: (
        <>
          <h1>{t('console-help-lines')}</h1>
          <p>{t('console-help-lines-what', { days: verifiedDays })}</p>
          {without.length > 0 && (
            <p class="notice alarm">{t('console-help-lines-none', { for: namesOf(t, without) })}</p>
          )}
          {mayUse(frame, 'GET /console/help-lines/new') && (
            <p>
              <a class="button" href={`${list}/new`}>
                {t('console-help-line-add')}
              </a>
            </p>
          )}
          {lines.map((line, at) => (
            <HelpLineCard line={line} isFirst={at === 0} isLast={at === lines.length - 1} today={today()} />
          ))}
          <h2>{t('console-help-lines-preview')}</h2>
          <p>{t('console-help-lines-preview-what')}</p>
          <HelpLinePreviews lines={lines} />
        </>
      ),
    });
  });

  function formPage(c: ConsoleContext, line: HelpLine | undefined, state: FormState): Response {
    const { frame } = c.var;
    const title =
      line === undefined ? frame.t('console-help-line-add') : `${frame.t('console-help-line-edit')}: ${line.number}`;
    return page(frame, {
      title,
      status: Object.keys(state.problems).length > 0 ? 422 : 200,
      children: (
        <>
          <p>
            <a href={list}>{frame.t('console-help-lines')}</a>
          </p>
          <h1>{title}</h1>
          <p>{frame.t(line === undefined ? 'console-help-line-add-what' : 'console-help-line-edit-what')}</p>
          <HelpLineForm action={line === undefined ? list : `${list}/${line.id}`} state={state} />
        </>
      ),
    });
  }

  const lineHere = async (c: ConsoleContext): Promise<HelpLine | undefined> =>
    (await helpLines(database.db)).find(({ id }) => id === idOf(c));

  pages.on('GET /console/help-lines/new', (c) => formPage(c, undefined, emptyForm));

  pages.on('GET /console/help-lines/:id', async (c) => {
    const line = await lineHere(c);
    if (line === undefined) return refusal(c.var.frame, 404, 'console-no-help-line');
    return formPage(c, line, { given: writtenOf(line), problems: {} });
  });

  pages.on('POST /console/help-lines', async (c) => {
    const read = readFields(c.var.form, helpLineForm);
    if (!read.ok) return formPage(c, undefined, read.state);
    const outcome = await addHelpLine(database, read.values, by(c));
    return outcome.ok ? told(c, 'console-help-line-added') : refilled(c, undefined, outcome.refusal);
  });

  pages.on('POST /console/help-lines/:id', async (c) => {
    const line = await lineHere(c);
    if (line === undefined) return refusal(c.var.frame, 404, 'console-no-help-line');
    const read = readFields(c.var.form, helpLineForm);
    if (!read.ok) return formPage(c, line, read.state);
    const outcome = await editHelpLine(database, line.id, read.values, by(c));
    if (!outcome.ok) return refilled(c, line, outcome.refusal);
    const isNewNumber = line.verifiedOn !== null && outcome.line.verifiedOn === null;
    return told(c, isNewNumber ? 'console-help-line-renumbered' : 'console-help-line-saved');
  });

  /** What was written stays in the form when it could not be kept. */
  function refilled(c: ConsoleContext, line: HelpLine | undefined, why: HelpLineRefusal): Response {
    if (why === 'not_found') return refusal(c.var.frame, 404, refusals.not_found);
    const given = Object.fromEntries([...c.var.form].map(([name, value]) => [name, String(value)]));
    return formPage(c, line, { given, problems: { number: refusals[why] } });
  }

  const told = (c: ConsoleContext, key: string): Response => leadTo(c, list, { key });

  function after(c: ConsoleContext, outcome: HelpLineOutcome, key: string): Response {
    if (outcome.ok) return told(c, key);
    if (outcome.refusal === 'not_found') return refusal(c.var.frame, 404, refusals.not_found);
    return leadTo(c, list, { kind: 'problem', key: refusals[outcome.refusal], args: { most: mostShownHelpLines } });
  }

  pages.on('POST /console/help-lines/:id/show', async (c) =>
    after(c, await showHelpLine(database, idOf(c), true, by(c)), 'console-help-line-shown'),
  );

  pages.on('POST /console/help-lines/:id/hide', async (c) => {
    const { t } = c.var.frame;
    const lines = await helpLines(database.db);
    const line = lines.find(({ id }) => id === idOf(c));
    if (line === undefined) return refusal(c.var.frame, 404, 'console-no-help-line');
    const before = dangersWithout(lines);
    const left = dangersWithout(lines.filter((each) => each !== line)).filter((each) => !before.includes(each));
    const asked =
      left.length === 0
        ? undefined
        : confirmFirst(c, {
            title: t('console-help-line-hide'),
            text: t('console-help-line-last', { line: `${line.number} – ${line.nameVi}`, for: namesOf(t, left) }),
            button: t('console-help-line-hide'),
            back: list,
          });
    return asked ?? after(c, await showHelpLine(database, line.id, false, by(c)), 'console-help-line-hidden');
  });

  for (const way of ['up', 'down'] as const)
    pages.on(`POST /console/help-lines/:id/${way}`, async (c) =>
      after(c, await moveHelpLine(database, idOf(c), way, by(c)), 'console-help-line-moved'),
    );

  pages.on('POST /console/help-lines/:id/verify', async (c) =>
    after(c, await verifyHelpLine(database, idOf(c), today(), by(c)), 'console-help-line-verified'),
  );

  pages.overview(async (c) => {
    if (!mayUse(c.var.frame, 'POST /console/help-lines')) return [];
    const { t } = c.var.frame;
    const due = (await helpLines(database.db)).filter((line) => line.isShown && isUnverified(line, today()));
    if (due.length === 0) return [];
    return [
      { title: t('console-help-lines-due'), figure: due.length, href: list, text: t('console-help-lines-due-what') },
    ];
  });
}

/** The id in the address; one that cannot be an id finds nothing. */
function idOf(c: ConsoleContext): number {
  const id = c.req.param('id') ?? '';
  return /^\d{1,15}$/.test(id) ? Number(id) : 0;
}

const namesOf = (t: Translator, which: readonly Danger[]): string =>
  which.map((danger) => t('console-danger', { danger })).join(', ');
