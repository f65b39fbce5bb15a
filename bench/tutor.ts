import { setTimeout as wait } from 'node:timers/promises';
import { type ModelServer, startModelServer } from '../test/support/model-server.ts';
import { startPostgres } from '../test/support/postgres.ts';
import { type Program, removeFolder, startProgram, temporaryFolder } from '../test/support/program.ts';
import { residentMegabytes } from './cpu-time.ts';

/** Questions one after another, to see what we add to the model's own time; a learner may ask thirty a day. */
const oneByOne = Number(process.env.BENCH_TUTOR_ALONE ?? '200');
const quickMilliseconds = 50;
/** Learners who all ask in the same second, of a model that takes two. */
const crowd = Number(process.env.BENCH_TUTOR_CROWD ?? '200');
const slowMilliseconds = 2000;
const questionsEach = 20;
const warmUp = 20;
const directCalls = 40;

interface Measured {
  readonly name: string;
  /** What a bare call of the endpoint takes besides its thinking: the peer. */
  readonly direct: readonly number[];
  readonly added: readonly number[];
  readonly crowd: readonly number[];
  readonly byModel: number;
  readonly megabytes: { readonly before: number; readonly during: number; readonly after: number };
}

/** Somebody on the web, with their page open. */
interface Page {
  ask(text: string): Promise<number>;
  close(): void;
}

async function openPage(url: string): Promise<Page> {
  const post = async (body: Record<string, string>): Promise<{ conversation: string }> => {
    const response = await fetch(`${url}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    return (await response.json()) as { conversation: string };
  };
  const { conversation } = await post({ text: '/ai bat' });
  const stop = new AbortController();
  const stream = await fetch(`${url}/api/chat/events?conversation=${conversation}`, { signal: stop.signal });
  if (stream.body === null || !stream.ok) throw new Error(`The stream was refused: ${stream.status}`);
  const heard: (() => void)[] = [];
  let came = 0;
  void (async () => {
    try {
      for await (const chunk of stream.body as unknown as AsyncIterable<Uint8Array>) {
        came += Buffer.from(chunk).toString().split('event: reply').length - 1;
        while (came > 0 && heard.length > 0) {
          came--;
          heard.shift()?.();
        }
      }
    } catch {
      // Closed.
    }
  })();
  return {
    async ask(text) {
      const from = performance.now();
      const told = new Promise<void>((done) => heard.push(done));
      await post({ conversation, text });
      await told;
      return performance.now() - from;
    },
    close: () => stop.abort(),
  };
}

/** One call of the endpoint with nothing around it. */
async function callBare(url: string): Promise<void> {
  const response = await fetch(`${url}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer bench-key' },
    body: JSON.stringify({
      model: 'scripted',
      messages: [
        { role: 'system', content: 'You are a tutor.' },
        { role: 'user', content: 'Chuyện này là sao?' },
      ],
    }),
  });
  await response.json();
}

async function measure(name: string, environment: Record<string, string>): Promise<Measured> {
  let thinks = quickMilliseconds;
  let took = 0;
  const model: ModelServer = await startModelServer(() => {
    const from = performance.now();
    const after = wait(thinks).then(() => {
      took += performance.now() - from;
    });
    return { kind: 'say', text: 'Bài học không nói tới chuyện này. Bạn đang gặp nó ở đâu?', after };
  });
  const dataDir = await temporaryFolder();
  const program: Program = await startProgram({
    dataDir,
    environment: {
      ...environment,
      SAMPLE_DATA: 'no',
      LOG_LEVEL: 'warn',
      RATE_LIMIT_PER_MINUTE: '0',
      TUTOR_DAILY_BUDGET_USD: '1000',
      OPENAI_API_KEY: 'bench-key',
      OPENAI_BASE_URL: model.url,
      OPENAI_MODEL: 'scripted',
    },
  });
  const memory = (): number => Math.round(residentMegabytes(program.process.pid ?? 0));
  try {
    const direct: number[] = [];
    for (let number = 0; number < directCalls; number++) {
      took = 0;
      const from = performance.now();
      await callBare(model.url);
      direct.push(performance.now() - from - took);
    }
    const added: number[] = [];
    let page = await openPage(program.url);
    // Until the engine has compiled what every question runs, as after the first minutes of a day.
    for (let number = 0; number < warmUp; number++) await page.ask(`/hoi chuyện thử số ${number} là sao?`);
    page.close();
    page = await openPage(program.url);
    for (let number = 0; number < oneByOne; number++) {
      if (number % questionsEach === questionsEach - 1) {
        page.close();
        page = await openPage(program.url);
      }
      took = 0;
      const whole = await page.ask(`/hoi chuyện số ${number} là sao?`);
      added.push(whole - took);
    }
    page.close();

    thinks = slowMilliseconds;
    const pages: Page[] = [];
    for (let person = 0; person < crowd; person++) pages.push(await openPage(program.url));
    const before = memory();
    const asked = model.requests.length;
    const answered = pages.map((one) => one.ask('/hoi chuyện này là sao?'));
    await wait(8000);
    const during = memory();
    const times = await Promise.all(answered);
    const byModel = model.requests.length - asked;
    for (const one of pages) one.close();
    await wait(12_000);
    return { name, direct, added, crowd: times, byModel, megabytes: { before, during, after: memory() } };
  } finally {
    await program.stop();
    await model.close();
    await removeFolder(dataDir);
  }
}

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

/** What the tutor adds to the model's own time, and a crowd that asks at once; on both databases. */
export async function run(): Promise<void> {
  const measured = [await measure('embedded', {})];
  const postgres = await startPostgres();
  try {
    measured.push(await measure('Postgres', { DATABASE_URL: `${postgres.url}/postgres` }));
  } finally {
    await postgres.stop();
  }
  console.log(
    `${oneByOne} questions one after another, a model of ${quickMilliseconds} ms; ${crowd} at once, a model of ${slowMilliseconds} ms`,
  );
  console.table(
    Object.fromEntries(
      measured.map(({ name, direct, added, crowd: times, byModel, megabytes }) => [
        name,
        {
          'bare call p50 ms': percentile(direct, 0.5).toFixed(1),
          'added p50 ms': percentile(added, 0.5).toFixed(1),
          'added p95 ms': percentile(added, 0.95).toFixed(1),
          'crowd p50 s': (percentile(times, 0.5) / 1000).toFixed(1),
          'crowd last s': (Math.max(...times) / 1000).toFixed(1),
          'answered by the model': byModel,
          'MB before, during, after': Object.values(megabytes).join(', '),
        },
      ]),
    ),
  );
  console.log(
    JSON.stringify(
      Object.fromEntries(
        measured.map(({ name, direct, added, crowd: times, byModel, megabytes }) => [
          name,
          {
            bare_p50_ms: Number(percentile(direct, 0.5).toFixed(1)),
            added_p50_ms: Number(percentile(added, 0.5).toFixed(1)),
            added_p95_ms: Number(percentile(added, 0.95).toFixed(1)),
            crowd_last_s: Number((Math.max(...times) / 1000).toFixed(1)),
            crowd_by_model: byModel,
            megabytes,
          },
        ]),
      ),
    ),
  );
}
