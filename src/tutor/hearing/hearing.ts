import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Distress } from '../distress-lists.ts';
import { featureCount, featuresOf } from './features.ts';
import { type Linear, probability } from './training.ts';

/** The weights, as `npm run train:distress` writes them. */
export const weightsFile = fileURLToPath(new URL('../../../content/distress/hearing.json', import.meta.url));

const stored = z.strictObject({
  /** SHA-256 of the files it was trained on, in their order. */
  trained_on: z.string(),
  bias: z.number(),
  /** A weight is this times a whole number of 16 bits. */
  scale: z.number(),
  /** The whole numbers, least byte first, in base64. */
  weights: z.base64(),
});

/** Reads weights. @throws ZodError or RangeError for a file that holds none */
export function readWeights(file: string): Linear & { readonly trainedOn: string } {
  const { trained_on: trainedOn, bias, scale, weights } = stored.parse(JSON.parse(readFileSync(file, 'utf8')));
  const bytes = Buffer.from(weights, 'base64');
  if (bytes.length !== featureCount * 2)
    throw new RangeError(`${file} has ${bytes.length / 2} weights, not ${featureCount}`);
  const read = Float32Array.from({ length: featureCount }, (_, at) => bytes.readInt16LE(at * 2) * scale);
  return { weights: read, bias, trainedOn };
}

/** The text of a file of weights. */
export function weightsText({ weights, bias }: Linear, trainedOn: string): string {
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9) / 32767;
  const bytes = Buffer.alloc(weights.length * 2);
  for (const [at, weight] of weights.entries()) bytes.writeInt16LE(Math.round(weight / scale), at * 2);
  return `${JSON.stringify({ trained_on: trainedOn, bias, scale, weights: bytes.toString('base64') })}\n`;
}

let loaded: Linear | undefined;

/** How likely a text tells of danger, 0 to 1. @param listed what the lists say of it */
export function dangerIn(text: string, listed: Distress | undefined): number {
  loaded ??= readWeights(weightsFile);
  return probability(loaded, featuresOf(text, listed));
}
