import { asc, eq } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import type { Locale } from '../message/index.ts';
import { helpLine } from './schema.ts';

type HelpLine = typeof helpLine.$inferSelect;

/** What stands when staff have hidden every line: nobody in danger is answered without a number. */
const always: Readonly<Record<Locale, readonly string[]>> = {
  vi: ['115 – cấp cứu', '111 – bảo vệ trẻ em', '113 – công an'],
  en: ['115 – ambulance', '111 – child protection', '113 – police'],
};

/** The lines that somebody in such danger is given, one text each, never none. */
export async function helpLineTexts(
  db: Queryable,
  locale: Locale,
  danger: 'suicide' | 'violence',
): Promise<readonly string[]> {
  const shown = await db
    .select()
    .from(helpLine)
    .where(eq(helpLine.isShown, true))
    .orderBy(asc(helpLine.position), asc(helpLine.id));
  const fitting = shown.filter(({ concerns }) => concerns === null || concerns === danger);
  return fitting.length === 0 ? always[locale] : fitting.map((line) => textOf(line, locale));
}

function textOf(line: HelpLine, locale: Locale): string {
  const [name, note, hours] =
    locale === 'vi' ? [line.nameVi, line.noteVi, line.hoursVi] : [line.nameEn, line.noteEn, line.hoursEn];
  return `${line.number} – ${[name, note, hours].filter((part) => part !== '').join(', ')}`;
}
