import { enqueue } from '../../delivery/index.ts';
import { createTranslator, type Translator } from '../../locales/index.ts';
import type { TurnContext } from '../context.ts';
import { newestChat } from '../store.ts';

/** What is told to the other side of a change that was made here. */
type Told = 'link-told' | 'link-given-told' | 'link-undone-told' | 'cohort-removed-told' | 'cohort-returned-told';

/**
 * Tells somebody in the chat they wrote in last what was done to their account from elsewhere: at once, unless it is due later.
 *
 * @param words what the text needs; a function where it depends on their language
 */
export async function tellChat(
  { tx, turnId, now }: TurnContext,
  { accountId, key, dueAt = now }: { readonly accountId: number; readonly key: Told; readonly dueAt?: Date },
  words: Readonly<Record<string, string>> | ((t: Translator) => Record<string, string>) = {},
): Promise<void> {
  const chat = await newestChat(tx, accountId);
  if (chat === undefined) return;
  const t = createTranslator(chat.locale);
  const text = t(key, typeof words === 'function' ? words(t) : words);
  await enqueue(
    tx,
    [
      {
        uniqueKey: `turn:${turnId}:told`,
        channel: chat.channel,
        chat: chat.chat,
        conversationId: chat.id,
        learnerId: chat.learnerId,
        turnId: undefined,
        lane: 'reply',
        message: { text: [text], choices: [] },
        via: 'sender',
        dueAt,
      },
    ],
    now,
  );
}
