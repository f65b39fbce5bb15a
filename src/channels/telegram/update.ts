import { z } from 'zod';
import type { InboundContent, InboundMessage, Locale, UnsupportedKind } from '../../message/index.ts';
import { wardAt } from '../../places/index.ts';

/** The kinds of update we ask for; leaving the list out would keep whatever was set before. */
export const allowedUpdates = [
  'message',
  'edited_message',
  'callback_query',
  'my_chat_member',
  'poll_answer',
  'stopped_message_generation',
] as const;

const user = z.object({ id: z.number().int(), is_bot: z.boolean().optional(), language_code: z.string().optional() });
const chat = z.object({ id: z.number().int(), type: z.string() });
const present = z.unknown();
const fileId = z.string().regex(/^[\x21-\x7e]{1,256}$/);
const photoSizes = z.array(z.object({ file_id: fileId, width: z.number() })).min(1);
const voiceFile = z.object({ file_id: fileId, duration: z.number().min(0).max(86_400).optional() });
const message = z.object({
  message_id: z.number().int(),
  from: user.optional(),
  chat,
  date: z.number().optional(),
  edit_date: z.number().optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  location: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
  reply_to_message: z.object({ from: user.optional() }).optional(),
  sticker: present.optional(),
  voice: present.optional(),
  audio: present.optional(),
  video_note: present.optional(),
  photo: present.optional(),
  video: present.optional(),
  animation: present.optional(),
  document: present.optional(),
  contact: present.optional(),
  poll: present.optional(),
  dice: present.optional(),
  story: present.optional(),
});
type TelegramMessage = z.output<typeof message>;

const updateShape = z.object({
  update_id: z.number().int(),
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: z
    .object({
      id: z.string(),
      from: user,
      data: z.string().optional(),
      message: z.object({ message_id: z.number().int(), chat }).optional(),
    })
    .optional(),
  my_chat_member: z
    .object({ chat, date: z.number().optional(), new_chat_member: z.object({ status: z.string() }) })
    .optional(),
});

/** Choice ids are ASCII of at most 64 bytes: with any other data it is no button of ours. */
const ourData = /^[\x20-\x7e]{1,64}$/;

/** What a deep link can carry; anything else after /start was typed and means nothing. */
const deepLink = /^[\w-]{1,64}$/;

/** What an update means to us. */
export type TelegramUpdate =
  | { readonly kind: 'message'; readonly message: InboundMessage; readonly callbackId?: string }
  | { readonly kind: 'group'; readonly updateId: number; readonly chat: string; readonly locale: Locale }
  | { readonly kind: 'reachable'; readonly person: string; readonly isReachable: boolean }
  /** A button pressed where we do not talk: its spinner still wants an answer. */
  | { readonly kind: 'press_elsewhere'; readonly callbackId: string }
  | { readonly kind: 'ignored'; readonly updateId?: number };

/** Who the bot is, to know whether a group message is meant for it. */
export interface BotIdentity {
  readonly id: number;
  readonly username: string;
}

const identified = z.object({ update_id: z.number().int() });

/** The id of an update even when the rest of it is not understood, so that polling gets past it. */
export function updateIdOf(body: unknown): number | undefined {
  const parsed = identified.safeParse(body);
  return parsed.success ? parsed.data.update_id : undefined;
}

/** The private chat whose order an update belongs to; undefined for what needs none. */
export function privateChatOf(update: TelegramUpdate): string | undefined {
  if (update.kind === 'message') return update.message.chat;
  // A private chat has the id of its person.
  return update.kind === 'reachable' ? update.person : undefined;
}

