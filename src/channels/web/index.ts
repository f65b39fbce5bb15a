import type { OutboundMessage, SendResult } from '../../message/index.ts';

export { createWebChannel, type WebChannel, type WebOptions } from './web.tsx';

/**
 * Sending on the web is leaving the message where the page looks: a row that is `sent` by the sender is shown by the
 * event stream to whoever watches, and by the next page to everybody else.
 */
export const webSending = {
  name: 'web',
  send: (_message: OutboundMessage, _chat: string): Promise<SendResult> =>
    Promise.resolve({ ok: true, platformMessageId: undefined }),
} as const;
