import { z } from 'zod';
import type { Locale } from '../message/index.ts';
import { type Endpoint, publicEndpoint } from './endpoint.ts';
import { localeOf } from './staff-access.ts';
import { wholeNumber } from './whole-number.ts';

const kinds = ['course', 'workshop', 'scholarship', 'internship', 'place'] as const;
export type SearchedKind = (typeof kinds)[number];

/** Something found, of whatever kind. */
export interface FoundOffer {
  readonly kind: SearchedKind;
  readonly id: string;
  readonly title: string;
  readonly organisation: string | undefined;
  readonly url: string | undefined;
  readonly ward: string | undefined;
  /** What a course costs. */
  readonly priceVnd: number | undefined;
  /** What a scholarship gives, or an internship pays a month. */
  readonly amountVnd: number | undefined;
  readonly startsAt: string | undefined;
  readonly deadline: string | undefined;
  readonly confirmedOn: string | undefined;
  readonly distanceKm: number | undefined;
  readonly sample: boolean;
  readonly reasons: readonly string[];
}

export interface SearchApiOptions {
  /** Everything that answers a wish, as the chat finds it. @param kinds none: whatever helps */
  readonly searchEverything: (query: {
    q: string;
    kinds: readonly SearchedKind[];
    limit: number;
    locale: Locale;
  }) => Promise<{
    offers: readonly FoundOffer[];
    understood: { topic: string; facets: unknown; kind: string | null };
    none: boolean;
  }>;
}

const query = z.object({
  q: z.string().min(1).max(2000).describe('A wish as people write it: “học kế toán ở Gò Vấp”, “thư viện có máy tính”.'),
  kinds: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(/[,;]/)
        .map((kind) => kind.trim())
        .filter((kind) => kind !== ''),
    )
    .pipe(z.array(z.enum(kinds)))
    .meta({ openapi: { type: 'string' } })
    .describe(
      `Only these, separated by commas: ${kinds.join(', ')}. None: the kind that the wish names, else courses first.`,
    ),
  limit: wholeNumber(1, 50, 10).describe('Offers of one kind in one answer.'),
});

const money = z.int().nullable();

const offer = z.object({
  kind: z.enum(kinds),
  id: z.string(),
  title: z.string(),
  organisation: z.string().nullable(),
  url: z.url().nullable(),
  ward: z.string().nullable().describe('Official code of the ward.'),
  price_vnd: money.describe('What a course costs in đồng; 0 is free; null is not known.'),
  amount_vnd: money.describe('What a scholarship gives, or an internship pays a month, in đồng.'),
  starts_at: z
    .string()
    .nullable()
    .describe('A workshop’s moment (RFC 3339), or the first day of a course or internship.'),
  deadline: z.iso.date().nullable().describe('The last day on which one can apply.'),
  confirmed_on: z.iso.date().nullable().describe('The last day on which somebody said that it is so.'),
  distance_km: z.number().nullable().describe('From the place that the wish names; 0 within it.'),
  sample: z.boolean().describe('True for invented sample data.'),
  reasons: z.array(z.string()).describe('Why it stands here, in words.'),
});

const found = z.object({
  offers: z.array(offer),
  understood: z.object({
    topic: z.string(),
    facets: z.record(z.string(), z.unknown()),
    kind: z.string().nullable().describe('The kind of offer that the wish names, if it names one.'),
  }),
  none: z
    .boolean()
    .describe('True when no course, or nothing of the named kinds, fits; other kinds beside do not change it.'),
});

/** Searching everything that the city offers. */
export function searchEndpoints(options: SearchApiOptions): readonly Endpoint[] {
  return [
    publicEndpoint('GET /api/v1/search', {
      summary: 'Search courses, workshops, scholarships, internships and places together',
      query,
      answers: { 200: { description: 'What was found, best first within each kind', schema: found } },
      async handle({ c, query: asked }) {
        const { offers, understood, none } = await options.searchEverything({ ...asked, locale: localeOf(c) });
        return c.json({
          offers: offers.map((each) => ({
            kind: each.kind,
            id: each.id,
            title: each.title,
            organisation: each.organisation ?? null,
            url: each.url ?? null,
            ward: each.ward ?? null,
            price_vnd: each.priceVnd ?? null,
            amount_vnd: each.amountVnd ?? null,
            starts_at: each.startsAt ?? null,
            deadline: each.deadline ?? null,
            confirmed_on: each.confirmedOn ?? null,
            distance_km: each.distanceKm ?? null,
            sample: each.sample,
            reasons: each.reasons,
          })),
          understood,
          none,
        });
      },
    }),
  ];
}
