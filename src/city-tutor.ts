import type { Logger } from 'pino';
import type { Conversations, Reply } from './conversation/index.ts';
import { type Clock, type Database, describeError } from './database/index.ts';
import type { Finder } from './discovery/index.ts';
import type { Lessons } from './learning/index.ts';
import type { ChannelName } from './message/index.ts';
import type { Metrics } from './metrics.ts';
import { tellInTurn } from './told-turn.ts';
import {
  createTutorWorker,
  dropQuestion,
  type ModelSettings,
  type ModerationState,
  openModelTutor,
  type PassageSearch,
  type RowWorker,
  releaseLeases,
  warnShare,
} from './tutor/index.ts';

/** What the tutor with a model is put together from. */
export interface CityTutorOptions {
  readonly model: ModelSettings;
  readonly database: Database;
  readonly clock: Clock;
  readonly timezone: string;
  readonly owner: string;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly finder: Finder;
  readonly lessons: Lessons;
  readonly passages: PassageSearch;
  readonly conversations: Conversations;
  readonly showTyping: (channel: ChannelName, chat: string) => void;
  /** Shows the open pages of a chat what came for it. */
  readonly showPages: (chat: string, replies: readonly Reply[]) => void;
}

/** The tutor with a model, as the city runs it. */
export interface CityTutor {
  readonly worker: RowWorker;
  /** Undefined: the settings name no model for it. */
  readonly moderation: () => ModerationState | undefined;
}

/** Puts the tutor with a model together; what it needs of packages is loaded only here. */
export async function createCityTutor(options: CityTutorOptions): Promise<CityTutor> {
  const { model, database, clock, timezone, owner, logger, metrics, finder, lessons, passages } = options;
  if (database.embedded) await releaseLeases(database.db, 'tutor_question', clock());
  let warnedOn = '';
  const { model: tutor, moderator } = await openModelTutor(
    model,
    { db: database.db, finder, lessons, passages, timezone },
    ({ of, outcome }) => {
      metrics.tutorModeration.inc({ of, outcome });
      if (outcome !== 'missing') return;
      metrics.tutorModerationOn.set(0);
      logger.warn('the moderation endpoint has no moderation: only the lists of words read questions until a restart');
    },
  );
  metrics.tutorModerationOn.set(moderator === undefined ? 0 : 1);
  const worker = createTutorWorker({
    database,
    clock,
    timezone,
    owner,
    model: tutor,
    dailyBudgetUsd: model.dailyBudgetUsd,
    async tell({ id, channel, chat, askedAt }, keep) {
      // Numbers begin again after a restore.
      const updateKey = `tutor:${id}:${askedAt.getTime()}`;
      const content = { kind: 'tutor', question: id } as const;
      const told = await tellInTurn(options, { updateKey, channel, chat, content, begin: keep });
      // With an answer that is to be kept, what it cost is still to be written down.
      if (told.ended === 'gone' && keep === undefined) await dropQuestion(database.db, id, clock());
      if (told.ended !== 'told') return told.ended;
      if (channel === 'web') options.showPages(chat, told.replies);
      return told.hasBegun ? 'kept' : 'told';
    },
    showTyping: ({ channel, chat }) => options.showTyping(channel, chat),
    onAnswered: ({ questionId, outcome, seconds, modelSeconds, refused }) => {
      metrics.tutorAnswers.inc({ outcome });
      metrics.tutorSeconds.observe(seconds);
      for (const rule of refused) metrics.tutorRefused.inc({ rule });
      // That somebody may be in danger is in no log.
      if (outcome === 'danger') return;
      const line = { question: questionId, outcome, seconds, modelSeconds, refused };
      if (outcome === 'model' || outcome === 'graded') logger.debug(line, 'tutor');
      else logger.info(line, 'tutor answered by rules');
    },
    onSpent: (share) => {
      metrics.tutorBudgetShare.set(share);
      const day = clock().toISOString().slice(0, 10);
      if (share < warnShare || warnedOn === day) return;
      warnedOn = day;
      logger.warn({ share: Math.round(share * 100) / 100 }, "the tutor's budget of the day is nearly used up");
    },
    onProblem: (questionId, error) =>
      logger.error({ question: questionId, problem: describeError(error) }, 'tutor failed'),
  });
  return { worker, moderation: () => moderator?.state() };
}
