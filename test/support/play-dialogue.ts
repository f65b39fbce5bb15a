import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import type { Database } from '../../src/database/index.ts';
import type { InboundContent } from '../../src/message/index.ts';
import { allowedFromOf } from '../../src/outreach/index.ts';
import { findWard } from '../../src/places/index.ts';
import { announce } from './announce-step.ts';
import type { TestApplication } from './application.ts';
import { doToApplication } from './application-step.ts';
import {
  type Dialogue,
  type DialoguePartner,
  type Expectation,
  type SeenReply,
  type TalkStep,
  waitSeconds,
} from './dialogue.ts';
import { sayOfCourse } from './freshness-step.ts';
import { testKinds } from './importing.ts';
import { learnLessons } from './learn-step.ts';
import { doWithPartner } from './partner-steps.ts';
import { doToLoans, doToPlace } from './place-step.ts';
import { doToProgramme } from './programme-steps.ts';
import { doToWorkshop } from './workshop-steps.ts';

/** As the settings have them when nothing is set. */
const quietHours = { from: 21 * 60 + 30, until: 7 * 60 };

const folder = fileURLToPath(new URL('../dialogues', import.meta.url));

/** A ward of the city by its name; another place is none. */
function wardNamed(name: string): { ward?: string } {
  const found = findWard(name);
  return found.kind === 'found' ? { ward: found.ward.code } : {};
}

function check(replies: readonly SeenReply[], wanted: Expectation, where: string): void {
  const text = replies.map((reply) => reply.text).join('\n');
  const courses = replies.flatMap((reply) => reply.courses);
  const labels = replies.flatMap((reply) => reply.choices.map((choice) => choice.label));
  const links = replies.flatMap((reply) => reply.choices.filter((c) => c.url !== undefined).map((c) => c.label));
  if (wanted.silent) expect(replies, where).toEqual([]);
  else expect(replies.length, `${where}: an answer`).toBeGreaterThan(0);
  for (const part of wanted.text ?? []) expect(text, where).toContain(part);
  for (const part of wanted.not ?? []) expect(text, where).not.toContain(part);
  if (wanted.first !== undefined) expect(courses[0], `${where}: ${text}`).toBe(wanted.first);
  for (const id of wanted.includes ?? []) expect(courses, where).toContain(id);
  for (const id of wanted.excludes ?? []) expect(courses, where).not.toContain(id);
  if (wanted.picture !== undefined)
    expect(
      replies.some(({ picture }) => picture),
      where,
    ).toBe(wanted.picture);
  for (const label of wanted.choices ?? []) expect(labels, where).toContain(label);
  for (const label of wanted.links ?? []) expect(links, where).toContain(label);
}

/** What is done in the background and ends in messages, in the order in which one leads to the next. */
const jobsOfMessages = [
  'search index',
  'start dates',
  'saved wishes',
  'reminders',
  'workshop seats',
  'workshop notices',
  'freshness',
  'applications',
  'place news',
  'web sender',
];

async function runJobs({ webJobs, workerJobs }: TestApplication): Promise<void> {
  for (const name of jobsOfMessages) await [...webJobs, ...workerJobs].find((job) => job.name === name)?.run();
}

/** Steps in which nobody says anything. */
async function happens(
  application: TestApplication,
  database: Database,
  step: Extract<TalkStep, { wait: string } | { follow: string } | { import: string }>,
  links: ReadonlyMap<string, string>,
): Promise<void> {
  if ('wait' in step) application.advance(waitSeconds(step.wait));
  else if ('follow' in step) {
    const url = new URL(links.get(step.follow) ?? '');
    expect((await application.app.request(url.pathname)).status, step.follow).toBe(302);
  } else {
    const file = join(folder, step.import);
    const result = await testKinds[step.kind]?.run(database, {
      file,
      source: 'dialogues',
      clock: () => application.time.now,
    });
    expect(result?.problems, step.import).toEqual([]);
    // The offers follow within a second; courses do where a dialogue lets time go on.
    if (step.kind !== 'courses') await application.finder.refresh();
  }
}

/** One side of a dialogue: whom they talk through and what they were offered. */
interface Side {
  readonly partner: DialoguePartner;
  readonly offered: Map<string, string>;
  readonly kept: Map<string, string>;
}

/**
 * Plays a conversation and looks at every answer.
 * @param newPartner a person on the dialogue's channel with a chat of their own
 */
