import { sql } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import { dropReporters, noteWeakNetwork, weakNetworks } from '../../src/access/index.ts';
import { findOrCreatePerson } from '../../src/learners/index.ts';
import { testApplication } from '../support/application.ts';
import { signIn } from '../support/console.ts';
import { describeDatabases } from '../support/databases.ts';
import { addStaff } from '../support/staff.ts';

vi.setConfig({ testTimeout: 120_000 });

const [thuDuc, goVap] = ['26815', '26884'];

describeDatabases('weak network', (context) => {
  it('counts a person once a ward and month, hides groups under five, and forgets who counted', async () => {
    const database = await context.database();
    const note = (accountId: number, ward: string, day: string) =>
      database.transaction((tx) => noteWeakNetwork(tx, { accountId, ward, day }));
    for (let serial = 0; serial < 6; serial++) {
      const { accountId } = await findOrCreatePerson(database.db, 'web', `nguoi-${serial}`);
      expect(await note(accountId, thuDuc, '2026-11-24')).toBe(true);
      expect(await note(accountId, thuDuc, '2026-11-30')).toBe(false);
      if (serial < 4) expect(await note(accountId, goVap, '2026-11-24')).toBe(true);
    }
    expect(await weakNetworks(database.db, '2026-11-01')).toEqual([
      { ward: thuDuc, people: 6 },
      { ward: goVap, people: undefined },
    ]);
    const { accountId } = await findOrCreatePerson(database.db, 'web', 'nguoi-0');
    expect(await note(accountId, thuDuc, '2026-12-01')).toBe(true);
    expect(await dropReporters(database.db, '2026-12-01')).toEqual({ deleted: 1 });
    const { rows } = await database.db.execute(sql`select month::text, ward from network_reporter`);
    expect(rows).toEqual([{ month: '2026-12-01', ward: thuDuc }]);
    expect(await weakNetworks(database.db, '2026-11-01')).toHaveLength(2);

    const { app, time } = await testApplication(database);
    const viewer = await addStaff(database, 'viewer');
    const browser = await signIn(app, database, viewer.id, time.now);
    const { text } = await browser.get('/console/network?month=2026-11');
    expect(text).toContain('<svg');
    expect(text).toContain('dưới 5');
    expect((await browser.get('/console/network.csv?month=2026-11')).text).toMatch(/2026-11,26884,[^,]+,<5/);
    const answer = await app.request('/api/v1/network-reports?month=2026-11', {
      headers: { authorization: `Bearer ${viewer.token}` },
    });
    expect(await answer.json()).toEqual({
      month: '2026-11',
      wards: [
        { ward: thuDuc, people: 6 },
        { ward: goVap, people: null },
      ],
    });
    expect((await app.request('/api/v1/network-reports')).status).toBe(401);
  });
});
