import { expect, it, vi } from 'vitest';
import { noteContentGap } from '../../src/tutor/index.ts';
import { testApplication } from '../support/application.ts';
import { signIn } from '../support/console.ts';
import { describeDatabases } from '../support/databases.ts';
import { addStaff } from '../support/staff.ts';

vi.setConfig({ testTimeout: 120_000 });

describeDatabases('unanswered questions in the console', ({ database: open }) => {
  it('are shown inert, marked as answered by editors only, and opened again', async () => {
    const database = await open();
    const { app, time } = await testApplication(database);
    const question = '<img src=x onerror=alert(1)> mã QR là gì';
    await noteContentGap(database.db, { question, lesson: 'duong-dan-va-ma-qr', now: time.now });
    const viewer = await signIn(app, database, (await addStaff(database, 'viewer')).id, time.now);
    const { text } = await viewer.get('/console/gaps');
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt; mã QR là gì');
    expect(text).not.toContain('/close');
    expect((await viewer.post('/console/gaps/1/close', {})).status).toBe(403);

    const editor = await signIn(app, database, (await addStaff(database, 'editor')).id, time.now);
    const closed = await editor.follow(await editor.post('/console/gaps/1/close', {}));
    expect(closed.text).toContain('Đã ghi là có bài');
    expect(closed.text).not.toContain('onerror');
    expect((await editor.get('/console/gaps?closed=1')).text).toContain('onerror');
    const opened = await editor.follow(await editor.post('/console/gaps/1/open', {}));
    expect(opened.text).toContain('Câu hỏi đã mở lại');
    expect((await editor.get('/console/gaps')).text).toContain('onerror');
    for (const none of ['99', 'x']) expect((await editor.post(`/console/gaps/${none}/close`, {})).status).toBe(404);
    const admin = await signIn(app, database, (await addStaff(database, 'admin')).id, time.now);
    expect((await admin.get('/console/audit')).text).toContain('ghi một câu hỏi là đã có bài');
  });
});
