import type { Hono } from 'hono';
import type { Logger } from 'pino';
import { describeProblem } from './channels/index.ts';
import { createTelegramChannel, type TelegramChannel } from './channels/telegram/index.ts';
import { createZaloChannel, type ZaloChannel } from './channels/zalo/index.ts';
import type { Settings } from './config.ts';
import type { Conversations, PictureFile } from './conversation/index.ts';
import { type Clock, type Database, describeError, ensureSecret } from './database/index.ts';
import {
  channelPause,
  createSender,
  messagesThisMonth,
  type Reservation,
  type Sender,
  type SenderOptions,
  warnShare,
} from './delivery/index.ts';
import { peopleOnChannel, setReachable } from './learners/index.ts';
import type { ChannelName, MediaFile, Picture } from './message/index.ts';
import type { Metrics } from './metrics.ts';
import type { Job } from './runner.ts';

export interface PlatformsOptions {
  readonly settings: Settings;
  readonly database: Database;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
  readonly owner: string;
  readonly conversations: Conversations;
  readonly drawPicture: (picture: Picture) => Promise<PictureFile | undefined>;
  /** Where a platform can fetch a picture now; none where it cannot reach us. */
  readonly pictureUrl: (picture: Picture) => string | undefined;
  readonly metrics: Metrics;
  /** How messages to many are written and when they may go. */
  readonly batches: Pick<SenderOptions, 'writeBatch' | 'isQuiet' | 'announcementsPerDay'>;
}

/** What each platform's channel is doing, in words for the operator. */
export type PlatformStates = Readonly<Record<'telegram' | 'zalo', string>>;

/** The bots of the platforms whose tokens are set, each with its sender. */
export interface Platforms {
  readonly apps: readonly Hono[];
  readonly jobs: readonly Job[];
  readonly states: () => PlatformStates;
  /** Where a conversation with the Telegram bot begins, handing something over; undefined without one. */
  readonly telegramLink: (start: string) => string | undefined;
  /** Finds out who the bots are and begins to receive and send; resolves when it is known how each stands. */
  start(): Promise<PlatformStates>;
  /** Shows in a chat that an answer is on its way, where its platform can. */
  showTyping(channel: ChannelName, chat: string): void;
  /** Fetches a voice message or a picture that a person sent. Throws what may go better another time. */
  fetchMedia(channel: ChannelName, source: string, signal: AbortSignal): Promise<MediaFile>;
  /** An answer was put into the outbox of a channel. */
  wake(channel: ChannelName): void;
  /** Room in a channel's sender for an answer to a chat, to be sent the moment it is committed. */
  reserve(channel: ChannelName, chat: string): Reservation | undefined;
  stop(): Promise<void>;
}

