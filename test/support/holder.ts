// A process of its own for tests of the embedded directory: holds it and inserts, or dies inside a transaction.
import { sql } from 'drizzle-orm';
import { openDatabase, openDatabaseForCommand } from '../../src/database/index.ts';

const [dataDir = '', mode] = process.argv.slice(2);

if (mode === 'die-inside-transaction') {
  const database = await openDatabaseForCommand({ databaseUrl: undefined, dataDir });
  await database.transaction(async (tx) => {
    await tx.execute(sql`insert into secret (name, value) values ('half', 'done')`);
    process.stdout.write('inserted\n');
    process.kill(process.pid, 'SIGKILL');
  });
}

try {
  const database = await openDatabase({ databaseUrl: undefined, dataDir });
  await database.db.execute(sql`create table if not exists kept (n int primary key)`);
  const { rows } = await database.db.execute<{ most: number | null }>(sql`select max(n) as most from kept`);
  for (let n = (rows[0]?.most ?? 0) + 1; ; n++) {
    await database.db.execute(sql`insert into kept (n) values (${n})`);
    process.stdout.write(`${n}\n`);
  }
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}
