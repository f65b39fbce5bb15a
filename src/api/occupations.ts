import { z } from 'zod';
import type { Course } from '../catalogue/index.ts';
import type { Clock, Database } from '../database/index.ts';
import {
  type CareerPath,
  type Finder,
  type KeptWish,
  type NeededSkill,
  type Occupation,
  skillName,
} from '../discovery/index.ts';
import type { Locale } from '../message/index.ts';
import { type Endpoint, NotFound, publicEndpoint } from './endpoint.ts';
import { localeOf } from './staff-access.ts';
import { wholeNumber } from './whole-number.ts';

export interface OccupationsApiOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly coursePage: (courseId: string) => string;
  readonly finder: Finder;
}

const query = z.object({
  q: z.string().max(300).default('').describe('An occupation as people write it; empty lists all.'),
  limit: wholeNumber(1, 100, 20).describe('Occupations in one answer.'),
  offset: wholeNumber(0, 100_000, 0).describe('Occupations to skip.'),
});

const skillSchema = z.object({
  id: z.string().nullable().describe('The concept of the taxonomy; null for a name that it does not know.'),
  name: z.string(),
  weight: z.number().describe('From 1, essential, down to 0.3, useful.'),
});

const occupationSchema = z.object({
  id: z.string(),
  title: z.string(),
  title_en: z.string(),
  field: z.string().nullable(),
  esco: z.url().nullable().describe('The address of the same occupation in ESCO, where one is known.'),
  skills: z.array(skillSchema).describe('In the order of learning.'),
});

const pathSchema = z.object({
  steps: z.array(
    z.object({
      course: z.object({
        id: z.string(),
        title: z.string(),
        organisation: z.string(),
        page: z.url(),
        price_vnd: z.int().nullable(),
        duration_hours: z.number().nullable(),
        sample: z.boolean(),
      }),
      skills: z.array(skillSchema),
    }),
  ),
  missing: z.array(skillSchema).describe('Skills that no course teaches.'),
  price_vnd: z.int().describe('The known fees together.'),
  duration_hours: z.number().describe('The known hours together.'),
});

const list = z.object({
  occupations: z.array(occupationSchema),
  named: z.boolean().describe('False when the text names none of them; those then are only near.'),
});

const one = occupationSchema.extend({ path: pathSchema });

const params = z.object({ id: z.string().regex(/^[a-z0-9-]{1,60}$/) });

/** Occupations, what they need, and a way to each by courses of the catalogue for somebody of whom nothing is known. */
export function occupationEndpoints(options: OccupationsApiOptions): readonly Endpoint[] {
  const { finder } = options;
  return [
    publicEndpoint('GET /api/v1/occupations', {
      summary: 'Occupations and the skills that each needs',
      query,
      answers: { 200: { description: 'Those that the text names, else the nearest', schema: list } },
      async handle({ c, query: { q, limit, offset } }) {
        const locale = localeOf(c);
        const { all } = finder.occupations;
        const { named, near } = q.trim() === '' ? { named: all, near: [] } : finder.occupations.recognise(q);
        const found = (named.length > 0 ? named : near).slice(offset, offset + limit);
        return c.json({ occupations: found.map((each) => shown(each, locale)), named: named.length > 0 });
      },
    }),
    publicEndpoint('GET /api/v1/occupations/:id', {
      summary: 'An occupation and a way to it by courses, free and first ones before others',
      params,
      answers: { 200: { description: 'The occupation', schema: one }, 404: { description: 'No such occupation' } },
      async handle({ c, params: { id } }) {
        const occupation = finder.occupations.byId(id);
        if (occupation === undefined) throw new NotFound();
        const locale = localeOf(c);
        const path = finder.path(occupation, { known: new Set(), preferences: anything(locale), now: options.clock() });
        const courses = await finder.courses(
          options.database.db,
          path.steps.map(({ key }) => key),
        );
        return c.json({ ...shown(occupation, locale), path: shownPath(options, path, courses, locale) });
      },
    }),
  ];
}

/** A wish for anything by somebody of whom nothing is known. */
function anything(writtenIn: Locale): KeptWish {
  return { topic: '', said: '', excluded: [], facets: {}, length: 1, writtenIn };
}

function shownSkill(skill: NeededSkill, locale: Locale) {
  return { id: skill.concept ?? null, name: skillName(skill, locale), weight: skill.weight };
}

function shown({ id, names, field, esco, skills }: Occupation, locale: Locale) {
  return {
    id,
    title: names.vi,
    title_en: names.en,
    field: field ?? null,
    esco: esco ?? null,
    skills: skills.map((skill) => shownSkill(skill, locale)),
  };
}

function shownPath(
  { coursePage }: OccupationsApiOptions,
  path: CareerPath,
  courses: readonly Course[],
  locale: Locale,
) {
  const sum = (values: readonly (number | undefined)[]): number =>
    values.reduce<number>((all, each) => all + (each ?? 0), 0);
  return {
    steps: path.steps.flatMap(({ key, skills }) => {
      const course = courses.find((each) => each.key === key);
      if (course === undefined) return [];
      const { id, title, organisation, priceVnd, durationHours, sample } = course;
      return {
        course: {
          id,
          title,
          organisation,
          page: coursePage(id),
          price_vnd: priceVnd ?? null,
          duration_hours: durationHours ?? null,
          sample,
        },
        skills: skills.map((skill) => shownSkill(skill, locale)),
      };
    }),
    missing: path.gaps.map((skill) => shownSkill(skill, locale)),
    price_vnd: sum(courses.map(({ priceVnd }) => priceVnd)),
    duration_hours: sum(courses.map(({ durationHours }) => durationHours)),
  };
}
