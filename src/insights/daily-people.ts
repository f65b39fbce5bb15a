import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { everPeriod, type Figure, otherTopic, quarterOf, yearOf } from './figure.ts';

/** A day of the city, and the moments it begins and ends. */
export interface CountedDay {
  readonly day: string;
  readonly from: Date;
  readonly to: Date;
  readonly timezone: string;
}

/** Days after its case was opened for which an answer still counts: the members of a closed year are deleted later. */
const answerDays = 90;

/**
 * Counts the people of a figure who are in none of its cells yet. One statement: the members and the numbers agree after a crash.
 * @param seen rows `learner_id, period, topic, cell`, one a learner, period and topic
 * @returns how many were new
 */
async function countNew(tx: Queryable, figure: Figure, day: string, seen: SQL): Promise<number> {
  const { rows } = await tx.execute<{ people: number }>(sql`
    with seen as (${seen}),
    added as (
      insert into figure_member (figure, period, topic, learner_id, cell, counted_on)
      select ${figure}::text, period, topic, learner_id, cell, ${day}::date from seen
      on conflict do nothing returning period, topic, cell),
    grown as (
      insert into figure_cell (figure, period, topic, cell, people)
      select ${figure}::text, period, topic, cell, count(*)::int from added group by period, topic, cell
      on conflict (figure, period, topic, cell) do update set people = figure_cell.people + excluded.people)
    select count(*)::int as people from added`);
  return rows[0]?.people ?? 0;
}

/** Who took or opened a course, or opened a lesson or answered in one. Invented sample courses do not count. */
function learnt({ from, to }: CountedDay): SQL {
  return sql`
    select interaction.learner_id from interaction join course on course.id = course_id
    where at >= ${from} and at < ${to} and kind in ('opened', 'enrolled', 'finished') and not course.sample
    union select learner_id from enrolment where created_at >= ${from} and created_at < ${to} and not sample
    union select learner_id from lesson_run where started_at >= ${from} and started_at < ${to}
    union select learner_id from attempt where at >= ${from} and at < ${to}`;
}

/** What somebody was only shown is nothing they did. */
function active(day: CountedDay): SQL {
  const { from, to } = day;
  return sql`${learnt(day)}
    union select learner_id from interaction where at >= ${from} and at < ${to} and kind <> 'shown'
    union select learner_id from wish where asked_at >= ${from} and asked_at < ${to} and learner_id is not null`;
}

/** Where a learner lives, where they named one ward of today; else empty. */
const home = (learner: SQL): SQL => sql`
  coalesce((select case when jsonb_array_length(fact.value -> 'wards') = 1 then fact.value -> 'wards' ->> 0 end
    from profile_fact as fact where fact.learner_id = ${learner} and fact.kind = 'place'), '')`;

const byHome = (people: SQL, period: string): SQL => sql`
  select people.learner_id, ${period}::text as period, ''::text as topic, ${home(sql`people.learner_id`)} as cell
  from (${people}) as people`;

/** Counts what learners did on a day. Returns how many people were new in some figure. */
export async function countPeople(tx: Queryable, day: CountedDay): Promise<number> {
  const year = yearOf(day.day);
  const asked = (more: SQL): SQL => sql`
    select distinct learner_id from wish
    where asked_at >= ${day.from} and asked_at < ${day.to} and learner_id is not null ${more}`;
  const located = sql`select * from (${byHome(active(day), everPeriod)}) as located where cell <> ''`;
  let people = await countNew(tx, 'participant', day.day, byHome(learnt(day), year));
  people += await countNew(tx, 'active', day.day, byHome(active(day), year));
  people += await countNew(tx, 'learner', day.day, located);
  people += await countNew(tx, 'asked', day.day, byHome(asked(sql``), year));
  people += await countNew(tx, 'answered', day.day, byHome(asked(sql`and not unmet`), year));
  return people;
}

/** People of a day's unmet wishes that are read at once. */
const wishesAtOnce = 5000;

/**
 * Counts who wished for which subject and nothing fitted, in the ward where it was wanted, else where they live. The words of a wish
 * stay where they are: only the subject they name is counted.
 */
export async function countUnmet(
  tx: Queryable,
  day: CountedDay,
  conceptOf: (topic: string) => string | undefined,
): Promise<number> {
  let people = 0;
  let after = 0;
  for (;;) {
    const { rows } = await tx.execute<{ id: string; learner_id: string; topic: string; cell: string }>(sql`
      select id, learner_id, topic, case when jsonb_array_length(facets #> '{place,value,wards}') = 1
        then facets #>> '{place,value,wards,0}' else ${home(sql`wish.learner_id`)} end as cell
      from wish where unmet and asked_at >= ${day.from} and asked_at < ${day.to} and learner_id is not null and id > ${after}
      order by id limit ${wishesAtOnce}`);
    const wishes = new Map<string, { learner_id: number; topic: string; cell: string }>();
    for (const row of rows) {
      const topic = conceptOf(row.topic) ?? otherTopic;
      const key = `${row.learner_id} ${topic}`;
      if (!wishes.has(key)) wishes.set(key, { learner_id: Number(row.learner_id), topic, cell: row.cell });
    }
    people += await countNew(
      tx,
      'unmet',
      day.day,
      sql`
        select learner_id, ${quarterOf(day.day)}::text as period, topic, cell
        from jsonb_to_recordset(${JSON.stringify([...wishes.values()])}::jsonb) as given (learner_id bigint, topic text, cell text)`,
    );
    if (rows.length < wishesAtOnce) return people;
    after = Number(rows.at(-1)?.id);
  }
}

/** Counts who wrote to staff on a day, and whose first case was answered or closed by staff on it. */
export async function countHeard(tx: Queryable, day: CountedDay): Promise<number> {
  const { from, to, timezone } = day;
  const heard = await countNew(
    tx,
    'heard',
    day.day,
    sql`
      select distinct learner_id, ${yearOf(day.day)}::text as period, kind as topic, ''::text as cell from inbox_case
      where opened_at >= ${from} and opened_at < ${to} and kind <> 'danger'`,
  );
  const oldest = new Date(from.getTime() - answerDays * 86_400_000);
  const settled = await countNew(
    tx,
    'settled',
    day.day,
    sql`
      select distinct on (learner_id, period, topic) learner_id, period, topic,
        case when days < 1 then '1' when days < 3 then '3' when days < 7 then '7' else 'more' end as cell
      from (
        select id, learner_id, kind as topic, settled_at,
          extract(year from opened_at at time zone ${timezone}::text)::text as period,
          extract(epoch from settled_at - opened_at) / 86400 as days
        from inbox_case cross join lateral (
          select least(
            (select min(said_at) from inbox_message where case_id = inbox_case.id and author = 'staff'),
            case when closed_by in ('staff', 'settled') then closed_at end) as settled_at) as ending
        where opened_at >= ${oldest} and opened_at < ${to} and kind <> 'danger') as ended
      where settled_at >= ${from} and settled_at < ${to}
      order by learner_id, period, topic, settled_at, id`,
  );
  return heard + settled;
}
