import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';

/** A kind of work that was imported. */
export interface ImportedOccupation {
  /** The title, folded. */
  readonly id: string;
  readonly title: string;
  readonly titleEn: string | undefined;
  /** Names as they were written, in the order of learning. */
  readonly skills: readonly string[];
  readonly synonyms: readonly string[];
  readonly esco: string | undefined;
}

/** Every imported kind of work. */
export async function importedOccupations(db: Queryable): Promise<ImportedOccupation[]> {
  const { rows } = await db.execute<{
    id: string;
    title: string;
    title_en: string | null;
    skills: string[];
    synonyms: string[];
    esco: string | null;
  }>(sql`select id, title, title_en, skills, synonyms, esco from occupation order by id`);
  return rows.map(({ title_en, esco, ...row }) => ({
    ...row,
    titleEn: title_en ?? undefined,
    esco: esco ?? undefined,
  }));
}

/** How many openings asked for a skill in a month. */
export interface MonthOfDemand {
  /** Its first day, "2026-10-01". */
  readonly month: string;
  readonly skill: string;
  readonly postings: number;
  readonly sample: boolean;
}

/** The demand of the newest months that anybody told of, oldest month first. @param months how many months back from the newest one */
export async function recentDemand(db: Queryable, months: number): Promise<MonthOfDemand[]> {
  const { rows } = await db.execute<{ month: string; skill: string; postings: number; sample: boolean }>(sql`
    select month::text, skill, postings, sample from skill_demand
    where month > (select max(month) from skill_demand) - make_interval(months => ${months}) order by month, skill_key`);
  return rows;
}
