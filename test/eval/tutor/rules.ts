import { readdirSync } from 'node:fs';
import type { Lessons } from '../../../src/learning/index.ts';
import { check } from '../../../src/tutor/guards/check.ts';
import { guardExamples } from '../../tutor/guard-example.ts';
import { wilson } from './wilson.ts';

/** E0: the examples of every rule against its guard. Returns whether all were judged as they should be. */
export function evaluateRules(lessons: Lessons, print: (line: string) => void): boolean {
  print('E0  rules as functions, on written examples (test/tutor/guards)');
  print('rule   good let through   bad refused');
  let isRight = true;
  const files = readdirSync(new URL('../../tutor/guards', import.meta.url)).sort();
  for (const file of files) {
    const name = file.replace('.yaml', '');
    const rule = name.replace(/^R0/, 'R');
    const examples = guardExamples(name, lessons);
    const breaks = ({ draft, situation }: (typeof examples)[number]): boolean =>
      check(draft, situation).some((violation) => violation.rule === rule);
    const good = examples.filter(({ isGood }) => isGood);
    const bad = examples.filter(({ isGood }) => !isGood);
    const [let_, refused] = [good.filter((one) => !breaks(one)).length, bad.filter(breaks).length];
    isRight &&= let_ === good.length && refused === bad.length;
    print(
      `${rule.padEnd(6)} ${`${let_}/${good.length}`.padStart(16)} ${`${refused}/${bad.length}`.padStart(13)}  (≥ ${percent(wilson(refused, bad.length).low)})`,
    );
  }
  return isRight;
}

export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
