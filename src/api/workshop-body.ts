import type { Context } from 'hono';
import { z } from 'zod';
import { audiences, ensureOrganisation } from '../catalogue/index.ts';
import type { Queryable } from '../database/index.ts';
import { createTranslator } from '../locales/index.ts';
import { findWard } from '../places/index.ts';
import { hasWords, isWebAddress, plainLine, plainText } from '../text/index.ts';
import { readMoment } from '../time/index.ts';
import {
  needKinds,
  registrationStates,
  type WorkshopInput,
  type WorkshopPatch,
  workshopIdPattern,
  workshopStatuses,
} from '../workshops/index.ts';
import { BadRequest } from './endpoint.ts';
import { localeOf } from './staff-access.ts';

/** The most seats that a workshop may have. */
const mostSeats = 100_000;

const words = (most: number) => z.string().transform(plainText).pipe(z.string().max(most));
const line = (most: number) => z.string().transform(plainLine).pipe(z.string().max(most));

const moment = z.string().describe('ISO 8601; without a distance from UTC it is the city’s time.');

const fields = {
  title: line(300).refine(hasWords, 'words 300'),
  description: words(20_000).nullish(),
  starts_at: moment,
  ends_at: moment,
  place: line(300).nullish().describe('Address or name of the place, as people find it.'),
  ward: z.string().max(120).nullish().describe('Official code or name of the ward.'),
  online_url: z.string().max(2000).refine(isWebAddress, 'api-problem-url').nullish(),
  capacity: z.int().min(0).max(mostSeats).nullish().describe('Null: no limit.'),
  organisation: line(200).nullish().describe('Name of the organisation that holds it.'),
  topics: z.array(line(100)).max(30).optional(),
  audience: z.array(z.enum(audiences)).optional(),
  wheelchair: z.boolean().nullish(),
  language: z
    .string()
    .max(35)
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/)
    .nullish()
    .describe('BCP 47 of the spoken language.'),
};

export const newWorkshop = z.strictObject({
  id: z
    .string()
    .regex(workshopIdPattern, 'api-problem-id')
    .optional()
    .describe('Kept as the public id; made of title and day without one.'),
  ...fields,
});

export const workshopPatch = z.strictObject(fields).partial();

type Given = z.output<typeof workshopPatch>;

/** Refuses a field with words in the language of who asks. */
export function fault(c: Context, field: string, key: string, args: Record<string, string | number> = {}): BadRequest {
  return new BadRequest('bad_body', `${field}: ${createTranslator(localeOf(c))(key, args)}`);
}

function momentOf(c: Context, field: 'starts_at' | 'ends_at', text: string, timezone: string): Date {
  const read = readMoment(text, timezone);
  if (read === undefined) throw fault(c, field, 'workshop-problem-moment');
  return read;
}

function wardOf(c: Context, name: string): string {
  const found = findWard(name);
  if (found.kind === 'found') return found.ward.code;
  if (found.kind === 'unknown') throw fault(c, 'ward', 'workshop-problem-ward');
  const candidates = found.candidates.map((ward) => `${ward.fullName} (${ward.code})`).join(', ');
  throw fault(c, 'ward', 'workshop-problem-ward-unclear', { candidates });
}

