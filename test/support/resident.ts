import type { OutboundMessage } from '../../src/message/index.ts';
import type { TestApplication } from './application.ts';

/** A resident who writes to the turn directly, as on the web. */
export interface Resident {
  say(text: string): Promise<readonly OutboundMessage[]>;
  /** Presses the choice of a label among those of the last answer. */
  press(label: string): Promise<readonly OutboundMessage[]>;
}

export function resident(application: TestApplication, chat: string): Resident {
  let serial = 0;
  let offered: OutboundMessage['choices'] = [];
  async function take(content: { kind: 'text'; text: string } | { kind: 'choice'; choice: string }) {
    const result = await application.conversations.takeTurn({
      channel: 'web',
      updateKey: `${chat}:${serial++}`,
      chat,
      person: chat,
      receivedAt: application.time.now,
      content,
    });
    if (result.kind !== 'answered') throw new Error(`The turn ended as ${result.kind}`);
    const messages = result.replies.map(({ message }) => message);
    offered = messages.flatMap(({ choices }) => choices);
    return messages;
  }
  return {
    say: (text) => take({ kind: 'text', text }),
    press(label) {
      const choice = offered.find((each) => each.label === label);
      if (choice === undefined) throw new Error(`“${label}” is not offered, but ${offered.map((each) => each.label)}`);
      return take({ kind: 'choice', choice: choice.id });
    },
  };
}

/** Asks a person, without letting anybody read the chat. */
export async function handOver(person: Resident, question: string): Promise<void> {
  await person.say(`/nguoithat ${question}`);
  await person.press('Chỉ gửi câu hỏi này');
}

export function textOf(messages: readonly OutboundMessage[]): string {
  return messages
    .flatMap(({ text, footer = [] }) => [...text, ...footer])
    .map((span) => (typeof span === 'string' ? span : span.text))
    .join('');
}
