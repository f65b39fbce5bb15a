import PgBoss from 'pg-boss';
import { broadcastPeerSettings, finished, queued } from './peer-settings.ts';
import { createSend, sideBySide } from './send.ts';

// One job a recipient. A batch is fetched while the one before it is sent and completed; completing is pg-boss's record of what was sent.
const settings = broadcastPeerSettings();
const { databaseUrl, firstChat, recipients, text, atOnce, batch } = settings;
const boss = new PgBoss({ connectionString: databaseUrl, max: 8, supervise: false, schedule: false });
boss.on('error', (error) => console.error(error));
await boss.start();
const queue = 'broadcast';
await boss.createQueue(queue);
for (let from = 0; from < recipients; from += 5000) {
  const jobs = Array.from({ length: Math.min(5000, recipients - from) }, (_, position) => ({
    name: queue,
    data: { chat: firstChat + from + position, text },
  }));
  await boss.insert(jobs);
}
await boss.getDb().executeSql('analyze pgboss.job', []);
const send = createSend(settings);
await queued();

const fetchBatch = () => boss.fetch<{ chat: number; text: string }>(queue, { batchSize: batch });
let completing: Promise<unknown> = Promise.resolve();
let next = fetchBatch();
for (let jobs = await next; jobs.length > 0; jobs = await next) {
  next = fetchBatch();
  const done: string[] = [];
  const failed: string[] = [];
  await sideBySide(jobs, atOnce, async ({ id, data }) => {
    await send(data.chat, data.text).then(
      () => done.push(id),
      () => failed.push(id),
    );
  });
  await completing;
  completing = Promise.all([
    done.length > 0 ? boss.complete(queue, done) : undefined,
    failed.length > 0 ? boss.fail(queue, failed) : undefined,
  ]);
}
await completing;
await finished();
