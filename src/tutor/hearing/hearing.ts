import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Distress } from '../distress-lists.ts';
import { featureCount, featuresOf } from './features.ts';
import { type Linear, probability } from './training.ts';

/** The weights, as `npm run train:distress` writes them. */
export const weightsFile = fileURLToPath(new URL('../../../content/distress/hearing.json', import.meta.url));

const storedLinear = z.strictObject({
  bias: z.number(),
  /** A weight is this times a whole number of 8 bits. */
  scale: z.number(),
  /** How far each feature that has a weight is from the one before, in bytes of seven bits, the last of each without its high bit; base64. */
  steps: z.base64(),
  /** The whole numbers in the same order, in base64. */
  weights: z.base64(),
});

const stored = z.strictObject({
  /** SHA-256 of the files it was trained on, in their order. */
  trained_on: z.string(),
  /** Whether there is danger. */
  danger: storedLinear,
  /** Whether a danger is of harm by others. */
  violence: storedLinear,
});

/** What was learnt. */
export interface Hearing {
  readonly trainedOn: string;
  readonly danger: Linear;
  readonly violence: Linear;
}

/** Reads weights. @throws ZodError or RangeError for a file that holds none */
export function readWeights(file: string): Hearing {
  const { trained_on: trainedOn, danger, violence } = stored.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { trainedOn, danger: linearOf(danger), violence: linearOf(violence) };
}

function linearOf({ bias, scale, steps, weights }: z.infer<typeof storedLinear>): Linear {
  const read = new Int8Array(featureCount);
  const numbers = Buffer.from(weights, 'base64');
  let [feature, step, shift, count] = [-1, 0, 0, 0];
  for (const byte of Buffer.from(steps, 'base64')) {
    step |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte & 0x80) continue;
    feature += step;
    if (count >= numbers.length || feature >= featureCount)
      throw new RangeError('The weights are cut off or of another kind.');
    read[feature] = numbers.readInt8(count++);
    [step, shift] = [0, 0];
  }
  if (count < numbers.length) throw new RangeError('The weights are cut off or of another kind.');
  return { weights: read, scale, bias };
}

/** Smaller numbers are not kept: a quarter of the file would be such, and leaving them out moved the figures of `--check` by half a per cent. */
const leastKept = 16;

/** Weights as they are after they were written down and read. */
export function asStored(linear: Linear): Linear {
  return linearOf(storedOf(linear));
}

/** The text of a file of weights. */
export function weightsText({ trainedOn, danger, violence }: Hearing): string {
  return `${JSON.stringify({ trained_on: trainedOn, danger: storedOf(danger), violence: storedOf(violence) }, null, 2)}\n`;
}

function storedOf({ weights, scale: unit, bias }: Linear): z.infer<typeof storedLinear> {
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const scale = (unit * Math.max(largest, 1e-9)) / 127;
  const steps: number[] = [];
  const numbers: number[] = [];
  let last = -1;
  for (const [feature, weight] of weights.entries()) {
    const number = Math.round((unit * weight) / scale);
    if (Math.abs(number) < leastKept) continue;
    let step = feature - last;
    for (; step > 0x7f; step >>>= 7) steps.push((step & 0x7f) | 0x80);
    steps.push(step);
    numbers.push(number);
    last = feature;
  }
  return {
    bias,
    scale,
    steps: Buffer.from(steps).toString('base64'),
    weights: Buffer.from(Int8Array.from(numbers).buffer).toString('base64'),
  };
}

let loaded: Hearing | undefined;

/**
 * How likely a text tells of danger, and how likely that danger, if it is one, is harm by others and no wish to die: 0 to 1.
 * @param listed what the lists say of it
 */
export function dangerIn(
  text: string,
  listed: Distress | undefined,
): { readonly danger: number; readonly violence: number } {
  loaded ??= readWeights(weightsFile);
  const features = featuresOf(text, listed);
  return { danger: probability(loaded.danger, features), violence: probability(loaded.violence, features) };
}
