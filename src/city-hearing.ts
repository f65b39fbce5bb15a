import type { Logger } from 'pino';
import type { Conversations } from './conversation/index.ts';
import { type Clock, type Database, describeError } from './database/index.ts';
import type { ChannelName } from './message/index.ts';
import type { Metrics } from './metrics.ts';
import type { Platforms } from './platforms.ts';
import {
  createMediaWorker,
  dropMedia,
  type HearingSettings,
  type MediaWorker,
  type ModelSettings,
  openHearing,
  releaseMedia,
} from './tutor/index.ts';

/** What understands voice messages and pictures is put together from. */
export interface CityHearingOptions {
  readonly model: ModelSettings;
  readonly settings: HearingSettings;
  readonly database: Database;
  readonly clock: Clock;
  readonly timezone: string;
  readonly owner: string;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly conversations: Conversations;
  readonly fetchMedia: Platforms['fetchMedia'];
  readonly showTyping: (channel: ChannelName, chat: string) => void;
}

/** Puts together what understands voice messages and pictures; what it needs of packages is loaded only here. */
export async function createCityHearing(options: CityHearingOptions): Promise<MediaWorker> {
  const { model, settings, database, clock, timezone, owner, logger, metrics, conversations } = options;
  if (database.embedded) await releaseMedia(database.db, clock());
  return createMediaWorker({
    database,
    clock,
    timezone,
    owner,
    model,
    settings,
    hearing: await openHearing(model),
    fetchMedia: options.fetchMedia,
    async tell({ id, channel, chat, askedAt }) {
      const result = await conversations.takeTurn({
        channel,
        // Numbers begin again after a restore.
        updateKey: `media:${id}:${askedAt.getTime()}`,
        chat,
        person: chat,
        receivedAt: clock(),
        content: { kind: 'heard', media: id },
        goesOn: true,
      });
      if (result.kind === 'busy') return 'busy';
      const isTold = result.kind === 'answered' && !result.repeated;
      // Told before by a process that died right then, set aside after too many failures, or nobody is there: it is over.
      if (!isTold) await dropMedia(database.db, id, clock());
      return isTold ? 'told' : 'gone';
    },
    showTyping: ({ channel, chat }) => options.showTyping(channel, chat),
    onHandled: ({ mediaId, outcome, seconds }) => {
      metrics.mediaHandled.inc({ outcome });
      logger.debug({ media: mediaId, outcome, seconds }, 'voice or picture');
    },
    onProblem: (mediaId, error) =>
      logger.warn({ media: mediaId, problem: describeError(error) }, 'voice or picture not understood'),
  });
}
