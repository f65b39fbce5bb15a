import { expect, test } from 'vitest';
import { readOccupationFiles } from '../../../src/discovery/careers/occupation-file.ts';
import { taxonomyCounts } from '../../../src/discovery/careers/taxonomy-counts.ts';

test('there are at least 170 occupations, each in both languages and with three skills or more', () => {
  const { fields, occupations } = readOccupationFiles();
  expect(occupations.length).toBeGreaterThanOrEqual(170);
  expect(new Set(occupations.map(({ field }) => field))).toEqual(new Set(fields.map(({ id }) => id)));
  for (const { id, names, skills } of occupations) {
    expect(names.vi.trim() !== '' && names.en.trim() !== '', id).toBe(true);
    expect(skills.length, id).toBeGreaterThanOrEqual(2);
    expect(
      skills.some(({ weight }) => weight === 1),
      `${id} has something essential`,
    ).toBe(true);
  }
});

test('no two occupations share an address in ESCO, and no name belongs to two', () => {
  const { occupations } = readOccupationFiles();
  const addresses = occupations.flatMap(({ esco }) => esco ?? []);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses.length).toBeGreaterThanOrEqual(200);
  const names = occupations.map(({ names: { vi } }) => vi);
  expect(new Set(names).size).toBe(names.length);
});

test('at least 500 concepts have a name in Vietnamese and one in English, and some their skill in ESCO', () => {
  const counts = taxonomyCounts();
  expect(counts.named).toBeGreaterThanOrEqual(500);
  expect(counts.escoSkills).toBeGreaterThanOrEqual(90);
});
