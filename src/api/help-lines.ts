import type { Context } from 'hono';
import { z } from 'zod';
import { dangerInWords, localDate } from '../conversation/index.ts';
import type { Clock, Database } from '../database/index.ts';
import { createTranslator } from '../locales/index.ts';
import type { Locale } from '../message/index.ts';
import type { StaffMember } from '../staff/index.ts';
import { hasWords, plainLine } from '../text/index.ts';
import {
  addHelpLine,
  dangers,
  dangersWithout,
  editHelpLine,
  type HelpLine,
  type HelpLineFields,
  type HelpLineOutcome,
  helpLines,
  isUnverified,
  longestHelpHours,
  longestHelpName,
  longestHelpNote,
  mostShownHelpLines,
  moveHelpLine,
  readHelpNumber,
  showHelpLine,
  textsOfHelpLines,
  verifyHelpLine,
} from '../tutor/index.ts';
import { type Endpoint, rowId, staffEndpoint } from './endpoint.ts';
import { refuse } from './staff-access.ts';

export interface HelpLinesApiOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly timezone: string;
}

const line = (most: number) => z.string().transform(plainLine).pipe(z.string().max(most));
const name = line(longestHelpName).refine(hasWords, `words ${longestHelpName}`);

const fields = {
  number: z
    .string()
    .transform((given) => readHelpNumber(given) ?? '')
    .refine((number) => number !== '', 'api-problem-telephone')
    .describe('3 to 15 digits.'),
  name_vi: name,
  name_en: name,
  note_vi: line(longestHelpNote).optional(),
  note_en: line(longestHelpNote).optional(),
  hours_vi: line(longestHelpHours).optional(),
  hours_en: line(longestHelpHours).optional(),
  concerns: z.enum(dangers).nullish().describe('The danger in which it is given; null: in any.'),
};
const newLine = z.strictObject(fields);
const linePatch = newLine.partial();
const moveBody = z.strictObject({ way: z.enum(['up', 'down']) });
const params = z.object({ id: rowId });

const lineSchema = z.object({
  id: z.int(),
  number: z.string(),
  name_vi: z.string(),
  name_en: z.string(),
  note_vi: z.string(),
  note_en: z.string(),
  hours_vi: z.string(),
  hours_en: z.string(),
  concerns: z.enum(dangers).nullable(),
  shown: z.boolean(),
  verified_on: z.iso.date().nullable().describe('The day on which somebody rang it.'),
  unverified: z.boolean().describe('Never rung, or not for 180 days.'),
});

const textsSchema = z.object({ suicide: z.string(), violence: z.string() });

const listSchema = z.object({
  help_lines: z.array(lineSchema),
  without: z.array(z.enum(dangers)).describe('Dangers for which none is shown: 115, 111 and 113 stand in.'),
  texts: z
    .object({ vi: textsSchema, en: textsSchema })
    .describe('What people in danger are answered now, word for word.'),
});

const one = (description: string) => ({ description, schema: lineSchema });
const taken = { description: 'Another line has this number for the same danger' };

const refusals = {
  not_found: { status: 404, code: 'not_found', key: 'api-nothing-there' },
  number_taken: { status: 409, code: 'number_taken', key: 'console-help-line-taken' },
  too_many: { status: 409, code: 'too_many', key: 'console-help-line-too-many' },
} as const;