/** Makes the bots; nothing is asked of a platform before `start`. */
export async function createPlatforms(options: PlatformsOptions): Promise<Platforms> {
  const { settings, database, clock, logger, owner, conversations, metrics } = options;
  const isWorker = settings.roles.has('worker');
  const senders = new Map<ChannelName, Sender>();
  const notes = new Map<ChannelName, string>();
  const pauses = new Map<ChannelName, string>();

  const common = (channel: ChannelName) => ({
    publicUrl: settings.publicUrl,
    receives: isWorker,
    database,
    owner,
    clock,
    takeTurn: conversations.takeTurn,
    onProblem: ({ what, error }: { what: string; error: unknown }) =>
      logger.warn({ channel, what, problem: describeProblem(error) }, 'platform'),
  });

  function addSender(
    channel: TelegramChannel | ZaloChannel,
    pace: { readonly perSecond: number; readonly monthlyQuota?: number },
  ): void {
    const { name } = channel.sending;
    senders.set(
      name,
      createSender({
        database,
        channel: channel.sending,
        owner,
        clock,
        random: options.random,
        ...pace,
        timezone: settings.timezone,
        ...options.batches,
        onEnding: ({ id, kind, code, detail }) => {
          metrics.deliveries.inc({ channel: name, ending: kind });
          if (code !== undefined) logger.warn({ channel: name, delivery: id, ending: kind, code, detail }, 'delivery');
        },
        onProblem: (error) => logger.error({ channel: name, problem: describeError(error) }, 'sender failed'),
      }),
    );
  }

  let telegram: TelegramChannel | undefined;
  if (settings.telegram !== undefined) {
    telegram = createTelegramChannel({
      ...common('telegram'),
      token: settings.telegram.token,
      apiRoot: settings.telegram.apiRoot,
      webhookSecret: settings.telegram.webhookSecret ?? (await ensureSecret(database.db, 'telegram webhook')),
      setReachable: (person, isReachable) => setReachable(database.db, 'telegram', person, isReachable, clock()),
      exportData: (chat) => conversations.exportDataOfChat('telegram', chat),
      drawPicture: options.drawPicture,
    });
    addSender(telegram, { perSecond: settings.telegram.messagesPerSecond });
  }
  let zalo: ZaloChannel | undefined;
  if (settings.zalo !== undefined) {
    const { token, apiRoot, webhookSecret, messagesPerSecond, monthlyQuota } = settings.zalo;
    zalo = createZaloChannel({
      ...common('zalo'),
      token,
      apiRoot,
      webhookSecret: webhookSecret ?? (await ensureSecret(database.db, 'zalo webhook')),
      pictureUrl: options.pictureUrl,
    });
    addSender(zalo, { perSecond: messagesPerSecond, monthlyQuota });
  }

  /** How much of Zalo's plan is used; from four fifths on staff are told, in the log and in /readyz. */
  async function watchPlan(): Promise<Record<string, number>> {
    const plan = settings.zalo;
    if (plan === undefined) return {};
    const messages = await messagesThisMonth(database.db, 'zalo', clock(), settings.timezone);
    const people = await peopleOnChannel(database.db, 'zalo');
    metrics.planUse.set({ channel: 'zalo', of: 'messages' }, messages);
    metrics.planUse.set({ channel: 'zalo', of: 'people' }, people);
    const used = [
      { what: 'messages this month', count: messages, limit: plan.monthlyQuota },
      { what: 'people', count: people, limit: plan.peopleLimit },
    ]
      .filter(({ count, limit }) => limit > 0 && count >= limit * warnShare)
      .map(({ what, count, limit }) => `${count} of ${limit} ${what}`);
    const note = used.join(', ');
    if (note !== '' && notes.get('zalo') !== note) logger.warn({ channel: 'zalo', used: note }, 'plan nearly used up');
    if (note === '') notes.delete('zalo');
    else notes.set('zalo', note);
    return { messages, people };
  }

  /** Notes what keeps a bot from sending, so that /readyz says it. */
  async function watchPauses(): Promise<Record<string, number>> {
    let paused = 0;
    for (const channel of senders.keys()) {
      const pause = await channelPause(database.db, channel, clock());
      if (pause === undefined) pauses.delete(channel);
      else pauses.set(channel, `paused until ${pause.until.toISOString()}: ${pause.reason}`);
      if (pause !== undefined) paused++;
    }
    return { paused };
  }

  const states = (): PlatformStates => {
    const shown = (channel: TelegramChannel | ZaloChannel | undefined): string => {
      if (channel === undefined) return 'off';
      const { name } = channel.sending;
      const told = [notes.get(name), pauses.get(name)].filter((note) => note !== undefined).join('; ');
      return told === '' ? channel.state() : `${channel.state()} (${told})`;
    };
    return { telegram: shown(telegram), zalo: shown(zalo) };
  };

  return {
    apps: [telegram, zalo].flatMap((channel) => (channel === undefined ? [] : [channel.app])),
    jobs: [
      ...(zalo === undefined ? [] : [{ name: 'zalo plan', everySeconds: 60, run: watchPlan }]),
      ...(senders.size === 0 ? [] : [{ name: 'pauses', everySeconds: 5, run: watchPauses }]),
    ],
    states,
    telegramLink: (start) => telegram?.deepLink(start),
    async start() {
      await Promise.all([telegram?.start(), zalo?.start()]);
      if (isWorker) for (const sender of senders.values()) sender.start();
      return states();
    },
    showTyping(channel, chat) {
      if (channel === 'telegram') telegram?.showTyping(chat);
      if (channel === 'zalo') zalo?.showTyping(chat);
    },
    async fetchMedia(channel, source, signal) {
      if (channel === 'telegram' && telegram !== undefined) return telegram.fetchMedia(source, signal);
      if (channel === 'zalo' && zalo !== undefined) return zalo.fetchMedia(source, signal);
      return { kind: 'gone' };
    },
    wake: (channel) => senders.get(channel)?.wake(),
    reserve: (channel, chat) => senders.get(channel)?.reserve(chat),
    async stop() {
      await Promise.all([telegram?.stop(), zalo?.stop()]);
      await Promise.all([...senders.values()].map((sender) => sender.stop()));
    },
  };
}
