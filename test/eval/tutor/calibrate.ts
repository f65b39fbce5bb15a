import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A reply, what two people say of it, and what a model says as a judge: does it meet what the case expects? */
const label = z.strictObject({
  id: z.string(),
  first: z.boolean(),
  second: z.boolean(),
  judge: z.boolean().optional(),
});
export type Label = z.output<typeof label>;

/** Fewer replies than this show nothing of a judge. */
export const fewestLabels = 100;
/** Below this a judge's word is advice. */
export const leastF1 = 0.7;

export interface Calibration {
  readonly replies: number;
  /** Cohen's kappa of the two people (Cohen 1960). */
  readonly kappa: number;
  /** Of the judge, in finding the replies that both people call bad; undefined where there is no judge. */
  readonly judge: { readonly precision: number; readonly recall: number; readonly f1: number } | undefined;
  readonly verdict: 'too few' | 'advisory' | 'may judge' | 'no judge';
}

/** How far two people agree, and how far a judge agrees with what both of them say. */
export function calibrate(labels: readonly Label[]): Calibration {
  const of = labels.length;
  const same = labels.filter(({ first, second }) => first === second);
  const share = (who: 'first' | 'second'): number => labels.filter((one) => one[who]).length / of;
  const [p, q] = [share('first'), share('second')];
  const chance = p * q + (1 - p) * (1 - q);
  const kappa = of === 0 ? 0 : chance === 1 ? 1 : (same.length / of - chance) / (1 - chance);
  const judged = same.filter(({ judge }) => judge !== undefined);
  if (judged.length === 0)
    return { replies: of, kappa, judge: undefined, verdict: of < fewestLabels ? 'too few' : 'no judge' };
  const found = judged.filter(({ judge }) => judge === false).length;
  const bad = judged.filter(({ first }) => !first).length;
  const both = judged.filter(({ judge, first }) => judge === false && !first).length;
  const precision = found === 0 ? 0 : both / found;
  const recall = bad === 0 ? 0 : both / bad;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  const verdict = of < fewestLabels ? 'too few' : f1 < leastF1 ? 'advisory' : 'may judge';
  return { replies: of, kappa, judge: { precision, recall, f1 }, verdict };
}

/** Reads labelled replies, one a line. Throws naming the line that is wrong. */
export function readLabels(file: string): readonly Label[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, at) => {
      const read = label.safeParse(JSON.parse(line));
      if (!read.success) throw new Error(`${file}:${at + 1}: ${z.prettifyError(read.error)}`);
      return read.data;
    });
}