/** What of a body changes a workshop; null takes a value away. @throws BadRequest naming the field and the remedy */
export function patchOf(
  c: Context,
  given: Given,
  timezone: string,
): WorkshopPatch & { organisation?: string | undefined } {
  const { starts_at: startsAt, ends_at: endsAt, online_url: onlineUrl, ...same } = given;
  const { title, description, place, ward, capacity, organisation, topics, audience, wheelchair, language } = same;
  const kept = (text: string | null): string | undefined => (text === null || text === '' ? undefined : text);
  return {
    ...(title === undefined ? {} : { title }),
    ...(startsAt === undefined ? {} : { startsAt: momentOf(c, 'starts_at', startsAt, timezone) }),
    ...(endsAt === undefined ? {} : { endsAt: momentOf(c, 'ends_at', endsAt, timezone) }),
    ...(description === undefined ? {} : { description: kept(description) }),
    ...(place === undefined ? {} : { place: kept(place) }),
    ...(ward === undefined ? {} : { ward: ward === null || ward === '' ? undefined : wardOf(c, ward) }),
    ...(onlineUrl === undefined ? {} : { onlineUrl: onlineUrl ?? undefined }),
    ...(capacity === undefined ? {} : { capacity: capacity ?? undefined }),
    ...(organisation === undefined ? {} : { organisation: kept(organisation) }),
    ...(topics === undefined ? {} : { topics: [...new Set(topics.filter((topic) => topic !== ''))] }),
    ...(audience === undefined ? {} : { audience: [...new Set(audience)] }),
    ...(wheelchair === undefined ? {} : { wheelchair: wheelchair ?? undefined }),
    ...(language === undefined ? {} : { language: language ?? undefined }),
  };
}

/** A new workshop as the domain takes it. @throws BadRequest naming the field and the remedy */
export function inputOf(
  c: Context,
  body: z.output<typeof newWorkshop>,
  { timezone, now }: { readonly timezone: string; readonly now: Date },
): WorkshopInput & { organisation?: string | undefined } {
  const { id, ...given } = body;
  const startsAt = momentOf(c, 'starts_at', given.starts_at, timezone);
  const endsAt = momentOf(c, 'ends_at', given.ends_at, timezone);
  if (endsAt <= startsAt) throw fault(c, 'ends_at', 'workshop-problem-end');
  if (endsAt <= now) throw fault(c, 'ends_at', 'workshop-problem-past');
  return { ...patchOf(c, given, timezone), title: given.title, id, startsAt, endsAt };
}

/** The organisation's key in the place of its name. */
export async function withOrganisation<T extends { readonly organisation?: string | undefined }>(
  tx: Queryable,
  { organisation, ...rest }: T,
): Promise<Omit<T, 'organisation'> & { organisationId?: number | undefined }> {
  if (organisation === undefined) return rest;
  return { ...rest, organisationId: await ensureOrganisation(tx, organisation) };
}

const nullable = z.string().nullable();

export const workshopSchema = z.object({
  id: z.string(),
  title: z.string(),
  description: nullable,
  starts_at: z.date(),
  ends_at: z.date(),
  place: nullable,
  ward: nullable.describe('Official code.'),
  online_url: nullable,
  capacity: z.int().nullable(),
  organisation: nullable,
  topics: z.array(z.string()),
  audience: z.array(z.enum(audiences)),
  wheelchair: z.boolean().nullable(),
  language: nullable,
  status: z.enum(workshopStatuses),
  cancel_reason: nullable,
  repeats: z.boolean().describe('Belongs to a series.'),
  sample: z.boolean().describe('True for invented sample data.'),
  sequence: z.int().describe('Grows with every change.'),
  registered: z.int().describe('Seats that somebody has.'),
  offered: z.int().describe('Seats that are held for somebody who was offered one.'),
  waiting: z.int(),
  checked_in: z.int(),
  seats_left: z.int().nullable(),
  no_offer: z
    .object({ reason: z.string(), text: z.string() })
    .nullable()
    .describe('Why nobody who waits is being offered a seat.'),
  page: z.url(),
  calendar: z.url(),
  map: z.url().nullable(),
});

export const registrationSchema = z.object({
  id: z.int(),
  code: z.string(),
  state: z.enum(registrationStates),
  needs: z.array(z.enum(needKinds)),
  needs_text: nullable,
  registered_at: z.date(),
  waiting_place: z.int().nullable(),
  offer_until: z.date().nullable(),
  checked_in_at: z.date().nullable(),
  walk_in: z.boolean(),
  name: nullable.describe('Of somebody who came without registering, as noted at the door.'),
});
