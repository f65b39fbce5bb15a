import type { Clock, Database } from '../database/index.ts';
import { type ModerationState, tutorFigures } from '../tutor/index.ts';
import { page } from './layout.tsx';
import type { Pages } from './pages.ts';
import { Table } from './table.tsx';

/** Whether a moderation model reads along; `elsewhere`: it is asked by other processes, which know whether it answers. */
export type ShownModeration = ModerationState | 'off' | 'elsewhere';

export interface TutorPagesOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly timezone: string;
  /** The model that is connected and what it may cost a day, in dollars; none: the lessons alone answer. */
  readonly tutorModel:
    | { readonly name: string; readonly dailyBudgetUsd: number; readonly moderation: () => ShownModeration }
    | undefined;
}

const shownDays = 14;

/** How the AI tutor does: how much is asked, what it costs, and why the lessons answered in its place. Figures only: nobody reads what was asked. */
export function addTutorPages(pages: Pages, { database, clock, timezone, tutorModel }: TutorPagesOptions): void {
  pages.on('GET /console/tutor', async (c) => {
    const { frame } = c.var;
    const { t } = frame;
    const now = clock();
    const since = new Date(now.getTime() - shownDays * 86_400_000);
    const { days, reasons } = await tutorFigures(database.db, { since, timezone });
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: timezone }).format(now);
    const spent = (days.find(({ day }) => day === today)?.microUsd ?? 0) / 1e6;
    const budget = tutorModel?.dailyBudgetUsd ?? 0;
    return page(frame, {
      title: t('console-tutor'),
      children: (
        <>
          <h1>{t('console-tutor')}</h1>
          <p>{t('console-tutor-what')}</p>
          {tutorModel === undefined ? (
            <p>{t('console-tutor-off')}</p>
          ) : (
            <>
              <p>
                {t('console-tutor-on', { model: tutorModel.name, spent: spent.toFixed(2), budget: budget.toFixed(2) })}
              </p>
              <progress
                value={Math.min(spent, budget)}
                max={budget === 0 ? 1 : budget}
                aria-label={t('console-tutor-budget')}
              />
              <p>{t('console-tutor-moderation', { state: tutorModel.moderation() })}</p>
            </>
          )}
          <h2>{t('console-tutor-days')}</h2>
          <Table
            caption={t('console-tutor-days')}
            head={[
              t('console-tutor-day'),
              t('console-tutor-questions'),
              t('console-tutor-by-model'),
              t('console-tutor-by-lessons'),
              t('console-tutor-seconds'),
              t('console-tutor-cost'),
            ]}
            empty={t('console-tutor-none')}
            rows={days.map(({ day, questions, byModel, medianSeconds, p95Seconds, microUsd }) => [
              day.split('-').reverse().join('/'),
              questions,
              <>
                {byModel} <meter min={0} max={questions} value={byModel} aria-hidden="true" />
              </>,
              questions - byModel,
              `${medianSeconds.toFixed(1)} / ${p95Seconds.toFixed(1)}`,
              (microUsd / 1e6).toFixed(3),
            ])}
          />
          <h2>{t('console-tutor-reasons')}</h2>
          <Table
            caption={t('console-tutor-reasons')}
            head={[t('console-tutor-reason'), t('console-tutor-times'), t('console-tutor-remedy')]}
            empty={t('console-tutor-no-reasons')}
            rows={reasons.map(({ reason, times }) => [
              t('console-tutor-why', { reason }),
              times,
              t('console-tutor-do', { reason }),
            ])}
          />
        </>
      ),
    });
  });
}
