import { sql } from 'drizzle-orm';
import type { Queryable } from './client.ts';

/**
 * A lease one owner holds until it gives it back or lets it run out. `fence` tells an old owner's late work from the new one's:
 * it grows with every change of owner and never falls, for rows are kept when nobody holds them.
 */
export interface Lease {
  readonly fence: number;
}

/**
 * Takes, renews or takes over the lease of a name for `seconds`. Returns undefined while another owner holds it. The last owner
 * that takes it again, also after it gave it back or let it run out, keeps its fence: nobody else has held it
 * in between, so there is no other's late work to tell apart. A lease only paces work: what makes the work safe is claiming each row.
 */
export async function holdLease(
  db: Queryable,
  lease: { readonly name: string; readonly owner: string; readonly seconds: number; readonly now: Date },
): Promise<Lease | undefined> {
  const until = new Date(lease.now.getTime() + lease.seconds * 1000);
  const { rows } = await db.execute<{ fence: string }>(sql`/* often */
    insert into lease as held (name, owner, until) values (${lease.name}, ${lease.owner}, ${until})
    on conflict (name) do update set
      owner = excluded.owner, until = excluded.until,
      fence = held.fence + case when held.owner = excluded.owner then 0 else 1 end
    where held.owner = excluded.owner or held.until <= ${lease.now}
    returning fence`);
  const row = rows[0];
  return row && { fence: Number(row.fence) };
}

/** Lets a lease go, if this owner still holds it: at once, or from a moment on when its work still counts until then. */
export async function releaseLease(
  db: Queryable,
  name: string,
  owner: string,
  from: Date = new Date(0),
): Promise<void> {
  await db.execute(sql`update lease set until = ${from} where name = ${name} and owner = ${owner}`);
}

/** Ends every lease: only for the one owner of an embedded directory, whose earlier owners are dead. */
export async function clearLeases(db: Queryable): Promise<void> {
  await db.execute(sql`update lease set until = 'epoch'`);
}
