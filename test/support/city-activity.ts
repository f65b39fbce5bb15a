import { sql } from 'drizzle-orm';
import type { Database } from '../../src/database/index.ts';
import { wards } from '../../src/places/index.ts';
import { addStaff } from './staff.ts';

/** What an invented city did, of which every figure is known: moments are milliseconds, learners are numbered from 0. */
export interface CityActivity {
  /** The ward of each learner as it is known: one, several or none. */
  readonly homes: readonly (readonly string[])[];
  readonly acts: readonly Act[];
  readonly wishes: readonly InventedWish[];
  /** When somebody began a lesson. */
  readonly lessons: readonly { readonly learner: number; readonly at: number }[];
  readonly cases: readonly InventedCase[];
}

interface Act {
  readonly learner: number;
  readonly course: number;
  readonly kind: (typeof actKinds)[number];
  readonly at: number;
}

interface InventedWish {
  readonly learner: number;
  readonly subject: (typeof subjects)[number];
  readonly ward: string | undefined;
  readonly unmet: boolean;
  readonly at: number;
}

interface InventedCase {
  readonly learner: number;
  readonly kind: (typeof caseKinds)[number];
  readonly openedAt: number;
  readonly answeredAt: number | undefined;
}

/** Most of what is noted is what was shown. */
const actKinds = ['shown', 'shown', 'shown', 'shown', 'opened', 'saved', 'enrolled', 'finished', 'dismissed'] as const;
const caseKinds = ['feedback', 'hand_over', 'wrong_information', 'danger'] as const;

/** Words of a wish, and the concept they name. */
const subjects = [
  ['kế toán', 'ke-toan'],
  ['đàn guitar', 'guitar'],
  ['tiếng anh giao tiếp', 'anh-giao-tiep'],
  ['may vá', 'cat-may'],
  ['zqx vbkw', 'other'],
] as const;

const hour = 3_600_000;
const dayLength = 24 * hour;

/** A city of learners over so many days up to `until`; few wards hold most people, so that many groups are small. */
export function inventActivity(options: {
  readonly learners: number;
  readonly acts: number;
  readonly days: number;
  readonly until: Date;
  readonly courses: number;
  readonly random: () => number;
}): CityActivity {
  const { learners, acts, days, until, courses, random } = options;
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const ward = (): string => wards[Math.floor(random() ** 3 * wards.length)]?.code ?? '';
  // Whole seconds, as many just before and after midnight as at noon.
  const moment = (): number => until.getTime() - Math.floor(random() * days * 86_400) * 1000;
  const learner = (): number => Math.floor(random() ** 1.5 * learners);
  const some = <Item>(count: number, make: () => Item): Item[] => Array.from({ length: count }, make);
  const wishes = some(Math.floor(acts / 10), () => ({
    learner: learner(),
    subject: pick(subjects),
    ward: random() < 0.3 ? ward() : undefined,
    unmet: random() < 0.4,
    at: moment(),
  }));
  return {
    homes: some(learners, () => (random() < 0.2 ? [] : random() < 0.1 ? [ward(), ward()] : [ward()])),
    acts: some(acts, () => ({
      learner: learner(),
      course: Math.floor(random() * courses),
      kind: pick(actKinds),
      at: moment(),
    })),
    wishes: wishes.sort((a, b) => a.at - b.at),
    lessons: some(Math.floor(learners / 3), () => ({ learner: learner(), at: moment() })),
    cases: some(Math.floor(learners / 5), () => {
      const openedAt = moment();
      const isAnswered = random() < 0.7;
      const answeredAt = openedAt + Math.floor(random() ** 2 * 14 * 86_400) * 1000;
      return { learner: learner(), kind: pick(caseKinds), openedAt, answeredAt: isAnswered ? answeredAt : undefined };
    }),
  };
}

const sliceSize = 20_000;

async function inSlices<Item>(items: readonly Item[], write: (slice: readonly Item[]) => Promise<unknown>) {
  for (let from = 0; from < items.length; from += sliceSize) await write(items.slice(from, from + sliceSize));
}

/**
 * Writes an invented city into a database whose courses are there already, as the program would have noted it.
 * @returns the ids of the learners, by their number
 */
