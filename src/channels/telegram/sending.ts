import { type Api, InputFile } from 'grammy';
import type { OutboundMessage, SendResult } from '../../message/index.ts';
import { telegramHtml } from './html.ts';
import { inlineKeyboard, locationKeyboard } from './keyboard.ts';
import { isRefusal, telegramSendError } from './send-error.ts';

export interface TelegramSendingOptions {
  readonly api: Api;
  /** The bytes of a file that a message carries. */
  readonly fileFor: (chat: string) => Promise<{ name: string; content: Buffer } | undefined>;
}

/** Captions are shorter than texts. */
const captionLimit = 1024;

/** The sending side of Telegram: a message as one or more texts, the choices under the last. */
export function createTelegramSending({ api, fileFor }: TelegramSendingOptions) {
  /** Sends with formatting and links; drops what the API refuses rather than the message. */
  async function sendPart(chat: string, part: { html: string; plain: string }, message: OutboundMessage | undefined) {
    const send = (withMarkup: boolean, withLinks: boolean) => {
      const markup = message && (inlineKeyboard(message, withLinks) ?? locationMarkup(message));
      return api.sendMessage(chat, withMarkup ? part.html : part.plain, {
        ...(withMarkup ? { parse_mode: 'HTML' as const } : {}),
        link_preview_options: { is_disabled: true },
        ...(markup === undefined ? {} : { reply_markup: markup }),
      });
    };
    try {
      return await send(true, true);
    } catch (error) {
      if (isRefusal(error, /can't parse entities/i)) return send(false, true);
      // Telegram takes no button to an address of this machine only.
      if (isRefusal(error, /BUTTON_URL_INVALID|wrong http url|URL host is empty/i)) return send(true, false);
      throw error;
    }
  }

  /** Puts a message in the place of an earlier one; false when that cannot be done and it must be a new one. */
  async function edit(message: OutboundMessage, chat: string, replaces: string): Promise<boolean> {
    const [part, ...more] = telegramHtml(message);
    if (part === undefined || more.length > 0 || message.file !== undefined) return false;
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
    const parts = telegramHtml(message);
    const [caption] = parts;
    const markup = inlineKeyboard(message);
    if (file === undefined || caption === undefined) return undefined;
    const fits = parts.length === 1 && caption.plain.length <= captionLimit;
    if (!fits) for (const part of parts) await sendPart(chat, part, undefined);
    const sent = await api.sendDocument(chat, new InputFile(file.content, file.name), {
      ...(fits ? { caption: caption.html, parse_mode: 'HTML' as const } : {}),
      ...(markup === undefined ? {} : { reply_markup: markup }),
    });
    return String(sent.message_id);
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
