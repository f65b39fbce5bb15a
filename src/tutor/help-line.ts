import { asc, eq } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import type { Locale } from '../message/index.ts';
import { daysAfter } from '../time/index.ts';
import { helpLine } from './schema.ts';

/** A telephone number with what is said of it; notes and hours may be empty. */
export type HelpLine = typeof helpLine.$inferSelect;

/** What somebody may be in danger of. */
export const dangers = ['suicide', 'violence'] as const;
export type Danger = (typeof dangers)[number];

/** A number that nobody rang for so many days is looked at again: offices move and lines close. */
export const verifiedDays = 180;

/** What stands when staff have hidden every line: nobody in danger is answered without a number. */
const always: Readonly<Record<Locale, readonly string[]>> = {
  vi: ['115 – cấp cứu', '111 – bảo vệ trẻ em', '113 – công an'],
  en: ['115 – ambulance', '111 – child protection', '113 – police'],
};

/** The lines that somebody in such danger is given, one text each, never none. */
export async function helpLineTexts(db: Queryable, locale: Locale, danger: Danger): Promise<readonly string[]> {
  return textsOfHelpLines(
    await db
      .select()
      .from(helpLine)
      .where(eq(helpLine.isShown, true))
      .orderBy(...inOrder),
    locale,
    danger,
  );
}

/** All lines, hidden ones too, in their order. */
export function helpLines(db: Queryable): Promise<readonly HelpLine[]> {
  return db
    .select()
    .from(helpLine)
    .orderBy(...inOrder);
}

const inOrder = [asc(helpLine.position), asc(helpLine.id)];

/** The same texts of lines at hand. */
export function textsOfHelpLines(lines: readonly HelpLine[], locale: Locale, danger: Danger): readonly string[] {
  const fitting = shownIn(lines, danger);
  return fitting.length === 0 ? always[locale] : fitting.map((line) => textOf(line, locale));
}

function shownIn(lines: readonly HelpLine[], danger: Danger): readonly HelpLine[] {
  return lines.filter(({ isShown, concerns }) => isShown && (concerns === null || concerns === danger));
}

/** The dangers for which no line is shown, so that the three emergency numbers stand in. */
export function dangersWithout(lines: readonly HelpLine[]): readonly Danger[] {
  return dangers.filter((danger) => shownIn(lines, danger).length === 0);
}

/** Whether somebody should ring a line: it was never verified, or not for `verifiedDays`. @param today the city's, `YYYY-MM-DD` */
export function isUnverified({ verifiedOn }: HelpLine, today: string): boolean {
  return verifiedOn === null || verifiedOn < daysAfter(today, -verifiedDays);
}

function textOf(line: HelpLine, locale: Locale): string {
  const [name, note, hours] =
    locale === 'vi' ? [line.nameVi, line.noteVi, line.hoursVi] : [line.nameEn, line.noteEn, line.hoursEn];
  return `${line.number} – ${[name, note, hours].filter((part) => part !== '').join(', ')}`;
}
