import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { personalDataOwners } from '../../src/application.ts';
import type { Database } from '../../src/database/index.ts';
import { createBatch, deliveryPersonalData, planBatch } from '../../src/delivery/index.ts';
import { joinAccounts, lockAccounts } from '../../src/learners/index.ts';
import { botApplications, botSettings } from '../support/bot-application.ts';
import { addAudience, type BroadcastAnswer, broadcastApi, sumOf, wrongCounts } from '../support/broadcasts.ts';
import { describeDatabases } from '../support/databases.ts';
import { addStaff } from '../support/staff.ts';
import { type ScriptedTelegram, startScriptedTelegram } from '../support/telegram/index.ts';

let server: ScriptedTelegram;
let now: () => Date = () => new Date();

beforeEach(async () => {
  now = () => new Date();
  server = await startScriptedTelegram({ now: () => now() });
});
afterEach(() => server.close());

/** Something to wait for until somebody opens it. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((done) => {
    open = done;
  });
  return { opened, open: () => open() };
}

describeDatabases('the people of a broadcast', (context) => {
  const bots = botApplications(context);

  async function start() {
    const database = await context.database();
    const application = await bots.start(botSettings('telegram', server));
    now = () => application.time.now;
    const editor = broadcastApi(application.app, (await addStaff(database, 'editor')).token);
    const approver = broadcastApi(application.app, (await addStaff(database, 'approver')).token);
    return { database, application, editor, approver };
  }
  type Started = Awaited<ReturnType<typeof start>>;

  async function submit({ editor }: Started, body: object): Promise<number> {
    const { id } = (await editor.create(body)).body;
    expect((await editor.step(id, 'submit')).status).toBe(200);
    return id;
  }

  async function send(started: Started, body: object = {}): Promise<number> {
    const id = await submit(started, body);
    expect((await started.approver.step(id, 'approve')).status).toBe(200);
    return id;
  }

  async function job({ application }: Started, name: string): Promise<void> {
    await application.workerJobs.find((each) => each.name === name)?.run();
  }

  async function done(started: Started, id: number): Promise<BroadcastAnswer> {
    for (;;) {
      const stands = await started.editor.read(id);
      expect(sumOf(stands)).toBe(stands.recipients);
      if (stands.status === 'done') return stands;
      await job(started, 'broadcasts');
      await job(started, 'web sender');
      await new Promise(setImmediate);
    }
  }

  async function accountOf(database: Database, chat: string | number): Promise<number> {
    const { rows } = await database.db.execute<{ id: string }>(sql`
      select account_id as id from conversation where chat = ${String(chat)}`);
    return Number(rows[0]?.id);
  }

  async function join(database: Database, from: string | number, into: string | number, at: Date): Promise<void> {
    const accounts = { from: await accountOf(database, from), into: await accountOf(database, into) };
    await database.transaction(async (tx) => {
      await lockAccounts(tx, [accounts.from, accounts.into]);
      await joinAccounts(tx, personalDataOwners, { ...accounts, now: at });
    });
  }

  async function erase(started: Started, chat: string | number): Promise<void> {
    const { database, application } = started;
    await database.db.execute(sql`
      update account set erase_at = ${application.time.now} where id = ${await accountOf(database, chat)}`);
    await job(started, 'erasure');
  }

  /** How many messages of the sender a page shows. */
  async function onPage(database: Database): Promise<number> {
    const { rows } = await database.db.execute<{ shown: number }>(sql`
      select count(*)::int as shown from delivery where channel = 'web' and status = 'sent'`);
    return rows[0]?.shown ?? 0;
  }

  it('is on every page within one run of the web’s sender, however many there are', async () => {
    const started = await start();
    const { database, editor } = started;
    await addAudience(
      database,
      Array.from({ length: 700 }, (_, index) => `page-${index}`),
      { channel: 'web' },
    );
    const id = await send(started, { audience: { channels: ['web'] } });
    expect(await editor.read(id)).toMatchObject({ recipients: 700, sent: 0 });
    await job(started, 'web sender');
    expect(await editor.read(id)).toMatchObject({ status: 'done', sent: 700 });
    expect(await onPage(database)).toBe(700);
    expect(await wrongCounts(database)).toEqual([]);
  });

  it('hears it once who joined two accounts after one of them had it', async () => {
    const started = await start();
    const { database, application, editor } = started;
    const lan = server.person({ hasStarted: true });
    await addAudience(database, [lan.id]);
    await addAudience(database, ['page'], { channel: 'web' });
    // Telegram is told to wait: the page has it first, under a newer number than the row that waits.
    server.fault('sendMessage', { kind: 'throttle', retryAfterSeconds: 60 });
    const id = await send(started, { audience: { channels: ['telegram', 'web'] } });
    while (server.callsOf('sendMessage').length === 0) await new Promise(setImmediate);
    await job(started, 'web sender');
    expect(await editor.read(id)).toMatchObject({ recipients: 2, sent: 1, pending: 1 });
    await join(database, 'page', lan.id, application.time.now);
    application.advance(120);
    expect(await done(started, id)).toMatchObject({ recipients: 2, sent: 1, skipped: 1 });
    expect(lan.received).toHaveLength(0);
    expect(await wrongCounts(database)).toEqual([]);
  });

  it('hears it once who joined two accounts between two slices of the planning', async () => {
    const started = await start();
    const { database, application } = started;
    const [lan, minh] = [server.person({ hasStarted: true }), server.person({ hasStarted: true })];
    await addAudience(database, [lan.id]);
    const id = await send(started, { not_before: new Date(application.time.now.getTime() + 3_600_000).toISOString() });
    // As a process leaves it that dies before the second slice.
    await addAudience(database, [minh.id]);
    await database.db.execute(sql`update broadcast set plan_until = (select max(id) from account) where id = ${id}`);
    await database.db.execute(sql`update delivery_batch set state = 'planning'`);
    await database.db.execute(sql`
      update conversation set updated_at = updated_at + interval '1 minute' where chat = ${String(minh.id)}`);
    await join(database, lan.id, minh.id, application.time.now);
    await job(started, 'broadcasts');
    application.advance(3_660);
    expect(await done(started, id)).toMatchObject({ recipients: 2, sent: 1, skipped: 1 });
    expect(lan.received.length + minh.received.length).toBe(1);
    expect(await wrongCounts(database)).toEqual([]);
  });

  it('counts on when people are erased before their turn and while their message is under way', async () => {
    const started = await start();
    const { database, application, editor } = started;
    const later = new Date(application.time.now.getTime() + 3_600_000).toISOString();
    const [waits, underWay, stays] = [1, 2, 3].map(() => server.person({ hasStarted: true }));
    if (!waits || !underWay || !stays) throw new Error('nobody');
    await addAudience(database, [waits.id, underWay.id, stays.id]);
    const id = await send(started, { not_before: later });
    await erase(started, waits.id);
    expect(await editor.read(id)).toMatchObject({ recipients: 3, pending: 2, skipped: 1 });
    let hanging = (): void => {};
    const isTheirs = ({ payload }: { payload: Record<string, unknown> }) => payload.chat_id === String(underWay.id);
    server.fault(isTheirs, { kind: 'slow', until: new Promise((go) => (hanging = go)) });
    application.advance(3_660);
    while (!server.callsOf('sendMessage').some(isTheirs)) await job(started, 'broadcasts');
    await erase(started, underWay.id);
    hanging();
    expect(await done(started, id)).toMatchObject({ recipients: 3, sent: 1, skipped: 1, unconfirmed: 1 });
    await application.settled();
    const said = (person: typeof stays) => person.received.filter(({ text }) => text.includes('Mai có lớp')).length;
    expect([waits, underWay, stays].map(said)).toEqual([0, 1, 1]);
    const { rows } = await database.db.execute(sql`
      select 1 from delivery where batch_id is not null and chat in (${String(waits.id)}, ${String(underWay.id)})`);
    expect(rows).toEqual([]);
  });

  if (context.kind === 'postgres') {
    it('is approved and planned although somebody is erased in that moment', async () => {
      const started = await start();
      const { database, approver } = started;
      const [goes, stays] = [server.person({ hasStarted: true }), server.person({ hasStarted: true })];
      await addAudience(database, [goes.id, stays.id]);
      const id = await submit(started, {});
      let [erased, commit] = [(): void => {}, (): void => {}];
      const isErased = new Promise<void>((go) => (erased = go));
      const mayCommit = new Promise<void>((go) => (commit = go));
      const erasing = database.transaction(async (tx) => {
        const { rows } = await tx.execute<{ id: string }>(sql`
          delete from conversation where chat = ${String(goes.id)} returning learner_id as id`);
        await deliveryPersonalData.eraseLearner(tx, Number(rows[0]?.id));
        erased();
        await mayCommit;
      });
      await isErased;
      const approval = approver.step(id, 'approve');
      for (let isWaiting = false; !isWaiting; ) {
        const { rows } = await database.db.execute(sql`
          select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
        isWaiting = rows.length > 0;
      }
      commit();
      await erasing;
      expect((await approval).status).toBe(200);
      expect(await done(started, id)).toMatchObject({ recipients: 1, sent: 1 });
      expect([goes.received.length, stays.received.length]).toEqual([0, 1]);
    });
  }

  it('erases nobody whom a batch is taking in at the moment, and leaves no row of theirs after it', async () => {
    const started = await start();
    const { database, application } = started;
    const at = application.time.now;
    await addAudience(database, [91_001], { at });
    const message = { broadcastId: 1, text: { vi: 'Có lớp mới' }, choices: [] };
    const people = sql`
      select id as conversation_id, channel, chat, null::text as replaces from conversation where chat = '91001'`;
    const [planned, mayCommit] = [gate(), gate()];
    const planning = database.transaction(async (tx) => {
      const batch = { kind: 'announcement', message, notBefore: at, skipsLimits: false } as const;
      expect(await planBatch(tx, await createBatch(tx, batch, at), people, at)).toBe(1);
      planned.open();
      await mayCommit.opened;
    });
    await planned.opened;
    // Another connection, where there is one, waits for this transaction as long as it may, and gives up until its next run.
    if (context.kind === 'postgres') await erase(started, 91_001);
    mayCommit.open();
    await planning;
    const rows = () => database.db.execute(sql`select 1 from delivery where chat = '91001' and batch_id is not null`);
    expect((await rows()).rows).toHaveLength(1);
    await erase(started, 91_001);
    expect((await rows()).rows).toHaveLength(0);
  });
});
