import { type Api, InputFile } from 'grammy';
import type { Media, OutboundMessage, Picture, SendResult } from '../../message/index.ts';
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

/** A message in one caption, or undefined where it is too long for that. */
function captionOf(message: OutboundMessage): TextPart | undefined {
  const [caption, ...more] = telegramHtml(message);
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

  function sendPart(chat: string, part: TextPart, message: OutboundMessage | undefined) {
    return leniently((isFormatted, withLinks) => {
      const markup = message && (inlineKeyboard(message, withLinks) ?? locationMarkup(message));
      return api.sendMessage(chat, isFormatted ? part.html : part.plain, {
        ...(isFormatted ? { parse_mode: 'HTML' as const } : {}),
        link_preview_options: { is_disabled: true },
        ...(markup === undefined ? {} : { reply_markup: markup }),
      });
    });
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

  async function sendFile(message: OutboundMessage, chat: string): Promise<string | undefined> {
    const file = await fileFor(chat);
    if (file === undefined) return undefined;
    const caption = captionOf(message);
    if (caption === undefined) for (const part of telegramHtml(message)) await sendPart(chat, part, undefined);
    const markup = inlineKeyboard(message);
    const sent = await api.sendDocument(chat, new InputFile(file.content, file.name), {
      ...(caption === undefined ? {} : { caption: caption.html, parse_mode: 'HTML' as const }),
      ...(markup === undefined ? {} : { reply_markup: markup }),
    });
    return String(sent.message_id);
  }

  /**
   * Sends a picture, with the message as its caption where that fits. Returns the id of the message that said everything;
   * undefined when the text is still to be said, since it is too long or there is no picture or the API refuses it.
   */
  async function sendPicture({ picture }: Media, message: OutboundMessage, chat: string): Promise<string | undefined> {
    const file = doubts.settle(chat, picture) ? undefined : await pictureFor(picture);
    if (file === undefined) return undefined;
    const caption = captionOf(message);
    try {
      const sent = await leniently((isFormatted, withLinks) => {
        const markup = caption && inlineKeyboard(message, withLinks);
        return api.sendPhoto(chat, new InputFile(file.content, file.name), {
          ...(caption === undefined ? {} : { caption: isFormatted ? caption.html : caption.plain }),
          ...(caption !== undefined && isFormatted ? { parse_mode: 'HTML' as const } : {}),
          ...(markup === undefined ? {} : { reply_markup: markup }),
        });
      });
      return caption && String(sent.message_id);
    } catch (error) {
      const { code } = telegramSendError(error);
      if (code === 'message_refused') return undefined;
      if (code === 'outcome_unknown') doubts.add(chat, picture);
      throw error;
    }
  }

  return {
    name: 'telegram' as const,
    async send(message: OutboundMessage, chat: string, replaces?: string): Promise<SendResult> {
      try {
        if (replaces !== undefined && (await edit(message, chat, replaces))) {
          return { ok: true, platformMessageId: replaces };
        }
        if (message.file !== undefined) {
          const id = await sendFile(message, chat);
          if (id !== undefined) return { ok: true, platformMessageId: id };
        }
        if (message.media !== undefined) {
          const id = await sendPicture(message.media, message, chat);
          if (id !== undefined) return { ok: true, platformMessageId: id };
        }
        const parts = telegramHtml(message);
        let id: string | undefined;
        for (const [position, part] of parts.entries()) {
          const sent = await sendPart(chat, part, position === parts.length - 1 ? message : undefined);
          id = String(sent.message_id);
        }
        return { ok: true, platformMessageId: id };
      } catch (error) {
        return { ok: false, error: telegramSendError(error) };
      }
    },
  };
}

function locationMarkup(message: OutboundMessage) {
  return message.asksLocation === undefined ? undefined : locationKeyboard(message.asksLocation);
}
