import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { type RulesReason, rulesReasons } from './question.ts';

/** How the tutor with a model did on a day of the city; nobody's words and nobody's name. */
export interface TutorDay {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly questions: number;
  readonly byModel: number;
  /** Seconds from question to answer that half, and nineteen of twenty, did not take longer than. */
  readonly medianSeconds: number;
  readonly p95Seconds: number;
  /** Millionths of a dollar, with what is set aside for questions under way. */
  readonly microUsd: number;
}

export interface TutorFigures {
  /** The newest first; days without a question are left out. */
  readonly days: readonly TutorDay[];
  /** Why the lessons answered, the most frequent first. */
  readonly reasons: readonly { readonly reason: RulesReason; readonly times: number }[];
}

/** The figures of the days since a moment. @param timezone in which a day begins */
export async function tutorFigures(
  db: Queryable,
  { since, timezone }: { readonly since: Date; readonly timezone: string },
): Promise<TutorFigures> {
  const answers = sql`
    select answer.outcome, (answer.said_at at time zone ${timezone})::date as day, extract(epoch from answer.said_at - question.said_at) as seconds
    from tutor_message as answer
    join tutor_message as question on question.question_id = answer.question_id and question.author = 'learner'
      and question.learner_id = answer.learner_id and question.expires_at = answer.expires_at
    where answer.author = 'tutor' and answer.said_at >= ${since}`;
  const { rows } = await db.execute<{
    day: string;
    questions: number;
    by_model: number;
    median: number;
    p95: number;
    micro_usd: string;
  }>(sql`
    select day::text, count(*)::int as questions, count(*) filter (where outcome in ('model', 'graded'))::int as by_model,
      percentile_cont(0.5) within group (order by seconds)::float8 as median,
      percentile_cont(0.95) within group (order by seconds)::float8 as p95,
      coalesce((select micro_usd from tutor_spending where tutor_spending.day = answered.day), 0) as micro_usd
    from (${answers}) as answered group by answered.day order by answered.day desc`);
  const reasons = await db.execute<{ outcome: string; times: number }>(sql`
    select outcome, count(*)::int as times from (${answers}) as answered where outcome not in ('model', 'graded') group by outcome order by 2 desc, 1`);
  return {
    days: rows.map((row) => ({
      day: row.day,
      questions: row.questions,
      byModel: row.by_model,
      medianSeconds: Number(row.median),
      p95Seconds: Number(row.p95),
      microUsd: Number(row.micro_usd),
    })),
    reasons: reasons.rows.flatMap(({ outcome, times }) => {
      const reason = rulesReasons.find((one) => one === outcome);
      return reason === undefined ? [] : [{ reason, times }];
    }),
  };
}
