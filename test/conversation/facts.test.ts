import { describe, expect, it } from 'vitest';
import { factInWords } from '../../src/conversation/words/facts.ts';
import type { Told } from '../../src/learners/index.ts';
import { factValues } from '../../src/learners/profile.ts';
import { createTranslator } from '../../src/locales/index.ts';

const examples: readonly Told[] = [
  { place: { label: 'Thủ Đức (cũ)', wards: ['26800'] } },
  { times: ['evening', 'weekend'] },
  { budget: 0 },
  { budget: 500_000 },
  { data: 'low' },
  { wheelchair: true },
  ...factValues.device.options.map((device) => ({ device })),
  ...factValues.role.options.map((role) => ({ role })),
  ...factValues.age_band.options.map((age_band) => ({ age_band })),
  { interests: [{ concept: 'lam-banh', label: 'làm bánh' }] },
  { interests: [{ field: 'arts' }] },
  ...factValues.goal.options[0].shape.kind.options.map((kind) => ({ goal: { kind } })),
  { goal: { occupation: 'ke-toan', label: 'kế toán' } },
  ...factValues.level.options.map((level) => ({ level })),
  ...factValues.language.options.map((language) => ({ language })),
  ...factValues.disability.element.options.map((value) => ({ disability: [value] })),
  ...factValues.phone.options.map((phone) => ({ phone })),
  ...factValues.address.options.map((address) => ({ address })),
  { speech: 'simple' },
];

describe.each(['vi', 'en'] as const)('facts in words (%s)', (locale) => {
  it('are all different, and none is a fall-back of another', () => {
    const t = createTranslator(locale);
    const words = examples.flatMap((told) => {
      const [kind] = Object.keys(told) as (keyof Told)[];
      return kind === undefined ? [] : (factInWords(t, locale, told, kind) ?? []);
    });
    expect(words).toHaveLength(examples.length);
    expect(new Set(words).size).toBe(examples.length);
  });
});
