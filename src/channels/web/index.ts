import type { ChannelCapabilities, OutboundMessage, SendResult } from '../../message/index.ts';

export { clientAddress } from './client-address.ts';
export { isLinkPreview } from './link-preview.ts';
export { createWebChannel, type WebChannel, type WebOptions } from './web.tsx';

/** What the residents' page can do. */
export const webCapabilities: ChannelCapabilities = {
  answers: 'in_response',
  choices: 'buttons',
  location: false,
  edit: false,
  delete: false,
  together: false,
  pictures: 'by_address',
  files: false,
  textLimit: 100_000,
  choiceIdLimit: 64,
  monthlyQuota: undefined,
  freeWindowHours: undefined,
};

/**
 * Sending on the web is leaving the message where the page looks: a row that is `sent` by the sender is shown by the
 * event stream to whoever watches, and by the next page to everybody else.
 */
export const webSending = {
  name: 'web',
  send: (_message: OutboundMessage, _chat: string): Promise<SendResult> =>
    Promise.resolve({ ok: true, platformMessageId: undefined }),
} as const;
