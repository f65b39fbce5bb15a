import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Queryable } from '../database/index.ts';
import { factValues } from '../learners/index.ts';
import { incomes, occupationStatuses } from './scholarship.ts';

/** How a household is recognised; `none`: in none of these ways. */
export const households = [...incomes, 'none'] as const;
export type Household = (typeof households)[number];

/** What somebody answered to the questions about the conditions of scholarships; what they skipped is missing. */
export const eligibilityAnswers = z.object({
  age_band: factValues.age_band.optional(),
  place: factValues.place.optional(),
  household: z.enum(households).optional(),
  disability: z.boolean().optional(),
  occupation: z.enum([...occupationStatuses, 'other']).optional(),
});
export type EligibilityAnswers = z.output<typeof eligibilityAnswers>;

/** Days for which the answers of who agreed are kept: two rounds of the scholarships of a school year. */
export const eligibilityKeptDays = 180;

/** Keeps answers in the place of those of before. @param consent the very words that were agreed to, and which version of them */
export async function keepEligibilityAnswers(
  tx: Queryable,
  learnerId: number,
  answers: EligibilityAnswers,
  consent: { readonly text: string; readonly version: string; readonly at: Date },
): Promise<void> {
  const hash = createHash('sha256').update(consent.text).digest('hex');
  await tx.execute(sql`
    insert into eligibility_answer (learner_id, answers, consent_text_hash, consent_text_version, kept_at)
    values (${learnerId}, ${JSON.stringify(answers)}::jsonb, ${hash}, ${consent.version}, ${consent.at})
    on conflict (learner_id) do update set answers = excluded.answers, consent_text_hash = excluded.consent_text_hash,
      consent_text_version = excluded.consent_text_version, kept_at = excluded.kept_at`);
}

/** The answers that are kept of a learner, or undefined. */
export async function keptEligibilityAnswers(
  tx: Queryable,
  learnerId: number,
): Promise<EligibilityAnswers | undefined> {
  const { rows } = await tx.execute<{ answers: unknown }>(
    sql`select answers from eligibility_answer where learner_id = ${learnerId}`,
  );
  return rows[0] && eligibilityAnswers.safeParse(rows[0].answers).data;
}

/** Deletes what is kept; tells whether there was anything. */
export async function forgetEligibilityAnswers(tx: Queryable, learnerId: number): Promise<boolean> {
  const { rows } = await tx.execute(sql`delete from eligibility_answer where learner_id = ${learnerId} returning 1`);
  return rows.length > 0;
}

/** Deletes answers that were given before a moment. Call again until it is below the limit. */
export async function deleteOldEligibilityAnswers(
  db: Queryable,
  before: Date,
  limit: number,
): Promise<{ deleted: number }> {
  const { rows } = await db.execute(sql`
    delete from eligibility_answer where learner_id in (
      select learner_id from eligibility_answer where kept_at < ${before} order by kept_at limit ${limit}) returning 1`);
  return { deleted: rows.length };
}