/** Reads an update of the Bot API. Never throws: what is not understood is ignored. */
export function readTelegramUpdate(body: unknown, bot: BotIdentity, now: Date): TelegramUpdate {
  const parsed = updateShape.safeParse(body);
  if (!parsed.success) return { kind: 'ignored' };
  const update = parsed.data;
  const updateKey = String(update.update_id);
  if (update.callback_query !== undefined) {
    const { id, from, data, message: pressed } = update.callback_query;
    const isOurs = data !== undefined && ourData.test(data);
    if (!isOurs || pressed === undefined || pressed.chat.type !== 'private') {
      return { kind: 'press_elsewhere', callbackId: id };
    }
    return {
      kind: 'message',
      callbackId: id,
      message: {
        channel: 'telegram',
        updateKey,
        chat: String(pressed.chat.id),
        person: String(from.id),
        ...localeOf(from.language_code),
        receivedAt: now,
        origin: String(pressed.message_id),
        content: { kind: 'choice', choice: data },
      },
    };
  }
  if (update.my_chat_member !== undefined) {
    const { chat: where, new_chat_member: member } = update.my_chat_member;
    if (where.type !== 'private') return { kind: 'ignored', updateId: update.update_id };
    return { kind: 'reachable', person: String(where.id), isReachable: member.status === 'member' };
  }
  const said = update.message ?? update.edited_message;
  if (said === undefined || said.from?.is_bot === true) return { kind: 'ignored', updateId: update.update_id };
  if (said.chat.type !== 'private') {
    if (update.message === undefined || !isAddressed(said, bot)) return { kind: 'ignored', updateId: update.update_id };
    return {
      kind: 'group',
      updateId: update.update_id,
      chat: String(said.chat.id),
      locale: localeOf(said.from?.language_code).locale ?? 'vi',
    };
  }
  const content = contentOf(said, update.message === undefined);
  if (content === undefined) return { kind: 'ignored', updateId: update.update_id };
  return {
    kind: 'message',
    message: {
      channel: 'telegram',
      updateKey,
      chat: String(said.chat.id),
      person: String(said.from?.id ?? said.chat.id),
      ...localeOf(said.from?.language_code),
      receivedAt: now,
      origin: String(said.message_id),
      content,
    },
  };
}

/** The language of the person's app; who uses neither of ours reads English more likely. */
function localeOf(code: string | undefined): { locale?: Locale } {
  if (code === undefined || code === '') return {};
  return { locale: /^vi\b/i.test(code) ? 'vi' : 'en' };
}

function contentOf(said: TelegramMessage, isEdit: boolean): InboundContent | undefined {
  const picture = isEdit ? undefined : pictureOf(said);
  if (picture !== undefined) return picture;
  const text = said.text ?? said.caption;
  if (text !== undefined && text.trim() !== '') {
    const start = /^\/start(?:@\w+)?(?:\s+(\S[\s\S]*))?$/.exec(text.trim());
    if (start !== null && !isEdit) {
      const parameter = start[1]?.trim() ?? '';
      return deepLink.test(parameter) ? { kind: 'start', parameter } : { kind: 'start' };
    }
    return { kind: 'text', text, ...(isEdit ? { corrects: true as const } : {}) };
  }
  // Live locations are edited every few seconds; only the first is an answer.
  if (isEdit) return undefined;
  if (said.location !== undefined) {
    const { latitude, longitude } = said.location;
    const ward = wardAt(latitude, longitude);
    return { kind: 'place', ...(ward === undefined ? {} : { ward: ward.code, point: { latitude, longitude } }) };
  }
  const voice = voiceFile.safeParse(said.voice);
  if (voice.success) {
    const { file_id: source, duration: seconds } = voice.data;
    return { kind: 'media', what: 'voice', source, ...(seconds === undefined ? {} : { seconds }) };
  }
  const what = unsupportedKind(said);
  return what === undefined ? undefined : { kind: 'unsupported', what };
}

/** Wider ones cost more and read no better. */
const widestPicture = 1280;

/** The largest size of a picture that is not too wide, with its caption. */
function pictureOf({ photo, caption = '' }: TelegramMessage): InboundContent | undefined {
  const sizes = photoSizes.safeParse(photo);
  if (!sizes.success) return undefined;
  const fitting = sizes.data.filter(({ width }) => width <= widestPicture).sort((a, b) => b.width - a.width);
  const source = (fitting[0] ?? sizes.data[0])?.file_id;
  if (source === undefined) return undefined;
  return { kind: 'media', what: 'picture', source, ...(caption.trim() === '' ? {} : { caption }) };
}

function unsupportedKind(said: TelegramMessage): UnsupportedKind | undefined {
  if (said.sticker !== undefined || said.animation !== undefined || said.dice !== undefined) return 'sticker';
  if (said.voice !== undefined || said.audio !== undefined || said.video_note !== undefined) return 'voice';
  if (said.photo !== undefined) return 'picture';
  if (said.document !== undefined || said.video !== undefined) return 'file';
  if (said.contact !== undefined || said.poll !== undefined || said.story !== undefined) return 'other';
  // Service messages (a pin, a changed title) are nobody's question.
  return undefined;
}

/** In a group the bot is meant when it is named, answered, or given a command of its own. */
function isAddressed(said: TelegramMessage, bot: BotIdentity): boolean {
  if (bot.username === '') return false;
  if (said.reply_to_message?.from?.id === bot.id) return true;
  const text = said.text ?? said.caption ?? '';
  return new RegExp(`@${bot.username}(?![A-Za-z0-9_])`, 'i').test(text);
}
