import type { Media, OutboundMessage, Picture, SendError, SendResult } from '../../message/index.ts';
import { createPictureDoubts } from '../picture-doubts.ts';
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

/**
 * The sending side of Zalo: texts with the choices as numbers, pictures by address.
 *
 * @param pictureUrl where Zalo can fetch a picture now; none where it cannot reach us
 */
export function createZaloSending(client: ZaloClient, pictureUrl: (picture: Picture) => string | undefined) {
  const doubts = createPictureDoubts();
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

  /**
   * Sends a picture with the whole message as its caption where that fits: each message costs. Returns the id of the
   * message that said everything; undefined when the text is still to be said, since it is too long or there is no address
   * of the picture or the platform refuses it.
   */
  async function sendPicture({ picture }: Media, message: OutboundMessage, chat: string): Promise<string | undefined> {
    const photo = doubts.settle(chat, picture) ? undefined : pictureUrl(picture);
    if (photo === undefined) return undefined;
    const [caption, ...more] = zaloTexts(message);
    const fits = caption !== undefined && more.length === 0;
    try {
      const sent = await client.sendPhoto({ chat_id: chat, photo, ...(fits ? { caption: caption.text } : {}) });
      return fits ? sent.message_id : undefined;
    } catch (error) {
      // A refused picture and a person who has blocked the bot look alike: the text will tell.
      if (error instanceof ZaloError && (error.code === 400 || refusalCodes.has(error.code ?? 0))) return undefined;
      if (zaloSendError(error).code === 'outcome_unknown') doubts.add(chat, picture);
      throw error;
    }
  }

  async function sendTexts(message: OutboundMessage, chat: string): Promise<string | undefined> {
    let id: string | undefined;
    for (const part of zaloTexts(message)) id = await sendText(chat, part);
    return id;
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
        const pictured = message.media && (await sendPicture(message.media, message, chat));
        const id = pictured ?? (await sendTexts(message, chat));
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
