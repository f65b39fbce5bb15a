import type { Bot } from './bot.ts';
import { answerCallbackQuery } from './callback-query.ts';
import { getChat, leaveChat } from './chat-methods.ts';
import { deleteMessage, deleteMessages, editMessageReplyMarkup, editMessageText, setMessageReaction } from './edit.ts';
import { getFile } from './file.ts';
import type { Parameters } from './parameters.ts';
import type { Poller } from './poller.ts';
import { deleteMyCommands, getMyCommands, getProfileText, setMyCommands, setProfileText } from './profile.ts';
import { sendChatAction, sendDocument, sendMessage, sendPhoto, sendPoll } from './send.ts';
import type { Webhook } from './webhook.ts';

/** What a method may use besides its parameters. */
export interface Surroundings {
  readonly bot: Bot;
  readonly poller: Poller;
  readonly webhook: Webhook;
  /** Aborted when the caller hangs up. */
  readonly connection: AbortSignal;
}

type Method = (parameters: Parameters, around: Surroundings) => unknown;

const onBot =
  (method: (bot: Bot, parameters: Parameters) => unknown): Method =>
  (parameters, { bot }) =>
    method(bot, parameters);

const methods: Readonly<Record<string, Method>> = {
  getMe: (_, { bot }) => ({
    ...bot.user,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  }),
  getUpdates: (parameters, { poller, connection }) => poller.getUpdates(parameters, connection),
  setWebhook: (parameters, { webhook }) => webhook.set(parameters),
  deleteWebhook: (parameters, { webhook }) => webhook.remove(parameters),
  getWebhookInfo: (_, { webhook }) => webhook.info(),
  sendMessage: onBot(sendMessage),
  sendPhoto: onBot(sendPhoto),
  sendDocument: onBot(sendDocument),
  sendPoll: onBot(sendPoll),
  sendChatAction: onBot(sendChatAction),
  editMessageText: onBot(editMessageText),
  editMessageReplyMarkup: onBot(editMessageReplyMarkup),
  deleteMessage: onBot(deleteMessage),
  deleteMessages: onBot(deleteMessages),
  setMessageReaction: onBot(setMessageReaction),
  answerCallbackQuery: onBot(answerCallbackQuery),
  setMyCommands: onBot(setMyCommands),
  getMyCommands: onBot(getMyCommands),
  deleteMyCommands: onBot(deleteMyCommands),
  setMyName: onBot(setProfileText('name')),
  getMyName: onBot(getProfileText('name')),
  setMyDescription: onBot(setProfileText('description')),
  getMyDescription: onBot(getProfileText('description')),
  setMyShortDescription: onBot(setProfileText('short_description')),
  getMyShortDescription: onBot(getProfileText('short_description')),
  getChat: onBot(getChat),
  getFile: onBot(getFile),
  leaveChat: onBot(leaveChat),
};

/** Method names in any case, as the platform takes them. */
const byLowerCase = new Map(Object.entries(methods).map(([name, method]) => [name.toLowerCase(), method]));

export function findMethod(name: string): Method | undefined {
  return byLowerCase.get(name.toLowerCase());
}