export async function writeActivity(
  database: Database,
  activity: CityActivity,
  courses: readonly number[],
): Promise<number[]> {
  const { db } = database;
  const { rows } = await db.execute<{ id: string }>(sql`
    with made as (insert into account (created_at) select now() from generate_series(1, ${activity.homes.length}::int) returning id)
    insert into learner (account_id) select id from made order by id returning id`);
  const ids = rows.map(({ id }) => Number(id)).sort((a, b) => a - b);
  const id = ({ learner }: { readonly learner: number }): number => ids[learner] ?? 0;
  const at = (moment: number): string => new Date(moment).toISOString();
  const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`;
  await inSlices(
    activity.homes.flatMap((home, learner) => (home.length === 0 ? [] : [{ l: id({ learner }), w: home }])),
    (slice) =>
      db.execute(sql`
      insert into profile_fact (learner_id, kind, value, source, noted_at)
      select l, 'place', jsonb_build_object('label', 'Nơi ở', 'wards', w), 'said', '2020-01-01'
      from jsonb_to_recordset(${json(slice)}) as given (l bigint, w jsonb)`),
  );
  await inSlices(activity.acts, (slice) =>
    db.execute(sql`
      insert into interaction (learner_id, course_id, kind, at)
      select l, c, k, a from jsonb_to_recordset(${json(
        slice.map((act) => ({ l: id(act), c: courses[act.course], k: act.kind, a: at(act.at) })),
      )}) as given (l bigint, c bigint, k text, a timestamptz)`),
  );
  await inSlices(activity.wishes, (slice) =>
    db.execute(sql`
      insert into wish (learner_id, topic, facets, results, unmet, asked_at)
      select l, t, case when w is null then '{}' else jsonb_build_object('place', jsonb_build_object(
        'hard', false, 'value', jsonb_build_object('label', '', 'wards', jsonb_build_array(w)))) end, 1 - u, u = 1, a
      from jsonb_to_recordset(${json(
        slice.map((wish) => ({
          l: id(wish),
          t: wish.subject[0],
          w: wish.ward,
          u: Number(wish.unmet),
          a: at(wish.at),
        })),
      )}) as given (l bigint, t text, w text, u int, a timestamptz)`),
  );
  await inSlices(activity.lessons, (slice) =>
    db.execute(sql`
      insert into lesson_run (learner_id, lesson, track, way, step, started_at, noted_at)
      select l, 'bai-' || n, 'tuyen', 'read', '{}', a, a
      from jsonb_to_recordset(${json(
        slice.map((lesson, n) => ({ l: id(lesson), n, a: at(lesson.at) })),
      )}) as given (l bigint, n int, a timestamptz)
      on conflict do nothing`),
  );
  await db.execute(sql`
    insert into conversation (channel, chat, account_id, learner_id)
    select 'web', 'invented-' || id, account_id, id from learner`);
  const { id: staffId } = await addStaff(database, 'editor', { email: 'tiep-dan@thanhpho.example' });
  await inSlices(activity.cases, (slice) =>
    db.execute(sql`
      with given as (
        select * from jsonb_to_recordset(${json(
          slice.map((one) => ({
            l: id(one),
            k: one.kind,
            o: at(one.openedAt),
            s: one.answeredAt === undefined ? null : at(one.answeredAt),
          })),
        )}) as given (l bigint, k text, o timestamptz, s timestamptz)),
      opened as (
        insert into inbox_case (kind, status, learner_id, conversation_id, locale, opened_at, closed_at, closed_by)
        select k, 'closed', l, (select id from conversation where learner_id = l), 'vi', o, o + interval '30 days', 'quiet' from given
        returning id, learner_id, kind, opened_at)
      insert into inbox_message (case_id, author, staff_id, text, said_at)
      select distinct on (opened.id) opened.id, 'staff', ${staffId}::bigint, 'Cảm ơn bạn.', s
      from opened join given on l = learner_id and k = kind and o = opened_at where s is not null`),
  );
  return ids;
}

/** The day in the city, which has had no summer time for fifty years. */
function dayOf(moment: number): string {
  return new Date(moment + 7 * hour).toISOString().slice(0, 10);
}

/**
 * Every figure up to a moment, counted one by one, by "figure period topic cell".
 * @param isSample which courses are invented samples, by their number
 */
export function truthOf(
  activity: CityActivity,
  until: Date,
  isSample: (course: number) => boolean,
): Map<string, number> {
  const first = new Map<string, string>();
  const home = (learner: number): string => {
    const [only, ...others] = activity.homes[learner] ?? [];
    return others.length > 0 ? '' : (only ?? '');
  };
  const note = (figure: string, period: string, topic: string, learner: number, cell: string): void => {
    const key = `${figure} ${period} ${topic} ${learner}`;
    if (!first.has(key)) first.set(key, `${figure} ${period} ${topic} ${cell}`);
  };
  const isDone = (moment: number): boolean => moment < until.getTime();
  const noteActive = (learner: number, at: number): void => {
    note('active', dayOf(at).slice(0, 4), '', learner, home(learner));
    if (home(learner) !== '') note('learner', 'all', '', learner, home(learner));
  };
  const noteParticipant = (learner: number, at: number): void => {
    note('participant', dayOf(at).slice(0, 4), '', learner, home(learner));
    noteActive(learner, at);
  };
  for (const { learner, course, kind, at } of activity.acts) {
    if (!isDone(at) || kind === 'shown') continue;
    if (kind !== 'saved' && kind !== 'dismissed' && !isSample(course)) noteParticipant(learner, at);
    else noteActive(learner, at);
  }
  for (const { learner, at } of activity.lessons) if (isDone(at)) noteParticipant(learner, at);
  for (const { learner, subject, ward, unmet, at } of activity.wishes) {
    if (!isDone(at)) continue;
    const [year, month] = dayOf(at).split('-').map(Number);
    noteActive(learner, at);
    note('asked', String(year), '', learner, home(learner));
    if (!unmet) note('answered', String(year), '', learner, home(learner));
    else note('unmet', `${year}-${Math.floor(((month ?? 1) + 2) / 3)}`, subject[1], learner, ward ?? home(learner));
  }
  const settled = activity.cases
    .filter(({ kind, openedAt }) => kind !== 'danger' && isDone(openedAt))
    .map((one) => ({ ...one, year: dayOf(one.openedAt).slice(0, 4) }));
  for (const { learner, kind, year } of settled) note('heard', year, kind, learner, '');
  const answered = settled.flatMap((one) =>
    one.answeredAt !== undefined && isDone(one.answeredAt) ? [{ ...one, answeredAt: one.answeredAt }] : [],
  );
  for (const { learner, kind, year, openedAt, answeredAt } of answered.sort((a, b) => a.answeredAt - b.answeredAt)) {
    const days = (answeredAt - openedAt) / dayLength;
    note('settled', year, kind, learner, days < 1 ? '1' : days < 3 ? '3' : days < 7 ? '7' : 'more');
  }
  const counts = new Map<string, number>();
  for (const cell of first.values()) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return counts;
}
