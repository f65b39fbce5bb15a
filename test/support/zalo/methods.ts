import type { Bot } from './bot.ts';
import type { Payload } from './payload.ts';
import type { Poller } from './poller.ts';
import type { Reply } from './reply.ts';
import { sendChatAction, sendMessage, sendPhoto, sendSticker, sendVoice } from './send.ts';
import type { Webhook } from './webhook.ts';

/** What a method may use besides its parameters. */
export interface Surroundings {
  readonly bot: Bot;
  readonly poller: Poller;
  readonly webhook: Webhook;
  /** Aborted when the caller hangs up. */
  readonly connection: AbortSignal;
}

interface Method {
  /** Names of the parameters it knows. */
  readonly parameters: readonly string[];
  run(payload: Payload, around: Surroundings): Reply | Promise<Reply>;
}

const result = (value: unknown): Reply => ({ kind: 'result', result: value });

const onBot = (send: (bot: Bot, payload: Payload) => unknown, ...parameters: string[]): Method => ({
  parameters: ['chat_id', ...parameters],
  run: async (payload, { bot }) => result(await send(bot, payload)),
});

const methods: ReadonlyMap<string, Method> = new Map<string, Method>([
  [
    'getMe',
    {
      parameters: [],
      run: (_, { bot }) =>
        result({
          id: bot.id,
          account_name: `bot.${bot.id.slice(0, 8)}`,
          account_type: 'BASIC',
          can_join_groups: false,
          display_name: bot.name,
        }),
    },
  ],
  [
    'getUpdates',
    { parameters: ['timeout'], run: (payload, { poller, connection }) => poller.getUpdates(payload, connection) },
  ],
  [
    'setWebhook',
    {
      parameters: ['url', 'secret_token'],
      run: async (payload, { webhook }) => result(await webhook.set(payload)),
    },
  ],
  ['testWebhook', { parameters: [], run: async (_, { webhook }) => result(await webhook.test()) }],
  ['getWebhookInfo', { parameters: [], run: (_, { webhook }) => result(webhook.info()) }],
  ['deleteWebhook', { parameters: [], run: (_, { webhook }) => result(webhook.remove()) }],
  ['sendMessage', onBot(sendMessage, 'text', 'parse_mode', 'text_styles', 'reply_to_message_id')],
  ['sendPhoto', onBot(sendPhoto, 'photo', 'caption')],
  ['sendSticker', onBot(sendSticker, 'sticker')],
  ['sendVoice', onBot(sendVoice, 'voice_url')],
  [
    'sendChatAction',
    {
      parameters: ['chat_id', 'action'],
      run: (payload, { bot }) => {
        sendChatAction(bot, payload);
        return { kind: 'done' };
      },
    },
  ],
]);

/** Names are case-sensitive. */
export function findMethod(name: string): Method | undefined {
  return methods.get(name);
}
