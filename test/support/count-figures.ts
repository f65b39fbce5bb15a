// A process of its own that counts figures, a day at a time, and says so after each: tests kill it in the middle.
import { openDatabase } from '../../src/database/index.ts';
import { rollUpFigures } from '../../src/insights/index.ts';

const [databaseUrl = '', dataDir = '', now = '', owner = ''] = process.argv.slice(2);
const database = await openDatabase({ databaseUrl: databaseUrl === '' ? undefined : databaseUrl, dataDir });
for (;;) {
  const { days } = await rollUpFigures({
    database,
    clock: () => new Date(now),
    timezone: 'Asia/Ho_Chi_Minh',
    owner,
    mostDays: 1,
  });
  process.stdout.write(days === 0 ? 'done\n' : 'day\n');
  if (days === 0) break;
}
await database.close();
