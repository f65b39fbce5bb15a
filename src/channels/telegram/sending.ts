import { type Api, InputFile } from 'grammy';
import type { SendOptions } from '../../delivery/index.ts';
import type { Media, OutboundMessage, Picture, SendResult } from '../../message/index.ts';
import { type Part, sendParts } from '../parts.ts';
import { createPictureDoubts } from '../picture-doubts.ts';
import { telegramHtml } from './html.ts';
import { inlineKeyboard, locationKeyboard } from './keyboard.ts';
import { isRefusal, telegramSendError } from './send-error.ts';

/** A file as it is uploaded. */
interface Upload {
  readonly name: string;
  readonly content: Buffer;
}

export interface TelegramSendingOptions {
  readonly api: Api;
  /** The bytes of a file that a message carries. */
  readonly fileFor: (chat: string) => Promise<Upload | undefined>;
  /** The bytes of a picture, undefined when there is none of it; it never throws. */
  readonly pictureFor: (picture: Picture) => Promise<Upload | undefined>;
}

/** Captions are shorter than texts. */
const captionLimit = 1024;

interface TextPart {
  readonly html: string;
  readonly plain: string;
}

/** The texts of a message as one caption, or undefined where they are too long for that. */
function captionOf([caption, ...more]: readonly TextPart[]): TextPart | undefined {
  return caption !== undefined && more.length === 0 && caption.plain.length <= captionLimit ? caption : undefined;
}

/** Sends with formatting and links; drops what the API refuses rather than the message. */
async function leniently<T>(send: (isFormatted: boolean, withLinks: boolean) => Promise<T>): Promise<T> {
  try {
    return await send(true, true);
  } catch (error) {
    if (isRefusal(error, /can't parse entities/i)) return send(false, true);
    // Telegram takes no button to an address of this machine only.
    if (isRefusal(error, /BUTTON_URL_INVALID|wrong http url|URL host is empty/i)) return send(true, false);
    throw error;
  }
}

/** The sending side of Telegram: a message as one or more texts, the choices under the last. */
export function createTelegramSending({ api, fileFor, pictureFor }: TelegramSendingOptions) {
  const doubts = createPictureDoubts();

  /** Sends a text; with the message its choices are under it. */
  async function sendText(chat: string, part: TextPart, message: OutboundMessage | undefined): Promise<string> {
    const sent = await leniently((isFormatted, withLinks) => {
      const markup = message && (inlineKeyboard(message, withLinks) ?? locationMarkup(message));
      return api.sendMessage(chat, isFormatted ? part.html : part.plain, {
        ...(isFormatted ? { parse_mode: 'HTML' as const } : {}),
        link_preview_options: { is_disabled: true },
        ...(markup === undefined ? {} : { reply_markup: markup }),
      });
    });
    return String(sent.message_id);
  }

  /** Puts a message in the place of an earlier one; false when that cannot be done and it must be a new one. */
  async function edit(message: OutboundMessage, chat: string, replaces: string): Promise<boolean> {
    const [part, ...more] = telegramHtml(message);
    if (part === undefined || more.length > 0) return false;
    if (message.file !== undefined || message.media !== undefined) return false;
    const markup = inlineKeyboard(message);
    try {
      await api.editMessageText(chat, Number(replaces), part.html, {
        parse_mode: 'HTML',
        link_preview_options: { is_disabled: true },
        ...(markup === undefined ? {} : { reply_markup: markup }),
      });
      return true;
    } catch (error) {
      if (isRefusal(error, /message is not modified/i)) return true;
      if (isRefusal(error, /./)) return false;
      throw error;
    }
  }

  /** Takes a message back, or where that is too late puts the words in its place. */
  async function remove(message: OutboundMessage, chat: string, replaces: string): Promise<boolean> {
    try {
      await api.deleteMessage(chat, Number(replaces));
      return true;
    } catch (error) {
      // Gone already: the person has deleted it.
      if (isRefusal(error, /message to delete not found/i)) return true;
      if (isRefusal(error, /./)) return edit(message, chat, replaces);
      throw error;
    }
  }

  /** Sends a file with its caption, if any, and the choices under it. */
  async function sendFile(file: Upload, caption: TextPart | undefined, message: OutboundMessage, chat: string) {
    const markup = inlineKeyboard(message);
    const sent = await api.sendDocument(chat, new InputFile(file.content, file.name), {
      ...(caption === undefined ? {} : { caption: caption.html, parse_mode: 'HTML' as const }),
      ...(markup === undefined ? {} : { reply_markup: markup }),
    });
    return String(sent.message_id);
  }

  /**
   * Sends a picture; with a caption the choices are under it. Returns its id; undefined when it was left out, since there is
   * none or the API refuses it or its last try ended without an answer.
   */
  async function sendPicture(
    { picture }: Media,
    caption: TextPart | undefined,
    message: OutboundMessage,
    chat: string,
  ): Promise<string | undefined> {
    const file = doubts.settle(chat, picture) ? undefined : await pictureFor(picture);
    if (file === undefined) return undefined;
    try {
      const sent = await leniently((isFormatted, withLinks) => {
        const markup = caption && inlineKeyboard(message, withLinks);
        return api.sendPhoto(chat, new InputFile(file.content, file.name), {
          ...(caption === undefined ? {} : { caption: isFormatted ? caption.html : caption.plain }),
          ...(caption !== undefined && isFormatted ? { parse_mode: 'HTML' as const } : {}),
          ...(markup === undefined ? {} : { reply_markup: markup }),
        });
      });
      return String(sent.message_id);
    } catch (error) {
      const { code } = telegramSendError(error);
      if (code === 'message_refused') return undefined;
      if (code === 'outcome_unknown') doubts.add(chat, picture);
      throw error;
    }
  }

  /** A message as what is sent in order: a picture before its text, a file after it, one message where the text is a caption. */
  async function partsOf(message: OutboundMessage, chat: string): Promise<Part[]> {
    const { media } = message;
    const texts = telegramHtml(message);
    const caption = captionOf(texts);
    const file = message.file === undefined ? undefined : await fileFor(chat);
    if (file !== undefined) {
      const before = caption === undefined ? texts : [];
      return [
        ...before.map((text) => () => sendText(chat, text, undefined)),
        () => sendFile(file, caption, message, chat),
      ];
    }
    const said = texts.map(
      (text, position) => () => sendText(chat, text, position === texts.length - 1 ? message : undefined),
    );
    if (media === undefined) return said;
    if (caption === undefined) return [() => sendPicture(media, undefined, message, chat), ...said];
    return [async () => (await sendPicture(media, caption, message, chat)) ?? sendText(chat, caption, message)];
  }

  return {
    name: 'telegram' as const,
    async send(
      message: OutboundMessage,
      chat: string,
      { replaces, partsSent = 0, only }: SendOptions = {},
    ): Promise<SendResult> {
      try {
        if (only !== undefined) {
          const change = only === 'removal' ? remove : edit;
          const isChanged = replaces !== undefined && (await change(message, chat, replaces));
          return isChanged
            ? { ok: true, platformMessageId: replaces }
            : { ok: false, error: { code: 'message_refused', detail: `cannot ${only}` } };
        }
        if (replaces !== undefined && (await edit(message, chat, replaces))) {
          return { ok: true, platformMessageId: replaces };
        }
        return await sendParts(await partsOf(message, chat), partsSent, telegramSendError);
      } catch (error) {
        return { ok: false, error: telegramSendError(error) };
      }
    },
  };
}

function locationMarkup(message: OutboundMessage) {
  return message.asksLocation === undefined ? undefined : locationKeyboard(message.asksLocation);
}
