import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../src/database/index.ts';
import type { InboundContent } from '../src/message/index.ts';
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
  waitSeconds,
} from './support/dialogue.ts';
import { openPublicAddress, type PublicAddress } from './support/public-address.ts';
import { type ScriptedTelegram, startScriptedTelegram } from './support/telegram/index.ts';
import { telegramPartner } from './support/telegram-partner.ts';
import { type ScriptedZalo, startScriptedZalo } from './support/zalo/index.ts';
import { zaloPartner } from './support/zalo-partner.ts';

const folder = fileURLToPath(new URL('./dialogues', import.meta.url));
const dialogues = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => ({ name, dialogue: readDialogue(join(folder, name)) }));

/** Hands messages to the turn as a channel would, without HTTP. */
function corePartner(application: TestApplication): DialoguePartner {
  const chat = 'c'.repeat(64);
  return {
    async send(content, key) {
      const result = await application.conversations.takeTurn({
        channel: 'web',
        updateKey: key,
        chat,
        person: chat,
        receivedAt: application.time.now,
        content,
      });
      if (result.kind !== 'answered') throw new Error(`The turn ended as ${result.kind}`);
      return result.replies.map(({ message }) => ({
        text: [...message.text, ...(message.footer ?? [])].map((s) => (typeof s === 'string' ? s : s.text)).join(''),
        courses: (message.courses ?? []).map((course) => course.id),
        choices: message.choices,
        ...(message.media === undefined ? {} : { picture: true }),
      }));
    },
  };
}

/** Talks over POST /api/chat as a program would. */
function webPartner(application: TestApplication): DialoguePartner {
  let conversation: string | undefined;
  return {
    async send(content, key) {
      const response = await application.app.request('/api/chat', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...(conversation && { conversation }), ...webBody(content), message_id: key }),
      });
      expect(response.status, await response.clone().text()).toBe(200);
      const body = (await response.json()) as {
        conversation: string;
        replies: {
          text: string;
          courses?: { id: string }[];
          choices: SeenReply['choices'];
          media?: { url: string };
        }[];
      };
      conversation = body.conversation;
      const seen = body.replies.map(async (reply): Promise<SeenReply> => {
        const picture = reply.media && (await application.app.request(reply.media.url));
        return {
          text: reply.text,
          courses: (reply.courses ?? []).map((course) => course.id),
          choices: reply.choices,
          ...(picture?.headers.get('content-type') === 'image/png' ? { picture: true } : {}),
        };
      });
      return Promise.all(seen);
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

async function play(application: TestApplication, partner: DialoguePartner, dialogue: Dialogue): Promise<void> {
  const offered = new Map<string, string>();
  const kept = new Map<string, string>();
  let last: InboundContent | undefined;
  for (const [position, step] of dialogue.steps.entries()) {
    const where = `step ${position + 1} ${JSON.stringify(step).slice(0, 100)}`;
    if ('wait' in step) {
      application.advance(waitSeconds(step.wait));
      continue;
    }
    const repeats = 'repeat' in step;
    if ('say' in step) last = { kind: 'text', text: step.say };
    else if ('start' in step) last = { kind: 'start', parameter: step.start };
    else if ('send' in step) last = step.send;
    else if ('press' in step || 'press-kept' in step) {
      const id = 'press' in step ? offered.get(step.press) : kept.get(step['press-kept']);
      if (id === undefined) throw new Error(`${where}: not offered; there are ${[...offered.keys()].join(', ')}`);
      last = { kind: 'choice', choice: id };
    }
    if (last === undefined) throw new Error(`${where}: nothing to repeat`);
    const replies = await partner.send(last, `m${repeats ? position - 1 : position}`);
    for (const choice of replies.flatMap((reply) => reply.choices)) offered.set(choice.label, choice.id);
    if (step.keep !== undefined) kept.set(step.keep, offered.get(step.keep) ?? '');
    check(replies, step.expect ?? {}, where);
  }
}

async function checkChanges(database: Database, changes: NonNullable<Dialogue['changes']>): Promise<void> {
  const wishes = await database.db.execute(sql`select unmet from wish order by id`);
  const marks = await database.db.execute(sql`
    select course.public_id as course, kind from course_mark join course on course.id = course_id order by marked_at`);
  const learners = await database.db.execute(sql`select 1 from learner`);
  if (changes.wishes !== undefined) expect(wishes.rows).toEqual(changes.wishes);
  if (changes.marks !== undefined) expect(marks.rows).toEqual(changes.marks);
  if (changes.learners !== undefined) expect(learners.rows).toHaveLength(changes.learners);
}

/** Everything on the embedded database; on Postgres the turn itself and one of the platforms each. */
const channelsOn: Readonly<Record<DatabaseKind, readonly DialogueChannel[]>> = {
  embedded: ['core', 'web', 'telegram', 'zalo'],
  postgres: ['core', 'telegram'],
  'postgres with one connection': ['core', 'zalo'],
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
  ): Promise<{ application: TestApplication; partner: DialoguePartner }> {
    if (channel === 'core' || channel === 'web') {
      const application = await testApplication(await context.database());
      return { application, partner: (channel === 'core' ? corePartner : webPartner)(application) };
    }
    const server = channel === 'telegram' ? telegram : zalo;
    // With an address of our own, links lead to us, and a platform can fetch pictures.
    const application = await bots.start({ PUBLIC_URL: outside.url, ...botSettings(channel, server) });
    outside.serve(application.app);
    now = () => application.time.now;
    const partner = channel === 'telegram' ? telegramPartner(application, telegram) : zaloPartner(application, zalo);
    return { application, partner };
  }

  for (const channel of channelsOn[context.kind]) {
    for (const { name, dialogue } of dialogues) {
      if (dialogue.channels !== undefined && !dialogue.channels.includes(channel)) continue;
      it(`${channel}: ${name} ${dialogue.name}`, async () => {
        const { application, partner } = await startOn(channel);
        await play(application, partner, dialogue);
        if (dialogue.changes !== undefined) await checkChanges(await context.database(), dialogue.changes);
        expect(telegram.violations).toEqual([]);
        expect(zalo.violations).toEqual([]);
      });
    }
  }
});
