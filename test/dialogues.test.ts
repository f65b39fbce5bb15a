import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importFile } from '../src/catalogue/index.ts';
import type { Reply } from '../src/conversation/index.ts';
import type { Database } from '../src/database/index.ts';
import { type InboundContent, messageAsPlainText } from '../src/message/index.ts';
import { allowedFromOf } from '../src/outreach/index.ts';
import { announce } from './support/announce-step.ts';
import { type TestApplication, testApplication } from './support/application.ts';
import { botApplications, botSettings } from './support/bot-application.ts';
import { type DatabaseKind, describeDatabases } from './support/databases.ts';
import {
  type Dialogue,
  type DialogueChannel,
  type DialoguePartner,
  type Expectation,
  readDialogue,
  type SeenReply,
  type TalkStep,
  waitSeconds,
} from './support/dialogue.ts';
import { learnLessons } from './support/learn-step.ts';
import { openPublicAddress, type PublicAddress } from './support/public-address.ts';
import { type ScriptedTelegram, startScriptedTelegram } from './support/telegram/index.ts';
import { telegramPartner } from './support/telegram-partner.ts';
import { doToWorkshop } from './support/workshop-steps.ts';
import { type ScriptedZalo, startScriptedZalo } from './support/zalo/index.ts';
import { zaloPartner } from './support/zalo-partner.ts';

/** As the settings have them when nothing is set. */
const quietHours = { from: 21 * 60 + 30, until: 7 * 60 };

const folder = fileURLToPath(new URL('./dialogues', import.meta.url));
const dialogues = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => ({ name, dialogue: readDialogue(join(folder, name)) }));

/** Hands messages to the turn as a channel would, without HTTP. */
function corePartner(application: TestApplication, sign: string): DialoguePartner {
  const chat = sign.repeat(64);
  let lastId = '0';
  const seen = ({ id, message }: Reply): SeenReply => {
    lastId = id;
    return {
      text: messageAsPlainText(message),
      courses: (message.courses ?? []).map((course) => course.id),
      choices: message.choices,
      ...(message.media === undefined ? {} : { picture: true }),
    };
  };
  return {
    async send(content, key) {
      const result = await application.conversations.takeTurn({
        channel: 'web',
        updateKey: `${sign}${key}`,
        chat,
        person: chat,
        receivedAt: application.time.now,
        content,
      });
      if (result.kind !== 'answered') throw new Error(`The turn ended as ${result.kind}`);
      return result.replies.map(seen);
    },
    async later() {
      const replies = await application.conversations.laterRepliesFor('web', [{ chat, afterId: lastId }]);
      return replies.map(({ reply }) => seen(reply));
    },
  };
}

/** A reply as the web API gives it. */
interface ReplyOfWeb {
  readonly id: string;
  readonly text: string;
  readonly courses?: readonly { readonly id: string; readonly reasons: readonly string[] }[];
  readonly choices: SeenReply['choices'];
  readonly media?: { readonly url: string };
}

/** Talks over POST /api/chat as a program would, and listens to the stream of later replies. */
function webPartner(application: TestApplication): DialoguePartner {
  let conversation: string | undefined;
  let lastId = '0';
  const seen = async (reply: ReplyOfWeb): Promise<SeenReply> => {
    lastId = reply.id;
    const picture = reply.media && (await application.app.request(reply.media.url));
    return {
      text: [reply.text, ...(reply.courses ?? []).flatMap(({ reasons }) => reasons)].join('\n'),
      courses: (reply.courses ?? []).map((course) => course.id),
      choices: reply.choices,
      ...(picture?.headers.get('content-type') === 'image/png' ? { picture: true } : {}),
    };
  };
  return {
    async send(content, key) {
      const response = await application.app.request('/api/chat', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...(conversation && { conversation }), ...webBody(content), message_id: key }),
      });
      expect(response.status, await response.clone().text()).toBe(200);
      const body = (await response.json()) as { conversation: string; replies: readonly ReplyOfWeb[] };
      conversation = body.conversation;
      const replies: SeenReply[] = [];
      for (const reply of body.replies) replies.push(await seen(reply));
      return replies;
    },
    async later() {
      const stream = await application.app.request(`/api/chat/events?conversation=${conversation}`, {
        headers: { 'last-event-id': lastId },
      });
      const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
      const counts = await application.webJobs.find(({ name }) => name === 'page streams')?.run();
      let text = '';
      while (text.split('event: reply').length <= (counts?.delivered ?? 0)) text += (await reader?.read())?.value ?? '';
      await reader?.cancel();
      const replies: SeenReply[] = [];
      for (const [, data = ''] of text.matchAll(/^data: (.+)$/gm)) replies.push(await seen(JSON.parse(data)));
      return replies;
    },
  };
}

