import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { type Application, type NewsKind, selectApplications } from './application.ts';

/** Something its person is to be told of an application. */
export interface ApplicationNews {
  readonly application: Application;
  readonly accountId: number;
  readonly kind: NewsKind;
  /** Which news of this application it is: telling one twice is harmless. */
  readonly number: number;
}

/** What people are to be told, oldest first. @param skip ids of applications whose person could not be told in this round */
export async function applicationNewsDue(
  db: Queryable,
  { limit, skip }: { readonly limit: number; readonly skip: readonly number[] },
): Promise<ApplicationNews[]> {
  const { rows } = await db.execute<{ id: string; account_id: string; news: NewsKind; news_number: number }>(sql`
    select application.id, account_id, news, news_number from application
    join learner on learner.id = learner_id join account on account.id = account_id
    where news is not null and account.erase_at is null and not application.id = any(${sql.param([...skip])}::bigint[])
    order by application.id limit ${limit}`);
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => Number(id));
  const found = await selectApplications(db, sql`where application.id = any(${sql.param(ids)}::bigint[])`);
  return rows.flatMap((row) => {
    const application = found.find(({ id }) => id === Number(row.id));
    if (application === undefined) return [];
    return [{ application, accountId: Number(row.account_id), kind: row.news, number: row.news_number }];
  });
}

/** Notes that it was told; false when there is newer news, or it was told by somebody else. */
export async function noteNewsTold(tx: Queryable, { application, number }: ApplicationNews): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update application set news = null where id = ${application.id} and news is not null and news_number = ${number} returning 1`);
  return rows.length > 0;
}
