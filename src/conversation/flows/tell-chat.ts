import { enqueue } from '../../delivery/index.ts';
import { createTranslator, type Translator } from '../../locales/index.ts';
import type { TurnContext } from '../context.ts';
import { newestChats } from '../store.ts';

/** What is told to the other side of a change that was made here. */
export type Told =
  | 'link-told'
  | 'link-given-told'
  | 'link-undone-told'
  | 'cohort-removed-told'
  | 'cohort-returned-told'
  | 'cohort-colleague-joined-told'
  | 'cohort-colleague-learners-told'
  | 'cohort-colleague-left-told'
  | 'cohort-colleague-removed-told'
  | 'cohort-colleague-returned-told';

/** What a text needs; a function where it depends on the reader's language. */
type Words = Readonly<Record<string, string>> | ((t: Translator) => Record<string, string>);

/** Tells somebody in the chat they wrote in last what was done to their account from elsewhere: at once, unless it is due later. */
export function tellChat(
  context: TurnContext,
  { accountId, ...told }: { readonly accountId: number; readonly key: Told; readonly dueAt?: Date },
  words: Words = {},
): Promise<void> {
  return tellChats(context, { accountIds: [accountId], ...told }, words);
}

/** Tells the same to several, each in the chat they wrote in last and its language. */
export async function tellChats(
  { tx, turnId, now }: TurnContext,
  {
    accountIds,
    key,
    dueAt = now,
  }: { readonly accountIds: readonly number[]; readonly key: Told; readonly dueAt?: Date },
  words: Words = {},
): Promise<void> {
  const chats = await newestChats(tx, accountIds);
  if (chats.length === 0) return;
  await enqueue(
    tx,
    chats.map((chat) => {
      const t = createTranslator(chat.locale);
      const text = t(key, typeof words === 'function' ? words(t) : words);
      return {
        uniqueKey: `turn:${turnId}:told:${key}:${chat.id}`,
        channel: chat.channel,
        chat: chat.chat,
        conversationId: chat.id,
        learnerId: chat.learnerId,
        turnId: undefined,
        lane: 'reply' as const,
        message: { text: [text], choices: [] },
        via: 'sender' as const,
        dueAt,
      };
    }),
    now,
  );
}