function webBody(content: InboundContent): Record<string, string> {
  if (content.kind === 'text') return { text: content.text };
  if (content.kind === 'choice') return { choice: content.choice };
  if (content.kind === 'start') return { text: `/start ${content.parameter ?? ''}`.trim() };
  throw new Error('The web carries no such message.');
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
    const result = await importFile(database, {
      file,
      kind: 'courses',
      source: 'dialogues',
      clock: () => application.time.now,
    });
    expect(result.problems, step.import).toEqual([]);
  }
}

/** One side of a dialogue: whom they talk through and what they were offered. */
interface Side {
  readonly partner: DialoguePartner;
  readonly offered: Map<string, string>;
  readonly kept: Map<string, string>;
}

/** @param newPartner a person on the dialogue's channel with a chat of their own */
async function play(
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

async function checkChanges(database: Database, changes: NonNullable<Dialogue['changes']>): Promise<void> {
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

/** The turn itself and the web on the embedded database, the platforms on Postgres. */
const channelsOn: Readonly<Record<DatabaseKind, readonly DialogueChannel[]>> = {
  embedded: ['core', 'web'],
  postgres: ['telegram', 'zalo'],
  'postgres with one connection': [],
};

let telegram: ScriptedTelegram;
let zalo: ScriptedZalo;
let outside: PublicAddress;
let now = (): Date => new Date();

beforeAll(async () => {
  telegram = await startScriptedTelegram({ now: () => now() });
  zalo = await startScriptedZalo({ now: () => now(), fetchPhotos: true });
  outside = await openPublicAddress();
  // The partners carry the updates; the platforms' own delivery is tested with the channels.
  telegram.deliver.hold();
  zalo.deliver.hold();
});
afterAll(async () => {
  await telegram.close();
  await zalo.close();
  await outside.close();
});

describeDatabases('dialogues', (context) => {
  const bots = botApplications(context);

  async function startOn(
    channel: DialogueChannel,
  ): Promise<{ application: TestApplication; newPartner: (sign: string) => DialoguePartner }> {
    if (channel === 'core' || channel === 'web') {
      const application = await testApplication(await context.database());
      const newPartner = channel === 'core' ? corePartner : webPartner;
      return { application, newPartner: (sign) => newPartner(application, sign) };
    }
    const server = channel === 'telegram' ? telegram : zalo;
    // With an address of our own, links lead to us, and a platform can fetch pictures.
    const application = await bots.start({ PUBLIC_URL: outside.url, ...botSettings(channel, server) });
    outside.serve(application.app);
    now = () => application.time.now;
    const newPartner = (): DialoguePartner =>
      channel === 'telegram' ? telegramPartner(application, telegram) : zaloPartner(application, zalo);
    return { application, newPartner };
  }

  for (const channel of channelsOn[context.kind]) {
    for (const { name, dialogue } of dialogues) {
      if (dialogue.channels !== undefined && !dialogue.channels.includes(channel)) continue;
      it(`${channel}: ${name} ${dialogue.name}`, async () => {
        const { application, newPartner } = await startOn(channel);
        await play(application, await context.database(), newPartner, dialogue);
        if (dialogue.changes !== undefined) await checkChanges(await context.database(), dialogue.changes);
        expect(telegram.violations).toEqual([]);
        expect(zalo.violations).toEqual([]);
      });
    }
  }
});
