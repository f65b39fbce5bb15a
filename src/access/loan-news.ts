import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { dayNumber } from '../time/index.ts';
import type { LoanNewsKind } from './schema.ts';

/** Something a borrower is to be told now. */
export interface LoanNews {
  readonly loanKey: number;
  readonly kind: LoanNewsKind;
  readonly version: number;
  readonly learnerId: number;
  readonly accountId: number;
}

/** A turn that was not taken is no news after so many days. */
const turnOverDays = 3;

/** Every piece of news that is true at a moment, over `loan`: the turn in the queue, three days and one day before the due date, and each week after it. */
const occasions = (now: Date, today: number) => sql`
  select id as loan_id, 'turn' as kind, 0::bigint as version, offer_until - interval '48 hours' as since
  from device_loan where state = 'offered' and from_queue and offer_until > ${now}
  union all
  select id, 'turn_over', 0, ended_at from device_loan
  where state = 'expired' and ended_at > ${new Date(now.getTime() - turnOverDays * 86_400_000)}
  union all
  select id, case when due_on - date '1970-01-01' - ${today}::int <= 1 then 'due_tomorrow' else 'due_soon' end,
    due_on - date '1970-01-01', due_on::timestamptz
  from device_loan where state = 'lent' and due_on - date '1970-01-01' between ${today}::int and ${today}::int + 3
  union all
  select id, 'late', (due_on - date '1970-01-01') * 100::bigint + (${today}::int - (due_on - date '1970-01-01') - 1) / 7, due_on::timestamptz
  from device_loan where state = 'lent' and due_on - date '1970-01-01' < ${today}::int`;

/** What borrowers are to be told now, oldest first. @param look.day `YYYY-MM-DD` in the city */
export async function loanNewsDue(
  db: Queryable,
  look: { readonly now: Date; readonly day: string; readonly limit: number; readonly skip: readonly LoanNews[] },
): Promise<LoanNews[]> {
  const skip = look.skip.map(({ loanKey }) => loanKey);
  const { rows } = await db.execute<{
    loan_id: string;
    kind: LoanNewsKind;
    version: string;
    learner_id: string;
    account_id: string;
  }>(sql`
    select loan_id, kind, version, learner_id, learner.account_id
    from (${occasions(look.now, dayNumber(look.day))}) as occasion join device_loan as loan on loan.id = loan_id
    join learner on learner.id = learner_id join account on account.id = learner.account_id
    where account.erase_at is null and loan_id <> all(${sql.param(skip)}::bigint[])
      and not exists (select 1 from device_loan_told as told
        where told.loan_id = occasion.loan_id and told.kind = occasion.kind and told.version = occasion.version)
    order by since, loan_id limit ${look.limit}`);
  return rows.map((row) => ({
    loanKey: Number(row.loan_id),
    kind: row.kind,
    version: Number(row.version),
    learnerId: Number(row.learner_id),
    accountId: Number(row.account_id),
  }));
}

/** Notes that it was told, in the transaction that does; false when another process was faster or it is no longer true. */
export async function noteLoanNewsTold(
  tx: Queryable,
  { loanKey, kind, version }: LoanNews,
  { now, day }: { readonly now: Date; readonly day: string },
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    insert into device_loan_told (loan_id, kind, version, told_at)
    select loan_id, kind, version, ${now} from (${occasions(now, dayNumber(day))}) as occasion
    where loan_id = ${loanKey} and kind = ${kind} and version = ${version}
    on conflict do nothing returning 1`);
  return rows.length > 0;
}
