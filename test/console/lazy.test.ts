import { expect, it, vi } from 'vitest';
import { testApplication } from '../support/application.ts';
import { linkOf, openBrowser } from '../support/console.ts';
import { describeDatabases } from '../support/databases.ts';
import { addStaff } from '../support/staff.ts';

const loads = vi.hoisted(() => ({ count: 0 }));
vi.mock('better-auth/minimal', async (original) => {
  loads.count++;
  return original();
});

describeDatabases('the library of accounts', ({ database: open }) => {
  it('is loaded by the first who signs in, not by the start, files or pages before the sign-in', async () => {
    const database = await open();
    const { app, time, consoleAddress } = await testApplication(database);
    const { id } = await addStaff(database, 'viewer');
    await consoleAddress();
    const link = await linkOf(database, id, time.now);
    const browser = openBrowser(app);
    // A process loads it once: on the databases after the first it is there already.
    const before = loads.count;
    for (const path of ['/', '/console', '/console/sign-in', '/console/inbox', '/console/tep/x/pico.css', link])
      await browser.get(path);
    expect(loads.count).toBe(before);
    expect((await browser.send(link, {})).status).toBe(303);
    expect(loads.count).toBe(1);
  });
});
