import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createLogBuilder, type InteractionLog } from '../../discovery/index.ts';

/** What an evaluation asks: the item hidden of somebody whose history is known. */
export interface HeldOut {
  /** The learner's line in the training file; undefined: nothing is known of them. */
  readonly line: number | undefined;
  /** Undefined: no learner took it, so that nobody can recommend it. */
  readonly item: number | undefined;
}

export interface EvaluationLogs {
  /** The first learners, whom the recommenders are trained on. */
  readonly train: InteractionLog;
  /** All of them, in the order of the file. */
  readonly all: InteractionLog;
  readonly heldOut: readonly HeldOut[];
}

/**
 * Reads `learner item item …` lines and `learner item` lines, one at a time.
 * @param learners how many of the first ones to train on
 * @throws Error naming the file and line that is not so
 */
export async function readLogs(trainFile: string, testFile: string, learners: number): Promise<EvaluationLogs> {
  const items = new Map<string, number>();
  const lines = new Map<string, number>();
  const [train, all] = [createLogBuilder(), createLogBuilder()];
  for await (const [learner = '', ...taken] of wordsOf(trainFile)) {
    if (lines.has(learner)) throw new Error(`${trainFile}: learner ${learner} has two lines`);
    const numbers = taken.map((item) => {
      const number = items.get(item) ?? items.size;
      items.set(item, number);
      return number;
    });
    if (lines.size < learners) train.add(numbers);
    all.add(numbers);
    lines.set(learner, lines.size);
  }
  const heldOut: HeldOut[] = [];
  for await (const words of wordsOf(testFile)) {
    const [learner, item, ...more] = words;
    if (learner === undefined || item === undefined || more.length > 0)
      throw new Error(`${testFile}: “${words.join(' ')}” is not a learner and an item`);
    heldOut.push({ line: lines.get(learner), item: items.get(item) });
  }
  return { train: train.finish(items.size), all: all.finish(items.size), heldOut };
}

async function* wordsOf(file: string): AsyncGenerator<string[]> {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    const words = line.trim().split(/\s+/);
    if (words[0] !== '') yield words;
  }
}
