import { messageAsPlainText, type OutboundMessage } from '../../src/message/index.ts';
import type { TestApplication } from './application.ts';
import { resident } from './resident.ts';

/** Somebody on the web who learns and asks; what they hear is text. */
export interface TutorPerson {
  say(text: string): Promise<string>;
  press(label: string): Promise<string>;
  /** Asks, waits until the tutor has answered, and returns what came later. */
  ask(question: string): Promise<string>;
  /** What came by itself since the last time it was asked for. */
  later(): Promise<readonly OutboundMessage[]>;
}

const asText = (messages: readonly OutboundMessage[]): string => messages.map(messageAsPlainText).join('\n---\n');

export function tutorPerson(application: TestApplication, chat: string): TutorPerson {
  const { say, press } = resident(application, chat);
  let seen = '0';
  async function later(): Promise<readonly OutboundMessage[]> {
    const came = await application.conversations.laterRepliesFor('web', [{ chat, afterId: seen }]);
    seen = came.at(-1)?.reply.id ?? seen;
    return came.map(({ reply }) => reply.message);
  }
  return {
    say: async (text) => asText(await say(text)),
    press: async (label) => asText(await press(label)),
    async ask(question) {
      await say(question);
      await application.tutor?.idle();
      return asText(await later());
    },
    later,
  };
}
