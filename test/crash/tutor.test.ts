import { sql } from 'drizzle-orm';
import { afterEach, expect, it } from 'vitest';
import { openDatabase } from '../../src/database/index.ts';
import { createPostgresDatabase } from '../support/databases.ts';
import { type ModelServer, startModelServer } from '../support/model-server.ts';
import { type Program, removeFolder, startProgram, temporaryFolder } from '../support/program.ts';

/** TUTOR_KILLS: longer runs than those of every day. */
const kills = Number(process.env.TUTOR_KILLS ?? 2);
const people = 8;
const questionsEach = 2;
const modelMilliseconds = 250;
const testMilliseconds = 120_000 + kills * 40_000;

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (let step = undo.pop(); step !== undefined; step = undo.pop()) await step();
});

/** Posts to the chat until it is answered, by whichever program runs: `message_id` keeps it one message. */
async function post(url: () => string, body: Record<string, string>): Promise<{ conversation: string }> {
  for (;;) {
    try {
      const response = await fetch(`${url()}/api/chat`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (response.ok) return (await response.json()) as { conversation: string };
    } catch {
      // It was killed; the next one takes its place.
    }
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** Kills the program while the model is thinking, again and again, and holds what was told and charged against what was asked. */
async function survives(environment: Record<string, string>, dataDir: string): Promise<void> {
  const model: ModelServer = await startModelServer(() => ({
    kind: 'say',
    text: 'Bài học không nói tới chuyện này. Bạn đang gặp nó ở đâu?',
    after: new Promise((done) => setTimeout(done, modelMilliseconds)),
  }));
  undo.push(model.close);
  let program: Program;
  const start = async (): Promise<void> => {
    program = await startProgram({
      dataDir,
      environment: {
        ...environment,
        SAMPLE_DATA: 'no',
        LOG_LEVEL: 'warn',
        RATE_LIMIT_PER_MINUTE: '0',
        OPENAI_API_KEY: 'test-key',
        OPENAI_BASE_URL: model.url,
        OPENAI_MODEL: 'scripted',
      },
    });
    undo.push(program.kill9);
  };
  await start();
  const url = (): string => program.url;

  const asked = Array.from({ length: people }, async (_, person) => {
    const { conversation } = await post(url, { text: '/ai bat', message_id: `on-${person}` }).then(
      async (first) => first,
    );
    for (let number = 1; number <= questionsEach; number++)
      await post(url, { conversation, text: `/hoi chuyện số ${number} là sao?`, message_id: `${person}-${number}` });
  });
  for (let killed = 0; killed < kills; killed++) {
    const before = model.requests.length;
    // While calls are under way, and a different while each time.
    while (model.load.now === 0 || model.requests.length < before + 1 + killed)
      await new Promise((done) => setTimeout(done, 20));
    await program!.kill9();
    await start();
  }
  await Promise.all(asked);
  const database = environment.DATABASE_URL;
  const left = async (): Promise<number> => {
    const response = await fetch(`${url()}/metrics`);
    const text = await response.text();
    return text
      .split('\n')
      .filter((line) => line.startsWith('ban_hoc_tutor_answers_total{'))
      .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
  };
  for (let same = 0, last = -1; same < 30; ) {
    const now = await left();
    same = now === last && model.load.now === 0 ? same + 1 : 0;
    last = now;
    await new Promise((done) => setTimeout(done, 100));
  }
  expect(await program!.stop()).toBe(0);

  const opened = await openDatabase({ databaseUrl: database, dataDir });
  undo.push(() => opened.close());
  const { rows } = await opened.db.execute<Record<string, number>>(sql`
    select
      (select count(*)::int from tutor_question) as questions,
      (select count(*)::int from tutor_question where state <> 'done') as open,
      (select count(*)::int from turn where update_key like 'tutor:%') as turns,
      (select count(*)::int from delivery where turn_id in (select id from turn where update_key like 'tutor:%')) as told,
      (select count(*)::int from tutor_message where author = 'tutor') as recorded,
      (select coalesce(sum(questions), 0)::int from tutor_spending) as charged,
      (select count(*)::int from tutor_question where reserved_micro_usd is not null) as reserved,
      (select coalesce(sum(micro_usd), 0)::int from tutor_spending) as spent,
      (select coalesce(sum(coalesce(cost_micro_usd, reserved_micro_usd)), 0)::int from tutor_question) as cost`);
  const questions = people * questionsEach;
  const { charged, reserved, spent, cost, ...counts } = rows[0] ?? {};
  expect(counts).toEqual({ questions, open: 0, turns: questions, told: questions, recorded: questions });
  expect(charged).toBe(reserved);
  expect(spent).toBe(cost);
  expect(model.load.most).toBeLessThanOrEqual(8 + kills * 8);
}

it(`answers each question once over ${kills} kills, embedded`, { timeout: testMilliseconds }, async () => {
  const dataDir = await temporaryFolder();
  undo.push(() => removeFolder(dataDir));
  await survives({}, dataDir);
});

it(`answers each question once over ${kills} kills, on Postgres`, { timeout: testMilliseconds }, async () => {
  const { databaseUrl, drop } = await createPostgresDatabase();
  undo.push(drop);
  const dataDir = await temporaryFolder();
  undo.push(() => removeFolder(dataDir));
  await survives({ DATABASE_URL: databaseUrl }, dataDir);
});
