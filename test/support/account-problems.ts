import { sql } from 'drizzle-orm';
import type { Database } from '../../src/database/index.ts';
import { mostLearners } from '../../src/learners/index.ts';

/** Columns of all tables that name a learner, an account or a conversation, by what they name. */
async function references(database: Database) {
  const { rows } = await database.db.execute<{ table_name: string; column_name: string; parent: string }>(sql`
    select table_name, column_name, case when column_name = 'merged_into' then 'learner'
      else regexp_replace(column_name, '^.*?(learner|account|conversation)_id$', '\\1') end as parent
    from information_schema.columns
    where table_schema = current_schema() and column_name ~ '(learner|account|conversation)_id$|^merged_into$'`);
  return rows;
}

/**
 * What is wrong with accounts, learners and what hangs on them, in words; nothing when all is well. It asks the database's own
 * catalogue for the tables, so that those of other modules are looked at too.
 */
export async function accountProblems(database: Database): Promise<string[]> {
  const problems: string[] = [];
  const columns = await references(database);
  for (const { table_name: table, column_name: column, parent } of columns) {
    const [name, key] = [sql.identifier(table), sql.identifier(column)];
    const { rows } = await database.db.execute<{ count: number }>(sql`
      select count(*)::int as count from ${name} as child
      where ${key} is not null and not exists (select 1 from ${sql.identifier(parent)} as parent where parent.id = child.${key})`);
    if (rows[0]?.count !== 0) problems.push(`${table}.${column} names ${rows[0]?.count} that are not there`);
    // A learner that was joined holds nothing any more.
    if (parent !== 'learner' || ['learner', 'account_link'].includes(table)) continue;
    const asleep = await database.db.execute<{ count: number }>(sql`
      select count(*)::int as count from ${name} where ${key} in (select id from learner where merged_into is not null)`);
    if (asleep.rows[0]?.count !== 0) problems.push(`${table} has rows of a joined learner`);
  }
  const checks = {
    'a conversation about a learner of another account': sql`
      select 1 from conversation join learner on learner.id = learner_id where learner.account_id <> conversation.account_id`,
    'a turn about a learner of another account than its conversation': sql`
      select 1 from turn join conversation on conversation.id = conversation_id join learner on learner.id = turn.learner_id
      where learner.account_id <> conversation.account_id`,
    'a delivery about a learner of another account than its conversation': sql`
      select 1 from delivery join conversation on conversation.id = conversation_id
      join learner on learner.id = delivery.learner_id where learner.account_id <> conversation.account_id`,
    'an account without exactly one learner of its own': sql`
      select 1 from account where (select count(*) from learner where account_id = account.id and relation = 'self') <> 1`,
    'an account with too many learners': sql`
      select 1 from account where (select count(*) from learner where account_id = account.id) > ${mostLearners}`,
    'an account nobody can write to, that is not asleep': sql`
      select 1 from account where not exists (select 1 from identity where account_id = account.id)
        and not exists (select 1 from account_link where joined_account_id = account.id)`,
    'a sleeping account with something of its own': sql`
      select 1 from account_link where exists (select 1 from identity where account_id = joined_account_id)
        or exists (select 1 from conversation where conversation.account_id = joined_account_id)
        or exists (select 1 from learner where learner.account_id = joined_account_id and id <> joined_learner_id)`,
    'a sleeping learner without its link': sql`
      select 1 from learner left join account_link on joined_learner_id = learner.id
      where (merged_into is null) <> (account_link.id is null) or merged_into <> account_link.learner_id`,
    'a link whose learners are not of its accounts': sql`
      select 1 from account_link join learner as keeper on keeper.id = learner_id
      join learner as joined on joined.id = joined_learner_id
      where keeper.account_id <> account_link.account_id or joined.account_id <> joined_account_id`,
    'a code for a learner of another account': sql`
      select 1 from linking_code join learner on learner.id = learner_id where learner.account_id <> linking_code.account_id`,
    'a conversation without the identity of its person': sql`
      select 1 from conversation where not exists (
        select 1 from identity where identity.channel = conversation.channel and external_id = chat
          and identity.account_id = conversation.account_id)`,
  };
  for (const [problem, query] of Object.entries(checks)) {
    const { rows } = await database.db.execute(query);
    if (rows.length > 0) problems.push(`${problem} (${rows.length})`);
  }
  return problems;
}
