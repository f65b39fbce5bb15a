import type { Logger } from 'pino';
import type { Conversations } from './conversation/index.ts';
import { type Clock, type Database, describeError } from './database/index.ts';
import type { ChannelName } from './message/index.ts';
import type { Metrics } from './metrics.ts';
import type { Platforms } from './platforms.ts';
import { tellInTurn } from './told-turn.ts';
import {
  createMediaWorker,
  dropMedia,
  type HearingSettings,
  type ModelSettings,
  openHearing,
  type RowWorker,
  releaseLeases,
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
export async function createCityHearing(options: CityHearingOptions): Promise<RowWorker> {
  const { model, settings, database, clock, timezone, owner, logger, metrics } = options;
  if (database.embedded) await releaseLeases(database.db, 'tutor_media', clock());
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
      // Numbers begin again after a restore.
      const updateKey = `media:${id}:${askedAt.getTime()}`;
      const { ended } = await tellInTurn(options, { updateKey, channel, chat, content: { kind: 'heard', media: id } });
      if (ended === 'gone') await dropMedia(database.db, id, clock());
      return ended;
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
