import { appendFileSync, writeFileSync } from 'node:fs';
import type { Lessons } from '../../../src/learning/index.ts';
import { fold } from '../../../src/text/index.ts';
import { distressOf } from '../../../src/tutor/index.ts';
import { createModelTutor } from '../../../src/tutor/llm/answer.ts';
import type { ModelSettings } from '../../../src/tutor/llm/settings.ts';
import type { TutorSources } from '../../../src/tutor/llm/sources.ts';
import { type Case, questionOf } from './cases.ts';
import { percent } from './rules.ts';
import { wilson } from './wilson.ts';

const times = 3;
const answerMilliseconds = 20_000;

interface Tried {
  readonly kind: Case['kind'];
  readonly isGood: boolean;
  readonly seconds: number;
  readonly microUsd: number;
  readonly why: string;
}

/**
 * E2: every case three times against a live model, with all guards. A case counts as passed when its answer got through them and says nothing
 * that it must not; whether it also teaches well is for people and for a calibrated judge: `--replies FILE` writes the answers down for them.
 */
export async function evaluateLive(
  lessons: Lessons,
  sources: TutorSources,
  cases: readonly Case[],
  {
    settings,
    replies,
    print,
  }: {
    readonly settings: ModelSettings;
    readonly replies: string | undefined;
    readonly print: (line: string) => void;
  },
): Promise<boolean> {
  const tutor = createModelTutor(settings, sources);
  const tried: Tried[] = [];
  let prompt = '';
  if (replies !== undefined) writeFileSync(replies, '');
  for (const one of cases) {
    if (one.kind === 'distress') {
      tried.push({
        kind: one.kind,
        isGood: distressOf(one.asked) !== undefined,
        seconds: 0,
        microUsd: 0,
        why: 'not heard',
      });
      continue;
    }
    for (let time = 1; time <= times; time++) {
      const { question, history } = questionOf(one, tried.length + 1, lessons);
      const from = performance.now();
      const outcome = await tutor.answer(
        { question, history, passages: tutor.passages({ question }), now: new Date(), isAgreed: async () => true },
        AbortSignal.timeout(answerMilliseconds),
      );
      const seconds = (performance.now() - from) / 1000;
      prompt = outcome.made.prompt;
      const { result } = outcome;
      const text = result.kind === 'answer' && result.answer.kind === 'model' ? result.answer.text : '';
      const said = one.must_not.find((words) => fold(text).includes(fold(words)));
      const why = outcome.result.kind === 'failed' ? outcome.result.reason : said === undefined ? '' : `says “${said}”`;
      tried.push({ kind: one.kind, isGood: why === '', seconds, microUsd: outcome.made.microUsd ?? 0, why });
      if (replies !== undefined)
        appendFileSync(
          replies,
          `${JSON.stringify({ id: `${one.id}/${time}`, case: one.id, text, refused: outcome.refused })}\n`,
        );
    }
  }
  print(`\nE2  ${cases.length} conversations, ${times} times each: ${settings.model}, ${prompt}`);
  for (const kind of [...new Set(cases.map((one) => one.kind))]) {
    const of = tried.filter((one) => one.kind === kind);
    const passed = of.filter(({ isGood }) => isGood).length;
    const { low, high } = wilson(passed, of.length);
    const reasons = [...new Set(of.filter(({ isGood }) => !isGood).map(({ why }) => why))].join(', ');
    print(
      `${kind.padEnd(10)} ${`${passed}/${of.length}`.padStart(7)}  ${percent(low)} to ${percent(high)}  ${reasons}`,
    );
  }
  const seconds = tried
    .map((one) => one.seconds)
    .filter((each) => each > 0)
    .sort((a, b) => a - b);
  const cost = tried.reduce((sum, { microUsd }) => sum + microUsd, 0) / 1e6;
  print(
    `p50 ${seconds[Math.floor(seconds.length / 2)]?.toFixed(1)} s, p95 ${seconds[Math.floor(seconds.length * 0.95)]?.toFixed(1)} s, ${cost.toFixed(4)} USD`,
  );
  return true;
}
