import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { atCityTime, cityTime, daysAfter } from '../time/index.ts';
import type { Lesson, Lessons, Track, Way } from './lesson.ts';
import type { DueItem, LessonRun, LessonStep } from './lesson-run.ts';
import type { lessonFeedback } from './schema.ts';

export type LessonFeedback = (typeof lessonFeedback)[number];

/** A track that a learner takes or took. */
export interface TrackEnrolment {
  readonly track: Track;
  /** Lessons that the questions before the first one showed to be known. */
  readonly placedAfter: number;
  readonly finishedAt: Date | undefined;
  /** A lesson of it was begun, or the questions before the first one left some out. A class puts its learners into a track that is not begun. */
  readonly isBegun: boolean;
}

/** Where a learner stands with the lessons. */
export interface Standing {
  /** The tracks they take or took, the current one first. */
  readonly tracks: readonly TrackEnrolment[];
  /** The track the day's lesson is from: the one touched last that is not finished. */
  readonly current: TrackEnrolment | undefined;
  /** The lesson they are in, if they stopped in one. */
  readonly run: LessonRun | undefined;
  /** The lesson that comes next in the current track, and from when: a lesson a day. `from` may be past. */
  readonly next: { readonly lesson: Lesson; readonly from: Date } | undefined;
  /** Ids of lessons finished. */
  readonly finished: ReadonlySet<string>;
  /** What was said of the lessons finished last, newest first. */
  readonly feedback: readonly (LessonFeedback | undefined)[];
  /** The way of learning they chose last. */
  readonly way: Way;
  /** Items to be asked again now, oldest first; at most `mostDue`. */
  readonly due: readonly DueItem[];
  /** All of them. */
  readonly dueCount: number;
  /** When the next of the others is due. */
  readonly nextDueAt: Date | undefined;
}

/** Items due that are looked at: a sitting asks no more. */
export const mostDue = 10;

interface StoredRun {
  readonly lesson: string;
  readonly track: string;
  readonly way: Way;
  readonly step: StoredStep;
  readonly finished_at: string | null;
  readonly feedback: LessonFeedback | null;
}

/** The step with what belongs to the whole run. */
type StoredStep = LessonStep & { readonly serial: number; readonly stuck: number };

interface StandingRow extends Record<string, unknown> {
  tracks: { track: string; placed_after: number; finished_at: string | null }[] | null;
  runs: StoredRun[] | null;
  due: DueItem[] | null;
  due_count: string;
  next_due_at: string | Date | null;
}

/** Where a learner stands, in one statement. What has left the lessons is left out. */
export async function standingOf(
  db: Queryable,
  lessons: Lessons,
  learnerId: number,
  now: Date,
  timezone: string,
): Promise<Standing> {
  const { rows } = await db.execute<StandingRow>(sql`/* often */
    select
      (select jsonb_agg(jsonb_build_object('track', track, 'placed_after', placed_after, 'finished_at', finished_at) order by noted_at desc, track)
        from track_enrolment where learner_id = ${learnerId}) as tracks,
      (select jsonb_agg(jsonb_build_object('lesson', lesson, 'track', track, 'way', way, 'step', step,
          'finished_at', finished_at, 'feedback', feedback) order by noted_at desc, lesson)
        from lesson_run where learner_id = ${learnerId}) as runs,
      (select jsonb_agg(jsonb_build_object('item', item, 'reviews', reviews) order by due_at, last_at, item)
        from (select item, reviews, due_at, last_at from item_memory where learner_id = ${learnerId} and due_at <= ${now}
          order by due_at, last_at, item limit ${mostDue}) as due) as due,
      (select count(*) from item_memory where learner_id = ${learnerId} and due_at <= ${now}) as due_count,
      (select min(due_at) from item_memory where learner_id = ${learnerId} and due_at > ${now}) as next_due_at`);
  const [row] = rows;
  if (row === undefined) throw new Error('The standing returned no row.');
  return readStanding(row, lessons, timezone);
}

