import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { redact } from '../../src/tutor/index.ts';

const linesOf = <Line>(name: string): readonly Line[] =>
  readFileSync(new URL(`./redaction/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

it('takes out at least 98 of 100 identifiers that others planted', () => {
  const lines = linesOf<{ readonly text: string; readonly planted: readonly string[] }>('identifiers.jsonl');
  const spans = lines.flatMap(({ text, planted }) => {
    const left = redact(text).text;
    return planted.map((span) => ({ span, isLeft: left.includes(span) }));
  });
  const left = spans.filter(({ isLeft }) => isLeft).map(({ span }) => span);
  process.stdout.write(`identifiers: ${spans.length}, left: ${left.length}\n`);
  expect(spans.length).toBeGreaterThanOrEqual(300);
  expect(left.length, left.join('\n')).toBeLessThanOrEqual(0.02 * spans.length);
});

it('leaves at least 95 of 100 harmless numbers of others', () => {
  const lines = linesOf<{ readonly text: string; readonly kept: readonly string[] }>('harmless-numbers.jsonl');
  const spans = lines.flatMap(({ text, kept }) => {
    const left = redact(text).text;
    return kept.map((span) => ({ span, isLeft: left.includes(span) }));
  });
  const lost = spans.filter(({ isLeft }) => !isLeft).map(({ span }) => span);
  process.stdout.write(`harmless numbers: ${spans.length}, taken: ${lost.length}\n`);
  expect(spans.length).toBeGreaterThanOrEqual(100);
  expect(lost.length, lost.join('\n')).toBeLessThanOrEqual(0.05 * spans.length);
});
