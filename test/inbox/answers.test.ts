import { afterAll, beforeAll, expect, it } from 'vitest';
import { testApplication } from '../support/application.ts';
import { botApplications, botSettings } from '../support/bot-application.ts';
import { describeDatabases } from '../support/databases.ts';
import { addStaff, staffApi } from '../support/staff.ts';
import { type ScriptedTelegram, startScriptedTelegram } from '../support/telegram/index.ts';
import { telegramPartner } from '../support/telegram-partner.ts';
import { type ScriptedZalo, startScriptedZalo } from '../support/zalo/index.ts';
import { zaloPartner } from '../support/zalo-partner.ts';

let telegram: ScriptedTelegram;
let zalo: ScriptedZalo;
beforeAll(async () => {
  telegram = await startScriptedTelegram();
  zalo = await startScriptedZalo();
  telegram.deliver.hold();
  zalo.deliver.hold();
});
afterAll(async () => {
  await telegram.close();
  await zalo.close();
});

describeDatabases('an answer of staff', (context) => {
  const bots = botApplications(context);
  const say = (text: string) => ({ kind: 'text', text }) as const;

  it('arrives on Telegram with buttons to reply and to end', async () => {
    const application = await bots.start(botSettings('telegram', telegram));
    const person = telegramPartner(application, telegram);
    const [asked] = await person.send(say('/nguoithat lớp may ở đâu'), '1');
    const only = asked?.choices.find(({ label }) => label === 'Chỉ gửi câu hỏi này');
    await person.send({ kind: 'choice', choice: only?.id ?? '' }, '2');
    const staff = staffApi(application.app, (await addStaff(application.database, 'editor')).token);
    await staff.claim(1);
    await staff.answer(1, 'Lớp ở <b>Gò Vấp</b> & Thủ Đức ạ');
    await application.settled();
    expect((await staff.read(1)).body.messages.at(-1)?.delivery).toBe('sent');
    // The next message shows all that came meanwhile; the companion itself stays back.
    const seen = await person.send(say('học guitar'), '3');
    expect(seen.map(({ text }) => text)).toEqual([
      '👤 Nhân viên trả lời:\nLớp ở <b>Gò Vấp</b> & Thủ Đức ạ',
      expect.stringContaining('chuyển tin này cho nhân viên'),
    ]);
    const done = seen[0]?.choices.find(({ label }) => label === 'Xong rồi, cảm ơn');
    const ended = await person.send({ kind: 'choice', choice: done?.id ?? '' }, '4');
    expect(ended[0]?.text).toContain('Cảm ơn bạn đã cho mình biết');
    expect((await staff.read(1)).body).toMatchObject({ status: 'closed', closed_by: 'person' });
    expect(telegram.violations).toEqual([]);
  });

  it('arrives on Zalo with the way to reply in words', async () => {
    const application = await bots.start(botSettings('zalo', zalo));
    const person = zaloPartner(application, zalo);
    await person.send(say('/gopy chữ nhỏ quá'), '1');
    const staff = staffApi(application.app, (await addStaff(application.database, 'editor')).token);
    await staff.claim(1);
    await staff.answer(1, 'Bạn dùng máy gì ạ?');
    await application.settled();
    const seen = await person.send(say('/nguoithat'), '2');
    expect(seen.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^👤 Nhân viên trả lời:\nBạn dùng máy gì ạ\?\n+Muốn trả lời, bạn nhắn \/nguoithat/),
      expect.stringContaining('đang ở chỗ nhân viên'),
    ]);
    await person.send(say('may cu'), '3');
    expect((await staff.read(1)).body.messages.at(-1)).toMatchObject({ from: 'person', text: 'may cu' });
    expect(zalo.violations).toEqual([]);
  });

  it('arrives on the web at an open page and at the next visit, once', async () => {
    const application = await testApplication(await context.database());
    const post = async (body: Record<string, string>) => {
      const response = await application.app.request('/api/chat', { method: 'POST', body: JSON.stringify(body) });
      return (await response.json()) as {
        conversation: string;
        replies: { id: string; text: string; choices: { id: string; label: string }[] }[];
      };
    };
    const { conversation, replies } = await post({ text: '/nguoithat lớp may ở đâu' });
    const only = replies[0]?.choices.find(({ label }) => label === 'Chỉ gửi câu hỏi này');
    const sent = await post({ conversation, choice: only?.id ?? '' });
    const page = await application.app.request(`/api/chat/events?conversation=${conversation}`);
    const reader = page.body?.pipeThrough(new TextDecoderStream()).getReader();
    await reader?.read();
    const staff = staffApi(application.app, (await addStaff(await context.database(), 'editor')).token);
    await staff.claim(1);
    await staff.answer(1, 'Lớp ở Gò Vấp ạ');
    for (const job of [...application.workerJobs, ...application.webJobs])
      if (['web sender', 'page streams'].includes(job.name)) await job.run();
    const event = (await reader?.read())?.value ?? '';
    expect(event).toContain('"text":"👤 Nhân viên trả lời:\\nLớp ở Gò Vấp ạ"');
    await reader?.cancel();
    const id = Number(/id: (\d+)/.exec(event)?.[1]);
    expect(id).toBeGreaterThan(Number(sent.replies[0]?.id));
    // Whoever comes back later is told once: not in the response to what they write then.
    const next = await post({ conversation, text: 'cảm ơn nha' });
    expect(next.replies.map(({ text }) => text).join()).not.toContain('Gò Vấp');
    const again = await application.app.request(`/api/chat/events?conversation=${conversation}`, {
      headers: { 'last-event-id': String(sent.replies[0]?.id) },
    });
    const second = again.body?.pipeThrough(new TextDecoderStream()).getReader();
    await second?.read();
    await application.webJobs.find(({ name }) => name === 'page streams')?.run();
    expect((await second?.read())?.value).toContain('Gò Vấp');
    await second?.cancel();
  });
});
