import type { Entity } from './html.ts';

export interface User {
  readonly id: number;
  readonly is_bot: boolean;
  readonly first_name: string;
  readonly username?: string;
  readonly language_code?: string;
}

export interface ChatDescription {
  readonly id: number;
  readonly type: 'private' | 'group' | 'supergroup';
  readonly title?: string;
  readonly first_name?: string;
}

export interface InlineButton {
  readonly text: string;
  readonly callback_data?: string;
  readonly url?: string;
  readonly [kind: string]: unknown;
}

export interface KeyboardButton {
  readonly text: string;
  readonly request_location?: boolean;
  readonly request_contact?: boolean;
}

export interface InlineKeyboard {
  readonly inline_keyboard: readonly (readonly InlineButton[])[];
}

export interface PhotoSize {
  readonly file_id: string;
  readonly file_unique_id: string;
  readonly width: number;
  readonly height: number;
  readonly file_size: number;
}

export interface Document {
  readonly file_id: string;
  readonly file_unique_id: string;
  readonly file_name?: string;
  readonly mime_type?: string;
  readonly file_size?: number;
}

export interface Poll {
  readonly id: string;
  readonly question: string;
  readonly options: readonly { readonly text: string; readonly voter_count: number }[];
  readonly total_voter_count: number;
  readonly is_closed: boolean;
  readonly is_anonymous: boolean;
  readonly type: 'quiz' | 'regular';
  readonly allows_multiple_answers: boolean;
  readonly correct_option_ids?: readonly number[];
  readonly explanation?: string;
  readonly open_period?: number;
}

/** A message as the Bot API shows it. Dates are seconds. */
export interface Message {
  readonly message_id: number;
  readonly date: number;
  readonly chat: ChatDescription;
  readonly from: User;
  readonly edit_date?: number;
  readonly text?: string;
  readonly entities?: readonly Entity[];
  readonly caption?: string;
  readonly caption_entities?: readonly Entity[];
  readonly reply_to_message?: Message;
  readonly reply_markup?: InlineKeyboard;
  readonly link_preview_options?: Readonly<Record<string, unknown>>;
  readonly has_protected_content?: true;
  readonly photo?: readonly PhotoSize[];
  readonly document?: Document;
  readonly poll?: Poll;
  readonly sticker?: Readonly<Record<string, unknown>>;
  readonly voice?: Readonly<Record<string, unknown>>;
  readonly location?: { readonly latitude: number; readonly longitude: number };
}

export interface CallbackQuery {
  readonly id: string;
  readonly from: User;
  /** `date` 0 and nothing else when the bot's message is gone. */
  readonly message: Message | { readonly chat: ChatDescription; readonly message_id: number; readonly date: 0 };
  readonly chat_instance: string;
  readonly data: string;
}

export interface ChatMember {
  readonly user: User;
  readonly status: 'member' | 'kicked' | 'left';
  readonly until_date?: 0;
}

export interface ChatMemberUpdated {
  readonly chat: ChatDescription;
  readonly from: User;
  readonly date: number;
  readonly old_chat_member: ChatMember;
  readonly new_chat_member: ChatMember;
}

export interface PollAnswer {
  readonly poll_id: string;
  readonly user: User;
  readonly option_ids: readonly number[];
}

/** What an update carries, by kind; exactly one of them. */
export interface UpdateContent {
  readonly message?: Message;
  readonly edited_message?: Message;
  readonly callback_query?: CallbackQuery;
  readonly my_chat_member?: ChatMemberUpdated;
  readonly poll_answer?: PollAnswer;
}

export interface Update extends UpdateContent {
  readonly update_id: number;
}
