import { expect, it } from 'vitest';
import { closeContentGap, contentGaps, deleteOldGaps, noteContentGap } from '../../src/tutor/index.ts';
import { describeDatabases } from '../support/databases.ts';
import { addStaff } from '../support/staff.ts';

const now = new Date('2026-11-24T03:00:00Z');
const later = new Date('2026-11-25T03:00:00Z');

describeDatabases('questions without an answer', ({ database: open }) => {
  it('are counted by their words and lesson, the most asked first', async () => {
    const { db } = await open();
    await noteContentGap(db, { question: 'Ai phát minh ra mã QR?', lesson: 'duong-dan-va-ma-qr', now });
    await noteContentGap(db, { question: 'ai phat minh ra ma qr', lesson: 'duong-dan-va-ma-qr', now: later });
    await noteContentGap(db, { question: 'Ai phát minh ra mã QR?', lesson: undefined, now });
    await noteContentGap(db, { question: '  ?! ', lesson: undefined, now });
    expect(await contentGaps(db, { closed: false, limit: 10 })).toMatchObject([
      { question: 'Ai phát minh ra mã QR?', lesson: 'duong-dan-va-ma-qr', times: 2, firstAt: now, lastAt: later },
      { question: 'Ai phát minh ra mã QR?', lesson: undefined, times: 1 },
    ]);
  });

  it('are closed once a lesson answers them, and open again when somebody still finds none', async () => {
    const database = await open();
    const { db } = database;
    const by = { isClosed: true, staffId: (await addStaff(database, 'editor')).id, at: later };
    await noteContentGap(db, { question: 'Mã QR là gì?', lesson: undefined, now });
    const [gap] = await contentGaps(db, { closed: false, limit: 10 });
    const id = gap?.id ?? 0;
    expect(await closeContentGap(database, id, by)).toMatchObject({ id, closedAt: later });
    expect(await contentGaps(db, { closed: false, limit: 10 })).toEqual([]);
    expect(await contentGaps(db, { closed: true, limit: 10 })).toMatchObject([{ closedAt: later }]);
    await noteContentGap(db, { question: 'mã qr là gì', lesson: undefined, now: later });
    expect(await contentGaps(db, { closed: false, limit: 10 })).toMatchObject([{ times: 2 }]);
    expect(await closeContentGap(database, 987_654, by)).toBeUndefined();
  });

  it('go when nobody has asked them for long', async () => {
    const { db } = await open();
    await noteContentGap(db, { question: 'Cũ', lesson: undefined, now });
    await noteContentGap(db, { question: 'Mới', lesson: undefined, now: later });
    expect(await deleteOldGaps(db, later, 10)).toEqual({ deleted: 1 });
    expect(await contentGaps(db, { closed: false, limit: 10 })).toMatchObject([{ question: 'Mới' }]);
  });
});
