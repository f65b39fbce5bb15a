import { setTimeout as wait } from 'node:timers/promises';
import { Hono } from 'hono';
import type { TurnResult } from '../../conversation/index.ts';
import type { SendingChannel } from '../../delivery/index.ts';
import type { InboundMessage, MediaFile, Picture } from '../../message/index.ts';
import { downloadMedia } from '../media-download.ts';
import {
  type ChannelState,
  createReception,
  type ReceptionOptions,
  restAfterEmptyPoll,
  whileTyping,
} from '../reception.ts';
import { answerWebhook, type Handled } from '../webhook-request.ts';
import { createZaloClient, ZaloError } from './client.ts';
import { createZaloSending } from './sending.ts';
import { readZaloUpdate } from './update.ts';

export interface ZaloOptions extends ReceptionOptions {
  readonly token: string;
  readonly apiRoot: string;
  readonly webhookSecret: string;
  readonly takeTurn: (message: InboundMessage) => Promise<TurnResult>;
  /** Where Zalo can fetch a picture now; none where it cannot reach us. */
  readonly pictureUrl: (picture: Picture) => string | undefined;
}

export interface ZaloChannel {
  readonly app: Hono;
  readonly sending: SendingChannel;
  readonly state: () => ChannelState;
  /** Shows in a chat that an answer is on its way. Never fails. */
  showTyping(chat: string): void;
  /** Fetches a file that a person sent, by its address. Throws what may go better another time. */
  fetchMedia(address: string, signal: AbortSignal): Promise<MediaFile>;
  start(): Promise<ChannelState>;
  stop(): Promise<void>;
}

const pollSeconds = 30;
const callSeconds = 15;
const restAfterBusyMilliseconds = 500;

/** The Zalo channel of one bot: updates in by webhook or polling, messages out for the sender. */
export function createZaloChannel(options: ZaloOptions): ZaloChannel {
  const { token, apiRoot, clock } = options;
  const client = createZaloClient({ token, apiRoot, timeoutSeconds: callSeconds });
  let isStopped = false;

  function showTyping(chat: string): void {
    client
      .sendChatAction({ chat_id: chat, action: 'typing' })
      .catch((error: unknown) => options.onProblem({ what: 'typing', error }));
  }

  async function fetchMedia(given: string, signal: AbortSignal): Promise<MediaFile> {
    const address = URL.canParse(given) ? new URL(given) : undefined;
    if (address === undefined || !isMediaAddress(address, apiRoot)) return { kind: 'gone' };
    return downloadMedia(address, signal);
  }

  async function handle(body: unknown): Promise<Handled> {
    const update = readZaloUpdate(body, clock());
    if (update.kind === 'ignored') return 'done';
    const { message } = update;
    const result = await whileTyping(
      () => showTyping(message.chat),
      () => options.takeTurn(message),
    );
    return result.kind === 'busy' ? 'busy' : 'done';
  }

  /** A polled update is not acknowledged and not given twice: it is kept until it is committed. */
  async function handleForSure(body: unknown): Promise<void> {
    while (!isStopped) {
      const handled = await handle(body).catch((error: unknown): Handled => {
        options.onProblem({ what: 'update', error });
        return 'busy';
      });
      if (handled === 'done') return;
      await wait(restAfterBusyMilliseconds);
    }
  }

  const reception = createReception(
    {
      name: 'zalo',
      async identify(timeoutSeconds) {
        await createZaloClient({ token, apiRoot, timeoutSeconds }).getMe();
      },
      async setWebhook(url) {
        await client.setWebhook(url, options.webhookSecret);
      },
      async deleteWebhook() {
        await client.deleteWebhook();
      },
      async poll(signal) {
        const asked = performance.now();
        const update = await client.getUpdates(pollSeconds, signal);
        if (update === undefined) return restAfterEmptyPoll(asked);
        await handleForSure(update);
        return 0;
      },
      isWrongToken: (error) => error instanceof ZaloError && error.code === 401,
    },
    options,
  );

  const app = new Hono();
  app.post('/webhooks/zalo', (c) =>
    answerWebhook(c, { header: 'x-bot-api-secret-token', secret: options.webhookSecret, handle }),
  );

  return {
    ...reception,
    showTyping,
    fetchMedia,
    app,
    sending: createZaloSending(client, options.pictureUrl),
    async stop() {
      isStopped = true;
      await reception.stop();
    },
  };
}

/** Files are on Zalo's own hosts; one of a stand-in for the platform is on that. Any other address is somebody's try to have us call it. */
function isMediaAddress({ protocol, hostname, port, username, password, origin }: URL, apiRoot: string): boolean {
  if (username !== '' || password !== '') return false;
  const isZalos = protocol === 'https:' && port === '' && hostname.endsWith('.zdn.vn');
  return isZalos || origin === new URL(apiRoot).origin;
}
