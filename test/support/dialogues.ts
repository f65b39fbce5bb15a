import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type TestApplication, testApplication } from './application.ts';
import { botApplications, botSettings } from './bot-application.ts';
import { type DatabaseContext, describeDatabase } from './databases.ts';
import { type DialogueChannel, type DialoguePartner, readDialogue } from './dialogue.ts';
import { corePartner, webPartner } from './page-partner.ts';
import { checkChanges, play } from './play-dialogue.ts';
import { openPublicAddress, type PublicAddress } from './public-address.ts';
import { type ScriptedTelegram, startScriptedTelegram } from './telegram/index.ts';
import { telegramPartner } from './telegram-partner.ts';
import { type ScriptedZalo, startScriptedZalo } from './zalo/index.ts';
import { zaloPartner } from './zalo-partner.ts';

const folder = fileURLToPath(new URL('../dialogues', import.meta.url));

interface Begun {
  readonly application: TestApplication;
  newPartner(sign: string): DialoguePartner;
}

/** Plays every conversation on the turn itself or on the web, on the embedded database. */
export function testDialoguesOnPage(channel: 'core' | 'web'): void {
  describeDatabase('embedded', 'dialogues', (context) => {
    testDialogues(channel, context, async () => {
      const application = await testApplication(await context.database());
      const newPartner = channel === 'core' ? corePartner : webPartner;
      return { application, newPartner: (sign) => newPartner(application, sign) };
    });
  });
}

/** Plays every conversation on a platform, on Postgres. */
export function testDialoguesOnPlatform(channel: 'telegram' | 'zalo'): void {
  let telegram: ScriptedTelegram;
  let zalo: ScriptedZalo;
  let outside: PublicAddress;
  let now = (): Date => new Date();

  describeDatabase('postgres', 'dialogues', (context) => {
    beforeAll(async () => {
      outside = await openPublicAddress();
      // The partners carry the updates; the platforms' own delivery is tested with the channels.
      telegram = await startScriptedTelegram({ now: () => now() });
      telegram.deliver.hold();
      zalo = await startScriptedZalo({ now: () => now(), fetchPhotos: true });
      zalo.deliver.hold();
    });
    afterAll(async () => {
      await telegram.close();
      await zalo.close();
      await outside.close();
    });
    const bots = botApplications(context);
    testDialogues(channel, context, async () => {
      // With an address of our own, links lead to us, and a platform can fetch pictures.
      const server = channel === 'telegram' ? telegram : zalo;
      const application = await bots.start({ PUBLIC_URL: outside.url, ...botSettings(channel, server) });
      outside.serve(application.app);
      now = () => application.time.now;
      return {
        application,
        newPartner: () =>
          channel === 'telegram' ? telegramPartner(application, telegram) : zaloPartner(application, zalo),
      };
    });
    afterEach(() => {
      expect(telegram.violations).toEqual([]);
      expect(zalo.violations).toEqual([]);
    });
  });
}

function testDialogues(channel: DialogueChannel, context: DatabaseContext, begin: () => Promise<Begun>): void {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  for (const name of names.sort()) {
    const dialogue = readDialogue(join(folder, name));
    if (dialogue.channels !== undefined && !dialogue.channels.includes(channel)) continue;
    it(`${channel}: ${name} ${dialogue.name}`, async () => {
      const { application, newPartner } = await begin();
      await play(application, await context.database(), newPartner, dialogue);
      if (dialogue.changes !== undefined) await checkChanges(await context.database(), dialogue.changes);
    });
  }
}