export async function play(
  application: TestApplication,
  database: Database,
  newPartner: (sign: string) => DialoguePartner,
  dialogue: Dialogue,
): Promise<void> {
  const links = new Map<string, string>();
  const sides = new Map<string, Side>();
  const sideOf = (name: string): Side => {
    const side = sides.get(name) ?? { partner: newPartner(name), offered: new Map(), kept: new Map() };
    sides.set(name, side);
    return side;
  };
  const noted = new Map<string, string>();
  const spoken = (text: string): string => text.replace(/\{(\w+)\}/g, (all, name: string) => noted.get(name) ?? all);
  let last: InboundContent | undefined;
  for (const [position, step] of dialogue.steps.entries()) {
    const where = `step ${position + 1} ${JSON.stringify(step).slice(0, 100)}`;
    if ('wait' in step || 'follow' in step || 'import' in step) {
      await happens(application, database, step, links);
      continue;
    }
    if ('decide' in step || 'reported' in step) {
      await sayOfCourse(application, database, step);
      continue;
    }
    if ('programme' in step || 'attended' in step) {
      await doToProgramme(database, step, application.time.now, spoken);
      continue;
    }
    if ('agreement' in step) {
      await doWithPartner(database, step, application.time.now);
      continue;
    }
    if ('lend' in step) {
      await doToLoans(application, database, step);
      continue;
    }
    if ('staff' in step) {
      await doToPlace(application, database, step);
      continue;
    }
    if ('application' in step) {
      await doToApplication(database, step, application.time.now);
      continue;
    }
    if ('announce' in step) {
      await announce(application, database, step);
      continue;
    }
    if ('workshop' in step || 'change-workshop' in step || 'cancel-workshop' in step || 'check-in' in step) {
      const allowedFrom = allowedFromOf(quietHours, 'Asia/Ho_Chi_Minh');
      await doToWorkshop(database, step, { now: application.time.now, allowedFrom }, spoken);
      continue;
    }
    if ('later' in step) await runJobs(application);
    const repeats = 'repeat' in step;
    const { partner, offered, kept } = sideOf(step.as === 'other' ? 'd' : 'c');
    if ('say' in step) last = { kind: 'text', text: spoken(step.say) };
    else if ('start' in step) last = { kind: 'start', parameter: spoken(step.start) };
    else if ('send' in step) last = step.send;
    else if ('share' in step) last = { kind: 'place', ...wardNamed(step.share) };
    else if ('press' in step || 'press-kept' in step) {
      const id = 'press' in step ? offered.get(step.press) : kept.get(step['press-kept']);
      if (id === undefined) throw new Error(`${where}: not offered; there are ${[...offered.keys()].join(', ')}`);
      last = { kind: 'choice', choice: id };
    }
    const key = `m${repeats ? position - 1 : position}`;
    const replies =
      'learn' in step
        ? await learnLessons(application, database, step.learn, (content, serial) =>
            partner.send(content, `${key}:${serial}`),
          )
        : await heard(partner, step, last, key);
    for (const choice of replies.flatMap((reply) => reply.choices)) {
      offered.set(choice.label, choice.id);
      if (choice.url !== undefined) links.set(choice.label, choice.url);
    }
    if (step.keep !== undefined) kept.set(step.keep, offered.get(step.keep) ?? '');
    check(replies, step.expect ?? {}, where);
    for (const [name, pattern] of Object.entries(step.note ?? {})) {
      const found = replies.map(({ text }) => new RegExp(pattern).exec(text)?.[0]).find((text) => text !== undefined);
      if (found === undefined) throw new Error(`${where}: no ${pattern} in the answer`);
      noted.set(name, found);
    }
  }
}

function heard(
  partner: DialoguePartner,
  step: TalkStep,
  said: InboundContent | undefined,
  key: string,
): Promise<readonly SeenReply[]> {
  if ('later' in step) return partner.later();
  if (said === undefined) throw new Error('There is nothing to repeat.');
  return partner.send(said, key);
}

/** Looks at what must stand in the database afterwards. */
export async function checkChanges(database: Database, changes: NonNullable<Dialogue['changes']>): Promise<void> {
  const wishes = await database.db.execute(sql`select unmet from wish order by id`);
  const marks = await database.db.execute(sql`
    select course.public_id as course, kind from course_mark join course on course.id = course_id order by marked_at`);
  const learners = await database.db.execute(sql`select 1 from learner`);
  if (changes.wishes !== undefined) expect(wishes.rows).toEqual(changes.wishes);
  if (changes.marks !== undefined) expect(marks.rows).toEqual(changes.marks);
  if (changes.votes !== undefined) {
    const { rows } = await database.db.execute(sql`select choice from broadcast_vote order by learner_id`);
    expect(rows.map(({ choice }) => choice)).toEqual(changes.votes);
  }
  if (changes.asked !== undefined) {
    const { rows } = await database.db.execute<{ text: string }>(sql`
      select distinct on (case_id) text from inbox_message order by case_id, id`);
    expect(rows).toHaveLength(changes.asked.length);
    for (const [position, asked] of changes.asked.entries()) {
      expect(rows[position]?.text).toMatch(/^\[Về thông báo số \d+: Thử\]\n/);
      expect(rows[position]?.text).toContain(asked);
    }
  }
  if (changes.announced !== undefined) {
    const { rows } = await database.db.execute(
      sql`select sum(sent)::int as sent, sum(skipped)::int as skipped from delivery_batch`,
    );
    expect(rows).toEqual([changes.announced]);
  }
  if (changes.learners !== undefined) expect(learners.rows).toHaveLength(changes.learners);
}
