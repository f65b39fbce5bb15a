import type { OutboundMessage, SendError, SendResult } from '../../message/index.ts';
import { type ZaloClient, ZaloError, ZaloNetworkError } from './client.ts';
import { type ZaloText, zaloTexts } from './text.ts';

/** Refusals in a row, while others could be reached, after which a person counts as out of reach. */
const refusalsToUnreachable = 3;

/** Codes by which a person who has blocked the bot shows; there is no event for it, and each also means other faults. */
const refusalCodes = new Set([403, 404]);

/** Maps what the API or the network said to our closed set of errors; never holds the token. */
export function zaloSendError(error: unknown): SendError {
  if (error instanceof ZaloNetworkError) {
    return { code: error.neverLeft ? 'platform_failed' : 'outcome_unknown', detail: error.problem };
  }
  if (!(error instanceof ZaloError)) return { code: 'outcome_unknown' };
  const detail = `${error.code ?? ''} ${error.description}`.trim().slice(0, 200);
  switch (error.code) {
    case 401:
      return { code: 'wrong_token', detail };
    case 429:
      return { code: 'quota_exceeded', detail };
    case 403:
    case 404:
      return { code: 'platform_failed', detail };
    case 400:
      return { code: 'message_refused', detail };
    default:
      return { code: 'outcome_unknown', detail };
  }
}

/** The sending side of Zalo: texts with the choices as numbers, pictures by address. */
export function createZaloSending(client: ZaloClient) {
  const refusals = new Map<string, { count: number; sentBefore: number }>();
  let sentInAll = 0;

  async function sendText(chat: string, { text, styles }: ZaloText): Promise<string> {
    const plain = { chat_id: chat, text };
    if (styles.length === 0) return (await client.sendMessage(plain)).message_id;
    try {
      return (await client.sendMessage({ ...plain, text_styles: styles })).message_id;
    } catch (error) {
      // How styles are checked is not documented: words matter more than bold type.
      if (error instanceof ZaloError && error.code === 400) return (await client.sendMessage(plain)).message_id;
      throw error;
    }
  }

  function refused(chat: string): boolean {
    const known = refusals.get(chat) ?? { count: 0, sentBefore: sentInAll };
    known.count++;
    if (refusals.size > 10_000) refusals.clear();
    refusals.set(chat, known);
    return known.count >= refusalsToUnreachable && sentInAll > known.sentBefore;
  }

  return {
    name: 'zalo' as const,
    async send(message: OutboundMessage, chat: string): Promise<SendResult> {
      try {
        let id: string | undefined;
        if (message.media !== undefined && /^https?:/.test(message.media.url)) {
          id = (await client.sendPhoto({ chat_id: chat, photo: message.media.url, caption: message.media.alt }))
            .message_id;
        }
        for (const part of zaloTexts(message)) id = await sendText(chat, part);
        sentInAll++;
        refusals.delete(chat);
        return { ok: true, platformMessageId: id };
      } catch (error) {
        const isRefusal = error instanceof ZaloError && refusalCodes.has(error.code ?? 0);
        if (isRefusal && refused(chat))
          return { ok: false, error: { code: 'person_unreachable', detail: error.message } };
        return { ok: false, error: zaloSendError(error) };
      }
    },
  };
}
