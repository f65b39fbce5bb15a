import type { SendOptions } from '../../delivery/index.ts';
import type { Media, OutboundMessage, Picture, SendError, SendResult } from '../../message/index.ts';
import { type Part, sendParts } from '../parts.ts';
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
   * Sends a picture. Returns its id; undefined when it was left out, since there is no address of it or the platform refuses
   * it or its last try ended without an answer.
   */
  async function sendPicture(
    { picture }: Media,
    caption: ZaloText | undefined,
    chat: string,
  ): Promise<string | undefined> {
    const photo = doubts.settle(chat, picture) ? undefined : pictureUrl(picture);
    if (photo === undefined) return undefined;
    try {
      const captioned = caption === undefined ? {} : { caption: caption.text };
      return (await client.sendPhoto({ chat_id: chat, photo, ...captioned })).message_id;
    } catch (error) {
      // A refused picture and a person who has blocked the bot look alike: the text will tell.
      if (error instanceof ZaloError && (error.code === 400 || refusalCodes.has(error.code ?? 0))) return undefined;
      if (zaloSendError(error).code === 'outcome_unknown') doubts.add(chat, picture);
      throw error;
    }
  }

  /** A message as what is sent in order: a picture before its text, or with the whole of it as its caption, since each costs. */
  function partsOf(message: OutboundMessage, chat: string): Part[] {
    const { media } = message;
    const texts = zaloTexts(message);
    const said = texts.map((text) => () => sendText(chat, text));
    if (media === undefined) return said;
    const [caption, ...more] = texts;
    if (caption === undefined || more.length > 0) return [() => sendPicture(media, undefined, chat), ...said];
    return [async () => (await sendPicture(media, caption, chat)) ?? sendText(chat, caption)];
  }

  function errorOf(error: unknown, chat: string): SendError {
    const isRefusal = error instanceof ZaloError && refusalCodes.has(error.code ?? 0);
    return isRefusal && refused(chat) ? { code: 'person_unreachable', detail: error.message } : zaloSendError(error);
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
    async send(message: OutboundMessage, chat: string, { partsSent = 0 }: SendOptions = {}): Promise<SendResult> {
      const result = await sendParts(partsOf(message, chat), partsSent, (error) => errorOf(error, chat));
      if (result.ok) {
        sentInAll++;
        refusals.delete(chat);
      }
      return result;
    },
  };
}
