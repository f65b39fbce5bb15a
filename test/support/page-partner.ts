import { expect } from 'vitest';
import type { Reply } from '../../src/conversation/index.ts';
import { type InboundContent, messageAsPlainText } from '../../src/message/index.ts';
import type { TestApplication } from './application.ts';
import type { DialoguePartner, SeenReply } from './dialogue.ts';

/** Hands messages to the turn as a channel would, without HTTP. */
export function corePartner(application: TestApplication, sign: string): DialoguePartner {
  const chat = sign.repeat(64);
  let lastId = '0';
  const seen = ({ id, message }: Reply): SeenReply => {
    lastId = id;
    return {
      text: messageAsPlainText(message),
      courses: (message.courses ?? []).map((course) => course.id),
      choices: message.choices,
      ...(message.media === undefined ? {} : { picture: true }),
    };
  };
  return {
    async send(content, key) {
      const result = await application.conversations.takeTurn({
        channel: 'web',
        updateKey: `${sign}${key}`,
        chat,
        person: chat,
        receivedAt: application.time.now,
        content,
      });
      if (result.kind !== 'answered') throw new Error(`The turn ended as ${result.kind}`);
      return result.replies.map(seen);
    },
    async later() {
      const replies = await application.conversations.laterRepliesFor('web', [{ chat, afterId: lastId }]);
      return replies.map(({ reply }) => seen(reply));
    },
  };
}

/** A reply as the web API gives it. */
interface ReplyOfWeb {
  readonly id: string;
  readonly text: string;
  readonly courses?: readonly { readonly id: string; readonly reasons: readonly string[] }[];
  readonly choices: SeenReply['choices'];
  readonly media?: { readonly url: string };
}

/** Talks over POST /api/chat as a program would, and listens to the stream of later replies. */
export function webPartner(application: TestApplication): DialoguePartner {
  let conversation: string | undefined;
  let lastId = '0';
  const seen = async (reply: ReplyOfWeb): Promise<SeenReply> => {
    lastId = reply.id;
    const picture = reply.media && (await application.app.request(reply.media.url));
    return {
      text: [reply.text, ...(reply.courses ?? []).flatMap(({ reasons }) => reasons)].join('\n'),
      courses: (reply.courses ?? []).map((course) => course.id),
      choices: reply.choices,
      ...(picture?.headers.get('content-type') === 'image/png' ? { picture: true } : {}),
    };
  };
  return {
    async send(content, key) {
      const response = await application.app.request('/api/chat', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...(conversation && { conversation }), ...webBody(content), message_id: key }),
      });
      expect(response.status, await response.clone().text()).toBe(200);
      const body = (await response.json()) as { conversation: string; replies: readonly ReplyOfWeb[] };
      conversation = body.conversation;
      const replies: SeenReply[] = [];
      for (const reply of body.replies) replies.push(await seen(reply));
      return replies;
    },
    async later() {
      const stream = await application.app.request(`/api/chat/events?conversation=${conversation}`, {
        headers: { 'last-event-id': lastId },
      });
      const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
      const counts = await application.webJobs.find(({ name }) => name === 'page streams')?.run();
      let text = '';
      while (text.split('event: reply').length <= (counts?.delivered ?? 0)) text += (await reader?.read())?.value ?? '';
      await reader?.cancel();
      const replies: SeenReply[] = [];
      for (const [, data = ''] of text.matchAll(/^data: (.+)$/gm)) replies.push(await seen(JSON.parse(data)));
      return replies;
    },
  };
}

function webBody(content: InboundContent): Record<string, string> {
  if (content.kind === 'text') return { text: content.text };
  if (content.kind === 'choice') return { choice: content.choice };
  if (content.kind === 'start') return { text: `/start ${content.parameter ?? ''}`.trim() };
  throw new Error('The web carries no such message.');
}
