import { setTimeout as wait } from 'node:timers/promises';
import { startScriptedTelegram } from '../test/support/telegram/index.ts';
import { benchQueries, percentiles } from './corpus.ts';

/** What a load through the platform came to. */
export interface LoadFigures {
  readonly perSecond: number;
  /** From the person's message to the first call that answers it, in milliseconds. */
  readonly p50: number;
  readonly p95: number;
}

/** People on the scripted Telegram who write to a bot by webhook, forty requests at once as the real one does. */
export interface PlatformLoad {
  readonly token: string;
  readonly url: string;
  readonly people: number;
  /** `turns` messages as fast as they are answered, never more than `atOnce` unanswered. */
  saturate(turns: number): Promise<LoadFigures>;
  /** `turns` messages that come at random moments (Poisson), so many a second, whether answered or not. */
  steadily(turns: number, perSecond: number): Promise<LoadFigures>;
  close(): Promise<void>;
}

const atOnce = 40;

/**
 * People enough that nobody writes twice within two seconds at 500 messages a second: what comes so close together is
 * understood as one thought, which is another piece of work.
 */
const crowd = 1000;

export async function startPlatformLoad(): Promise<PlatformLoad> {
  const telegram = await startScriptedTelegram({ webhookAtOnce: atOnce });
  const people = Array.from({ length: crowd }, () => telegram.person());
  const free = [...people];
  const waiting = new Map<number, (at: number) => void>();
  let written = 0;

  telegram.fault(
    (call) => {
      if (call.method === 'sendMessage') waiting.get(Number(call.payload.chat_id))?.(performance.now());
      return false;
    },
    { kind: 'reset' },
  );

  /** One message of a person; resolves with the milliseconds until its answer came in. */
  function ask(person: (typeof people)[number]): Promise<number> {
    return new Promise((done, fail) => {
      const asked = performance.now();
      const late = setTimeout(() => fail(new Error(`No answer in 30 s to message ${written}`)), 30_000);
      waiting.set(person.id, (at) => {
        clearTimeout(late);
        waiting.delete(person.id);
        done(at - asked);
      });
      person.send(benchQueries[written++ % benchQueries.length] ?? '');
    });
  }

  /** The person who has been silent longest writes. */
  async function askNext(): Promise<number> {
    const person = free.shift();
    if (person === undefined) throw new Error(`All ${crowd} people wait for an answer: the load is too high`);
    const time = await ask(person);
    free.push(person);
    return time;
  }

  function figures(times: readonly number[], started: number): LoadFigures {
    const seconds = (performance.now() - started) / 1000;
    const [first] = telegram.violations;
    if (first !== undefined) throw new Error(`A wrong call: ${first.method}: ${first.description}`);
    return { perSecond: times.length / seconds, ...percentiles(times) };
  }

  return {
    token: telegram.token,
    url: telegram.url,
    people: crowd,
    async saturate(turns) {
      let left = turns;
      const started = performance.now();
      const times: number[] = [];
      await Promise.all(
        Array.from({ length: atOnce }, async () => {
          while (left-- > 0) times.push(await askNext());
        }),
      );
      return figures(times, started);
    },
    async steadily(turns, perSecond) {
      const answers: Promise<number>[] = [];
      const started = performance.now();
      let due = started;
      for (let turn = 0; turn < turns; turn++) {
        due += (-Math.log(1 - Math.random()) / perSecond) * 1000;
        const rest = due - performance.now();
        if (rest > 1) await wait(rest);
        answers.push(askNext());
      }
      return figures(await Promise.all(answers), started);
    },
    close: () => telegram.close(),
  };
}
