import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type BotApplication, botApplications, botSettings } from '../support/bot-application.ts';
import { describeDatabases } from '../support/databases.ts';
import { decodePng } from '../support/decoded-png.ts';
import { openPublicAddress, type PublicAddress } from '../support/public-address.ts';
import { type Person as OnTelegram, type ScriptedTelegram, startScriptedTelegram } from '../support/telegram/index.ts';
import { type Person as OnZalo, type ScriptedZalo, startScriptedZalo } from '../support/zalo/index.ts';

const label = 'Ảnh để chia sẻ';

let telegram: ScriptedTelegram;
let zalo: ScriptedZalo;
let outside: PublicAddress;
let lan: OnTelegram;
let minh: OnZalo;

beforeEach(async () => {
  [telegram, zalo, outside] = await Promise.all([
    startScriptedTelegram(),
    startScriptedZalo({ fetchPhotos: true }),
    openPublicAddress(),
  ]);
  // Updates come by `post` only.
  telegram.deliver.hold();
  zalo.deliver.hold();
  [lan, minh] = [telegram.person(), zalo.person()];
});
// Registered outside, so that it runs after the programs have ended.
afterEach(() => Promise.all([telegram.close(), zalo.close(), outside.close()]));

/** What to type for the picture on a channel of numbers. */
function numberOf(text: string): string {
  const number = new RegExp(`^(\\d)\\. ${label}$`, 'mu').exec(text)?.[1];
  if (number === undefined) throw new Error(`There is no “${label}” in: ${text}`);
  return number;
}

describeDatabases('the picture of a course', (context) => {
  const bots = botApplications(context);

  async function start(environment: Record<string, string> = {}): Promise<BotApplication> {
    const application = await bots.start({
      ...botSettings('telegram', telegram),
      ...botSettings('zalo', zalo),
      ...environment,
    });
    outside.serve(application.app);
    return application;
  }

  async function tell(application: BotApplication, channel: 'telegram' | 'zalo', update: unknown): Promise<void> {
    expect((await application.post(channel, update)).status).toBe(200);
    await application.settled();
  }

  async function askOnTelegram(application: BotApplication): Promise<void> {
    await tell(application, 'telegram', lan.start('course_guitar'));
    await tell(application, 'telegram', lan.press(label).update);
  }

  /** Opens the details and types the number that stands before the choice. */
  async function askOnZalo(application: BotApplication): Promise<void> {
    await tell(application, 'zalo', minh.send('/start course_guitar'));
    await tell(application, 'zalo', minh.send(numberOf(minh.received.at(-1)?.text ?? '')));
  }

  it('is uploaded to Telegram without an address of our own, and then has no code', async () => {
    const application = await start();
    await askOnTelegram(application);
    const { text, photo, buttons } = lan.received.at(-1) ?? {};
    expect(text).toBe('Khóa “Guitar đệm hát cho người mới” đây bạn. Ai quen đang cần, bạn chuyển tiếp giúp nhé!');
    expect(buttons?.map((button) => button.label)).toEqual(['Chi tiết', 'Khóa tương tự']);
    expect(photo?.file?.fileName).toBe('ban-hoc-guitar.png');
    const { width, qr } = decodePng(photo?.file?.content ?? Buffer.alloc(0));
    expect([width, qr]).toEqual([800, undefined]);
    expect(telegram.violations).toEqual([]);
  });

  it('has a code and words that lead to the public page, and to nobody’s own link', async () => {
    const application = await start({ PUBLIC_URL: outside.url });
    await askOnTelegram(application);
    const page = `${outside.url}/courses/guitar`;
    expect(lan.received.at(-1)?.text).toContain(page);
    expect(lan.received.at(-1)?.text).not.toContain('/di/');
    expect(decodePng(lan.received.at(-1)?.photo?.file?.content ?? Buffer.alloc(0)).qr).toBe(page);
  });

  it('is one message on Zalo, which fetches it from us', async () => {
    const application = await start({ PUBLIC_URL: outside.url });
    await askOnZalo(application);
    const [, message, ...more] = minh.received;
    expect(more).toEqual([]);
    expect(message).toMatchObject({ kind: 'photo', photo: { fetched: { status: 200, contentType: 'image/png' } } });
    expect(message?.text).toContain('1. Chi tiết\n2. Khóa tương tự\n\nNhắn số để chọn.');
    expect(zalo.violations).toEqual([]);
  });

  it('is not offered on Zalo where it could not be fetched', async () => {
    const application = await start();
    await tell(application, 'zalo', minh.send('/start course_guitar'));
    expect(minh.received[0]?.text).toContain('Khóa tương tự');
    expect(minh.received[0]?.text).not.toContain(label);
  });

  it('that was offered while there was an address is answered with the details when there is none any more', async () => {
    const before = await start({ PUBLIC_URL: outside.url });
    await tell(before, 'zalo', minh.send('/start course_guitar'));
    const number = numberOf(minh.received.at(-1)?.text ?? '');
    await bots.stop(before);
    await tell(await start(), 'zalo', minh.send(number));
    expect(minh.received[1]).toMatchObject({ kind: 'text', text: expect.stringContaining('Đơn vị: Nhà Văn hóa') });
    expect(minh.received[1]?.text).not.toContain(label);
  });

  it('waits in the outbox as a name, and is fetched by a link made when it is sent', async () => {
    const application = await start({ PUBLIC_URL: outside.url });
    zalo.fault('sendPhoto', { kind: 'throttle', retryAfterSeconds: 0 });
    await askOnZalo(application);
    expect(minh.received).toHaveLength(1);
    const { rows } = await application.database.db.execute<{ message: string }>(sql`
      select message::text from delivery where message -> 'media' is not null`);
    expect(rows[0]?.message).toContain('"courseKey"');
    expect(rows[0]?.message).not.toContain('/anh/');
    expect(rows[0]?.message.length).toBeLessThan(2000);
    application.advance(5 * 3600);
    await application.settled();
    expect(minh.received[1]).toMatchObject({ kind: 'photo', photo: { fetched: { status: 200 } } });
    const [first, second] = zalo.callsOf('sendPhoto').map(({ payload }) => payload.photo);
    expect(second).not.toBe(first);
  });

  it('of a course that is gone meanwhile leaves the words', async () => {
    const application = await start({ PUBLIC_URL: outside.url });
    telegram.fault('sendPhoto', { kind: 'throttle', retryAfterSeconds: 5 });
    zalo.fault('sendPhoto', { kind: 'throttle', retryAfterSeconds: 5 });
    await askOnTelegram(application);
    await askOnZalo(application);
    await application.database.db.execute(sql`delete from course where public_id = 'guitar'`);
    application.advance(3600);
    await application.settled();
    for (const message of [lan.received.at(-1), minh.received.at(-1)]) {
      expect(message?.text).toContain('Guitar đệm hát cho người mới');
      expect(message?.photo).toBeUndefined();
    }
  });
});