/** The staff's part of the API that is help lines: what people in danger are given. Nothing is deleted, only hidden. */
export function helpLineEndpoints({ database, clock, timezone }: HelpLinesApiOptions): readonly Endpoint[] {
  const today = (): string => localDate(clock(), timezone);
  const by = (member: StaffMember) => ({ staffId: member.id, at: clock() });

  const shown = (each: HelpLine): z.input<typeof lineSchema> => ({
    id: each.id,
    number: each.number,
    name_vi: each.nameVi,
    name_en: each.nameEn,
    note_vi: each.noteVi,
    note_en: each.noteEn,
    hours_vi: each.hoursVi,
    hours_en: each.hoursEn,
    concerns: each.concerns,
    shown: each.isShown,
    verified_on: each.verifiedOn,
    unverified: isUnverified(each, today()),
  });

  function answered(c: Context, outcome: HelpLineOutcome, status: 200 | 201 = 200): Response {
    if (outcome.ok) return c.json(shown(outcome.line), status);
    const { status: refusal, code, key } = refusals[outcome.refusal];
    return refuse(c, refusal, code, key, { most: mostShownHelpLines });
  }

  return [
    staffEndpoint('GET /api/v1/help-lines', {
      summary: 'Telephone numbers for people in danger, in their order, hidden ones too',
      answers: { 200: { description: 'All lines, and the answers made of them', schema: listSchema } },
      async handle({ c }) {
        const lines = await helpLines(database.db);
        const texts = (locale: Locale) => {
          const say = (danger: (typeof dangers)[number]): string =>
            dangerInWords(createTranslator(locale), danger, textsOfHelpLines(lines, locale, danger));
          return { suicide: say('suicide'), violence: say('violence') };
        };
        return c.json({
          help_lines: lines.map(shown),
          without: dangersWithout(lines),
          texts: { vi: texts('vi'), en: texts('en') },
        });
      },
    }),
    staffEndpoint('POST /api/v1/help-lines', {
      summary: 'Adds a line at the end, hidden',
      body: newLine,
      answers: { 201: one('The line'), 409: taken },
      handle: async ({ c, member, body }) =>
        answered(c, await addHelpLine(database, { ...empty, ...fieldsOf(body), ...required(body) }, by(member)), 201),
    }),
    staffEndpoint('PATCH /api/v1/help-lines/:id', {
      summary: 'Changes a line; with another number it counts as never rung',
      params,
      body: linePatch,
      answers: { 200: one('The line as it then is'), 409: taken },
      handle: async ({ c, member, params: { id }, body }) =>
        answered(c, await editHelpLine(database, id, fieldsOf(body), by(member))),
    }),
    ...([true, false] as const).map((isShown) =>
      staffEndpoint(`POST /api/v1/help-lines/:id/${isShown ? 'show' : 'hide'}`, {
        summary: isShown ? 'Gives the number to people in danger' : 'Gives it no longer; the list says what stands in',
        params,
        answers: {
          200: one('The line as it then is'),
          ...(isShown && { 409: { description: `${mostShownHelpLines} lines are shown` } }),
        },
        handle: async ({ c, member, params: { id } }) =>
          answered(c, await showHelpLine(database, id, isShown, by(member))),
      }),
    ),
    staffEndpoint('POST /api/v1/help-lines/:id/move', {
      summary: 'Changes places with the line before or after',
      params,
      body: moveBody,
      answers: { 200: one('The line') },
      handle: async ({ c, member, params: { id }, body: { way } }) =>
        answered(c, await moveHelpLine(database, id, way, by(member))),
    }),
    staffEndpoint('POST /api/v1/help-lines/:id/verify', {
      summary: 'Notes that somebody rang it today',
      params,
      answers: { 200: one('The line as it then is') },
      handle: async ({ c, member, params: { id } }) =>
        answered(c, await verifyHelpLine(database, id, today(), by(member))),
    }),
  ];
}

const empty = { noteVi: '', noteEn: '', hoursVi: '', hoursEn: '', concerns: null } as const;

function required({ number, name_vi: nameVi, name_en: nameEn }: z.output<typeof newLine>) {
  return { number, nameVi, nameEn };
}

function fieldsOf(given: z.output<typeof linePatch>): Partial<HelpLineFields> {
  const { number, name_vi, name_en, note_vi, note_en, hours_vi, hours_en, concerns } = given;
  return {
    ...(number === undefined ? {} : { number }),
    ...(name_vi === undefined ? {} : { nameVi: name_vi }),
    ...(name_en === undefined ? {} : { nameEn: name_en }),
    ...(note_vi === undefined ? {} : { noteVi: note_vi }),
    ...(note_en === undefined ? {} : { noteEn: note_en }),
    ...(hours_vi === undefined ? {} : { hoursVi: hours_vi }),
    ...(hours_en === undefined ? {} : { hoursEn: hours_en }),
    ...(concerns === undefined ? {} : { concerns }),
  };
}
