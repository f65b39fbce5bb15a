import type { FC } from 'hono/jsx';
import { z } from 'zod';
import { groupLabel, localDate } from '../conversation/index.ts';
import type { Clock, Database } from '../database/index.ts';
import { type CohortCounts, cohortCounts, cohortFigures, type Lessons, type Track } from '../learning/index.ts';
import { page, refusal, useFrame } from './layout.tsx';
import type { Pages } from './pages.ts';
import { Pager, Table } from './table.tsx';

export interface ClassPagesOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly timezone: string;
  readonly lessons: Lessons;
}

const list = '/console/classes';
const rowsOnPage = 30;
const largestId = 1e15;
const query = z.object({ before: z.coerce.number().int().positive().max(largestId).catch(largestId) });

/** Classes in numbers: what they are called, who runs them and who learns in them is not the city's to read. */
export function addClassPages(pages: Pages, { database, clock, timezone, lessons }: ClassPagesOptions): void {
  const today = (): string => localDate(clock(), timezone);

  pages.on('GET /console/classes', async (c) => {
    const { frame } = c.var;
    const { t } = frame;
    const { before } = query.parse(c.req.query());
    const classes = await cohortCounts(database.db, { today: today(), limit: rowsOnPage, before });
    return page(frame, {
      title: t('console-classes'),
      children: (
        <>
          <h1>{t('console-classes')}</h1>
          <p>{t('console-classes-what')}</p>
          <Table
            caption={t('console-classes')}
            head={[
              t('console-class'),
              t('console-class-track'),
              t('console-class-opened'),
              t('console-class-state'),
              t('console-class-learners'),
              t('console-class-lessons-done'),
            ]}
            empty={t('console-classes-none')}
            rows={classes.map((each) => [
              <a href={`${list}/${each.id}`}>{t('console-class-number', { id: each.id })}</a>,
              titleOf(lessons.track(each.track), each, frame.locale),
              frame.time(each.openedAt),
              t(each.isOpen ? 'console-class-open' : 'console-class-over'),
              String(each.learners),
              each.lessonsDone === undefined ? t('console-class-too-few') : String(each.lessonsDone),
            ])}
          />
          <Pager next={classes.length < rowsOnPage ? undefined : classes.at(-1)?.id} />
        </>
      ),
    });
  });

  pages.on('GET /console/classes/:id', async (c) => {
    const { frame } = c.var;
    const { t } = frame;
    const text = c.req.param('id') ?? '';
    const id = /^\d{1,15}$/.test(text) ? Number(text) : 0;
    const [found] = await cohortCounts(database.db, { today: today(), limit: 1, before: largestId, id });
    if (found === undefined) return refusal(frame, 404, 'console-no-class');
    const track = lessons.track(found.track);
    const figures = track && (await cohortFigures(database.db, id, track, { now: clock(), timezone }));
    return page(frame, {
      title: t('console-class-number', { id }),
      children: (
        <>
          <p>
            <a href={list}>{t('console-classes')}</a>
          </p>
          <h1>{t('console-class-number', { id })}</h1>
          <p>
            {titleOf(track, found, frame.locale)} · {t(found.isOpen ? 'console-class-open' : 'console-class-over')} ·{' '}
            {t('console-class-opened-on', { time: frame.time(found.openedAt) })} ·{' '}
            {t('console-class-people', { count: found.learners })}
          </p>
          {figures === undefined || track === undefined ? (
            <p class="notice">{t(track === undefined ? 'console-class-no-track' : 'console-class-small')}</p>
          ) : (
            <Figures figures={figures} track={track} lessons={lessons} />
          )}
        </>
      ),
    });
  });
}

function titleOf(track: Track | undefined, { track: id }: CohortCounts, locale: string): string {
  if (track === undefined) return id;
  return locale === 'en' ? track.english : track.title;
}

type Shown = NonNullable<Awaited<ReturnType<typeof cohortFigures>>>;

const Figures: FC<{ figures: Shown; track: Track; lessons: Lessons }> = ({ figures, track, lessons }) => {
  const { t } = useFrame();
  const of = track.lessons.length;
  return (
    <>
      <p>{t('cohort-average', { average: figures.average, of, finished: figures.finished })}</p>
      <h2>{t('console-class-how-far')}</h2>
      <Table
        caption={t('console-class-how-far')}
        head={[t('console-class-done'), t('console-class-learners')]}
        empty=""
        rows={figures.groups.map((group) => [groupLabel(t, group, track), String(group.learners)])}
      />
      {figures.hardItems.length > 0 && (
        <>
          <h2>{t('cohort-hard-title')}</h2>
          <ul>
            {figures.hardItems.map(({ item, answered, missed }) => {
              const question = lessons.item(item)?.item.question.question ?? item;
              return (
                <li>
                  {missed === undefined
                    ? t('console-class-hard-most', { question, answered })
                    : t('console-class-hard', { question, answered, missed })}
                </li>
              );
            })}
          </ul>
        </>
      )}
      <h2>{t('console-class-members')}</h2>
      <p>{t('console-class-members-what')}</p>
      <Table
        caption={t('console-class-members')}
        head={[t('console-class-learner'), t('console-class-done')]}
        empty=""
        rows={figures.members.map(({ number, done }) => {
          const shown = t('progress-picture-lessons', { done, of });
          return [
            t('cohort-member-number', { number }),
            <>
              {shown} <progress value={done} max={of} aria-label={shown} />
            </>,
          ];
        })}
      />
    </>
  );
};
