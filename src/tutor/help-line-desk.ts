import { eq, sql } from 'drizzle-orm';
import type { Database, Queryable } from '../database/index.ts';
import { noteAudit } from '../staff/index.ts';
import { type HelpLine, helpLines } from './help-line.ts';
import { helpLine } from './schema.ts';

/** What staff write of a line. */
export type HelpLineFields = Pick<
  HelpLine,
  'number' | 'nameVi' | 'nameEn' | 'noteVi' | 'noteEn' | 'hoursVi' | 'hoursEn' | 'concerns'
>;

/** Who changes something, and when. */
export interface ByStaff {
  readonly staffId: number;
  readonly at: Date;
}

/** Why a line was not changed: there is none, another one has the number, or as many as anybody can read are shown. */
export type HelpLineRefusal = 'not_found' | 'number_taken' | 'too_many';

export type HelpLineOutcome =
  | { readonly ok: true; readonly line: HelpLine }
  | { readonly ok: false; readonly refusal: HelpLineRefusal };

/** Who is in danger does not read a directory. */
export const mostShownHelpLines = 8;

export const longestHelpName = 80;
export const longestHelpNote = 120;
export const longestHelpHours = 80;

/** A telephone number as it is kept: 3 to 15 digits in groups; what people write between them becomes a blank. Undefined for anything else. */
export function readHelpNumber(given: string): string | undefined {
  const number = given
    .trim()
    .replace(/[\s.\-()]+/gu, ' ')
    .trim();
  const digits = number.replaceAll(' ', '');
  // The longest number in groups of three has four blanks.
  return /^\d{3,15}$/.test(digits) && number.length <= 20 ? number : undefined;
}

/** Adds a line at the end. It is hidden: nobody is given a number that was only just written down. */
export function addHelpLine(database: Database, fields: HelpLineFields, by: ByStaff): Promise<HelpLineOutcome> {
  return change(database, async (tx, lines) => {
    if (isTaken(lines, fields)) return refused('number_taken');
    const position = (lines.at(-1)?.position ?? 0) + 1;
    const [line] = await tx
      .insert(helpLine)
      .values({ ...fields, position, isShown: false })
      .returning();
    return done(tx, line, 'add', by);
  });
}

/** Writes a line anew. With another number it has not been verified. */
export function editHelpLine(
  database: Database,
  id: number,
  fields: Partial<HelpLineFields>,
  by: ByStaff,
): Promise<HelpLineOutcome> {
  return change(database, async (tx, lines) => {
    const before = lines.find((line) => line.id === id);
    if (before === undefined) return refused('not_found');
    const others = lines.filter((line) => line !== before);
    if (isTaken(others, { ...before, ...fields })) return refused('number_taken');
    const isSame = fields.number === undefined || digitsOf(fields.number) === digitsOf(before.number);
    const values = { ...fields, ...(isSame ? {} : { verifiedOn: null }) };
    if (Object.keys(values).length === 0) return { ok: true, line: before };
    return done(tx, await updated(tx, id, values), 'edit', by);
  });
}

/** Gives a line to people in danger, or no longer. Nothing is deleted: a line that was hidden comes back with a press. */
export function showHelpLine(database: Database, id: number, isShown: boolean, by: ByStaff): Promise<HelpLineOutcome> {
  return change(database, async (tx, lines) => {
    const before = lines.find((line) => line.id === id);
    if (before === undefined) return refused('not_found');
    if (before.isShown === isShown) return { ok: true, line: before };
    if (isShown && lines.filter((line) => line.isShown).length >= mostShownHelpLines) return refused('too_many');
    return done(tx, await updated(tx, id, { isShown }), isShown ? 'show' : 'hide', by);
  });
}

/** Changes places with the line before or after; at the end of the list nothing happens. */
export function moveHelpLine(
  database: Database,
  id: number,
  way: 'up' | 'down',
  by: ByStaff,
): Promise<HelpLineOutcome> {
  return change(database, async (tx, lines) => {
    const from = lines.findIndex((line) => line.id === id);
    const [line, other] = [lines[from], lines[from + (way === 'up' ? -1 : 1)]];
    if (line === undefined) return refused('not_found');
    if (other === undefined) return { ok: true, line };
    const ids = lines.map((each) => (each === line ? other.id : each === other ? line.id : each.id));
    // All of them are counted anew, because two may have had one position.
    await tx.execute(sql`
      update help_line set position = place.position from unnest(array[${sql.join(ids, sql`, `)}]::bigint[]) with ordinality as place (id, position)
      where help_line.id = place.id`);
    return done(
      tx,
      (await helpLines(tx)).find((each) => each.id === id),
      'move',
      by,
    );
  });
}

/** Notes that somebody rang a line today. @param today the city's day, `YYYY-MM-DD` */
export function verifyHelpLine(database: Database, id: number, today: string, by: ByStaff): Promise<HelpLineOutcome> {
  return change(database, async (tx, lines) => {
    const before = lines.find((line) => line.id === id);
    if (before === undefined) return refused('not_found');
    if (before.verifiedOn === today) return { ok: true, line: before };
    return done(tx, await updated(tx, id, { verifiedOn: today }), 'verify', by);
  });
}

/** Runs one change after the other; whoever is in danger meanwhile is answered as before. */
function change(
  database: Database,
  work: (tx: Queryable, lines: readonly HelpLine[]) => Promise<HelpLineOutcome>,
): Promise<HelpLineOutcome> {
  return database.transaction(async (tx) => {
    await tx.execute(sql`lock table help_line in share row exclusive mode`);
    return work(tx, await helpLines(tx));
  });
}

async function updated(
  tx: Queryable,
  id: number,
  values: Partial<HelpLineFields> & { isShown?: boolean; verifiedOn?: string | null },
): Promise<HelpLine | undefined> {
  const [line] = await tx.update(helpLine).set(values).where(eq(helpLine.id, id)).returning();
  return line;
}

async function done(
  tx: Queryable,
  line: HelpLine | undefined,
  what: 'add' | 'edit' | 'show' | 'hide' | 'move' | 'verify',
  { staffId, at }: ByStaff,
): Promise<HelpLineOutcome> {
  if (line === undefined) return refused('not_found');
  const subject = { kind: 'help_line', id: line.id };
  await noteAudit(tx, { by: staffId, action: `tutor.${what}_help_line`, subject, detail: { number: line.number }, at });
  return { ok: true, line };
}

const refused = (refusal: HelpLineRefusal): HelpLineOutcome => ({ ok: false, refusal });

const digitsOf = (number: string): string => number.replaceAll(' ', '');

/** Two lines of one number are one line, unless each is for another danger. */
function isTaken(lines: readonly HelpLine[], { number, concerns }: Pick<HelpLine, 'number' | 'concerns'>): boolean {
  return lines.some((line) => digitsOf(line.number) === digitsOf(number) && line.concerns === concerns);
}
