import { expect, it } from 'vitest';
import { channelPause, pauseChannel } from '../../src/delivery/pause.ts';
import { describeAllDatabases } from '../support/databases.ts';

const start = new Date('2026-11-24T03:00:00Z');
const after = (seconds: number): Date => new Date(start.getTime() + seconds * 1000);

describeAllDatabases('the pause of a channel', (context) => {
  it('lasts until its time, and is of that channel only', async () => {
    const { db } = await context.database();
    expect(await channelPause(db, 'telegram', start)).toBe(undefined);
    await pauseChannel(db, 'telegram', after(30), 'throttled');
    expect(await channelPause(db, 'telegram', start)).toEqual({ until: after(30), reason: 'throttled' });
    expect(await channelPause(db, 'telegram', after(30))).toBe(undefined);
    expect(await channelPause(db, 'zalo', start)).toBe(undefined);
  });

  it('is only ever lengthened', async () => {
    const { db } = await context.database();
    await pauseChannel(db, 'telegram', after(30), 'throttled');
    await pauseChannel(db, 'telegram', after(10), 'wrong_token');
    expect(await channelPause(db, 'telegram', start)).toEqual({ until: after(30), reason: 'throttled' });
    await pauseChannel(db, 'telegram', after(60), 'wrong_token');
    expect(await channelPause(db, 'telegram', start)).toEqual({ until: after(60), reason: 'wrong_token' });
  });
});
