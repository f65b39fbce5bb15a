import type { Conversations } from '../../src/conversation/index.ts';
import type { ExportedData } from '../../src/learners/index.ts';
import type { ChannelName, InboundContent } from '../../src/message/index.ts';

/** Somebody who writes in one chat, handing messages to the turn without a channel between. */
export interface ChatPerson {
  readonly channel: ChannelName;
  readonly chat: string;
  /** Sends a text and returns what is answered, as one text. */
  say(text: string): Promise<string>;
  /** Presses what was offered last under a label; undefined when nothing of that name ever was. */
  press(label: string): Promise<string> | undefined;
  /** The code of a fresh `/ketnoi`, as it is shown. */
  newCode(): Promise<string>;
  /** The ids of what was offered, by label. */
  readonly offered: ReadonlyMap<string, string>;
  exported(): Promise<ExportedData | undefined>;
}

/** The code in an answer. */
export function codeIn(text: string): string {
  return /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0] ?? '';
}

/** @param application whose turns answer, and whose time it is */
export function chatPerson(
  application: { readonly conversations: Conversations; readonly time: { readonly now: Date } },
  channel: ChannelName,
  chat: string,
): ChatPerson {
  const { conversations, time } = application;
  const offered = new Map<string, string>();
  let serial = 0;
  async function send(content: InboundContent): Promise<string> {
    const result = await conversations.takeTurn({
      channel,
      updateKey: `${chat}:${serial++}`,
      chat,
      person: chat,
      receivedAt: time.now,
      content,
    });
    if (result.kind !== 'answered') return result.kind;
    for (const choice of result.replies.flatMap(({ message }) => message.choices)) offered.set(choice.label, choice.id);
    return result.replies
      .flatMap(({ message }) => [...message.text, ...(message.footer ?? [])])
      .map((span) => (typeof span === 'string' ? span : span.text))
      .join('\n');
  }
  return {
    channel,
    chat,
    offered,
    say: (text) => send({ kind: 'text', text }),
    press(label) {
      const choice = offered.get(label);
      return choice === undefined ? undefined : send({ kind: 'choice', choice });
    },
    newCode: async () => codeIn(await send({ kind: 'text', text: '/ketnoi' })),
    exported: () => conversations.exportDataOfChat(channel, chat),
  };
}
