import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { consentText } from '../../src/conversation/consent-texts.ts';
import { createTranslator } from '../../src/locales/index.ts';
import { messageAsPlainText } from '../../src/message/index.ts';
import { testApplication } from '../support/application.ts';
import { describeDatabases } from '../support/databases.ts';

describeDatabases('consent in the chat', (context) => {
  /** Somebody who writes and presses on the web. */
  async function person() {
    const database = await context.database();
    const application = await testApplication(database);
    let serial = 0;
    const take = async (content: { kind: 'text'; text: string } | { kind: 'choice'; choice: string }) => {
      const result = await application.conversations.takeTurn({
        channel: 'web',
        updateKey: String(serial++),
        chat: 'a',
        person: 'a',
        receivedAt: application.time.now,
        content,
      });
      const messages = result.kind === 'answered' ? result.replies.map(({ message }) => message) : [];
      return {
        kind: result.kind,
        text: messages.map(messageAsPlainText).join('\n'),
        choices: messages.flatMap(({ choices }) => choices),
      };
    };
    return {
      database,
      say: (text: string) => take({ kind: 'text', text }),
      press: (choice: string) => take({ kind: 'choice', choice }),
    };
  }

  it('keeps as evidence the hash of the words in the language they were shown in, the channel and the turn', async () => {
    const { database, say, press } = await person();
    const asked = await say('/thongbao');
    await say('/language en');
    await press(asked.choices[0]?.id ?? '');
    const { rows } = await database.db.execute(sql`
      select purpose, locale, channel, text_version, given_by, text_hash = encode(sha256(${consentText(createTranslator('vi'), 'announcements')}::bytea), 'hex') as is_shown_text,
        turn_id = (select max(id) from turn) as is_this_turn from consent`);
    expect(rows).toEqual([
      {
        purpose: 'announcements',
        locale: 'vi',
        channel: 'web',
        text_version: '1',
        given_by: 'self',
        is_shown_text: true,
        is_this_turn: true,
      },
    ]);
  });

  it('under 16 is a press of the guardian in whose account the child is', async () => {
    const { database, say } = await person();
    await say('em 14 tuổi');
    expect((await say('/ai')).choices).toEqual([]);
    expect((await say('/ai bat')).text).toContain('Nhờ ba mẹ xác nhận');
    await database.db.execute(sql`update learner set relation = 'child'`);
    expect((await say('/ai')).choices.map(({ label }) => label)).toContain('Bật gia sư AI');
    expect((await say('/ai bat')).text).toContain('Mình đã bật gia sư AI');
    const { rows } = await database.db.execute(sql`select purpose, given_by from consent`);
    expect(rows).toEqual([{ purpose: 'ai_tutor', given_by: 'guardian' }]);
  });
});
