import { messageAsPlainText, type OutboundMessage } from '../../src/message/index.ts';
import type { TestApplication } from './application.ts';

/** Somebody on the web who learns and asks. */
export interface TutorPerson {
  readonly chat: string;
  /** What is answered in the response, as text. */
  say(text: string): Promise<string>;
  press(label: string): Promise<string>;
  /** Asks, waits until the tutor has answered, and returns what came later. */
  ask(question: string): Promise<string>;
  /** What came by itself since the last time it was asked for. */
  later(): Promise<readonly OutboundMessage[]>;
}

export function tutorPerson(application: TestApplication, chat: string): TutorPerson {
  let serial = 0;
  let choices: OutboundMessage['choices'] = [];
  let seen = '0';
  async function take(content: { kind: 'text'; text: string } | { kind: 'choice'; choice: string }): Promise<string> {
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
    choices = messages.flatMap((message) => message.choices);
    return messages.map(messageAsPlainText).join('\n---\n');
  }
  async function later(): Promise<readonly OutboundMessage[]> {
    const came = await application.conversations.laterRepliesFor('web', [{ chat, afterId: seen }]);
    seen = came.at(-1)?.reply.id ?? seen;
    const messages = came.map(({ reply }) => reply.message);
    if (messages.length > 0) choices = messages.flatMap((message) => message.choices);
    return messages;
  }
  return {
    chat,
    say: (text) => take({ kind: 'text', text }),
    async press(label) {
      const choice = choices.find((one) => one.label === label);
      if (choice === undefined)
        throw new Error(`“${label}” was not offered: ${choices.map((one) => one.label).join(', ')}`);
      return take({ kind: 'choice', choice: choice.id });
    },
    async ask(question) {
      await take({ kind: 'text', text: question });
      await application.tutor?.idle();
      return (await later()).map(messageAsPlainText).join('\n---\n');
    },
    later,
  };
}