function readStanding(row: StandingRow, lessons: Lessons, timezone: string): Standing {
  const runs = (row.runs ?? []).filter(({ lesson }) => lessons.lesson(lesson) !== undefined);
  const tracks = (row.tracks ?? []).flatMap((stored): TrackEnrolment[] => {
    const track = lessons.track(stored.track);
    const finishedAt = stored.finished_at === null ? undefined : new Date(stored.finished_at);
    const placedAfter = stored.placed_after;
    const isBegun = placedAfter > 0 || runs.some((run) => run.track === stored.track);
    return track === undefined ? [] : [{ track, placedAfter, finishedAt, isBegun }];
  });
  const finishedRuns = runs
    .flatMap((run) => (run.finished_at === null ? [] : [{ ...run, at: new Date(run.finished_at) }]))
    .sort((a, b) => b.at.getTime() - a.at.getTime());
  const finished = new Set(finishedRuns.map(({ lesson }) => lesson));
  const open = runs.find(({ step }) => step.kind !== 'done');
  const stored = row.due ?? [];
  const due = stored.filter(({ item }) => lessons.item(item) !== undefined);
  const current = tracks.find(({ finishedAt }) => finishedAt === undefined);
  return {
    tracks,
    current,
    run: open && readRun(open),
    next: nextOf(current, finished, finishedRuns[0]?.at, timezone),
    finished,
    feedback: finishedRuns.map(({ feedback }) => feedback ?? undefined),
    way: runs[0]?.way ?? 'read',
    due,
    dueCount: Number(row.due_count) - (stored.length - due.length),
    nextDueAt: row.next_due_at === null ? undefined : new Date(row.next_due_at),
  };
}

function readRun({ lesson, track, way, step: { serial, stuck, ...step } }: StoredRun): LessonRun {
  return { lesson, track, way, step, serial, stuck };
}

function nextOf(
  current: TrackEnrolment | undefined,
  finished: ReadonlySet<string>,
  lastFinished: Date | undefined,
  timezone: string,
): Standing['next'] {
  const lesson = current?.track.lessons.find(({ id, position }) => position > current.placedAfter && !finished.has(id));
  if (lesson === undefined) return undefined;
  return { lesson, from: lastFinished === undefined ? new Date(0) : nextMorning(lastFinished, timezone) };
}

/** The midnight in the city after a moment. */
function nextMorning(moment: Date, timezone: string): Date {
  return atCityTime({ day: daysAfter(cityTime(moment, timezone).day, 1), minutes: 0 }, timezone);
}

/** Keeps a run where it stands; a step of its own for what travels with the commit. */
export function saveRunStatement(learnerId: number, run: LessonRun, now: Date): SQL {
  const { lesson, track, way, step, serial, stuck } = run;
  const stored: StoredStep = { ...step, serial, stuck };
  const finishedAt = step.kind === 'done' ? now : null;
  return sql`
    insert into lesson_run (learner_id, lesson, track, way, step, started_at, noted_at, finished_at)
    values (${learnerId}, ${lesson}, ${track}, ${way}, ${JSON.stringify(stored)}::jsonb, ${now}, ${now}, ${finishedAt}::timestamptz)
    on conflict (learner_id, lesson) do update set way = excluded.way, step = excluded.step, noted_at = excluded.noted_at,
      finished_at = coalesce(lesson_run.finished_at, excluded.finished_at)`;
}

/** Notes what a learner says of a lesson they finished. */
export function noteFeedbackStatement(learnerId: number, lesson: string, feedback: LessonFeedback): SQL {
  return sql`update lesson_run set feedback = ${feedback} where learner_id = ${learnerId} and lesson = ${lesson}`;
}

/** Notes that a track is finished. */
export function finishTrackStatement(learnerId: number, track: string, now: Date): SQL {
  return sql`
    update track_enrolment set finished_at = ${now}, noted_at = ${now}
    where learner_id = ${learnerId} and track = ${track} and finished_at is null`;
}

/**
 * Enrols a learner in a track, or makes a track of theirs the current one. The lessons left out stay what they were, unless more of
 * them turn out to be known.
 * @param placedAfter lessons left out at its beginning
 */
export async function enrolInTrack(
  tx: Queryable,
  learnerId: number,
  track: string,
  { placedAfter, now }: { readonly placedAfter: number; readonly now: Date },
): Promise<void> {
  await tx.execute(sql`
    insert into track_enrolment (learner_id, track, started_at, placed_after, noted_at)
    values (${learnerId}, ${track}, ${now}, ${placedAfter}, ${now})
    on conflict (learner_id, track) do update set noted_at = excluded.noted_at,
      placed_after = greatest(track_enrolment.placed_after, excluded.placed_after)`);
}
