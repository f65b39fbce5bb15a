import { join } from 'node:path';
import { offerDevices } from './access/index.ts';
import { askForFeedback } from './applications/index.ts';
import type { Settings } from './config.ts';
import {
  type ConversationsOptions,
  createLetterBox,
  eraseDueAccounts,
  tellApplicationNews,
  tellLoanNews,
  tellNotices,
  tellPlaceNews,
  tellReportNews,
} from './conversation/index.ts';
import { backUpNightly, type Clock, type Database } from './database/index.ts';
import { drain, pendingOfBatches, type Sender } from './delivery/index.ts';
import { type Finder, type Meanings, trainNightly, watchSavedWishes } from './discovery/index.ts';
import { findAsks, settleOvertaken } from './freshness/index.ts';
import type { FeedWorker, ImportWorker } from './imports/index.ts';
import { expireCases, type InboxWords } from './inbox/index.ts';
import { rollUpFigures } from './insights/index.ts';
import { deleteOldCodes, finishLinks } from './learners/index.ts';
import type { ChannelName } from './message/index.ts';
import type { Metrics } from './metrics.ts';
import { remindToLearn, runBroadcasts, sendReminders, watchStarts } from './outreach/index.ts';
import { deleteOld } from './retention.ts';
import type { Job } from './runner.ts';
import { cityTime } from './time/index.ts';
import type { RowWorker } from './tutor/index.ts';
import { type AllowedFrom, dropStaleNotices, makeReminders, offerSeats } from './workshops/index.ts';

export interface WorkerJobsOptions {
  readonly settings: Pick<Settings, 'timezone' | 'quietHours' | 'dataDir'>;
  readonly database: Database;
  readonly clock: Clock;
  /** Names this process among the replicas. */
  readonly owner: string;
  readonly finder: Finder;
  /** What courses mean to an embedding model, where there is one. */
  readonly meanings: Meanings | undefined;
  readonly metrics: Metrics;
  readonly conversations: ConversationsOptions;
  /** What the bots of the platforms do again and again. */
  readonly platformJobs: readonly Job[];
  readonly webSender: Sender;
  /** Channels an announcement can go through. */
  readonly carriers: readonly ChannelName[];
  /** Those of them whose messages can be changed later. */
  readonly changeable: readonly ChannelName[];
  readonly allowedFrom: AllowedFrom;
  readonly words: InboxWords;
  readonly imports: ImportWorker;
  readonly feedWorker: FeedWorker;
  /** The tutor with a model, where there is one. */
  readonly tutor: RowWorker | undefined;
  /** What understands voice messages and pictures, where there is something. */
  readonly hearing: RowWorker | undefined;
  /** Tells a channel's sender that there is something to send. */
  readonly wake: (channel: ChannelName) => void;
  /** Milliseconds since a turn ended. */
  readonly idleFor: () => number;
}

/** Start dates that one statement notes. */
const startsAtOnce = 1000;

/** Interns that one statement has asked how it was. */
const feedbackAtOnce = 500;

/** Rounds of the web's sender in one run, of some eighty messages each: an announcement to thousands is there in a few seconds. */
const webRounds = 50;

/**
 * The nightly backup keeps everybody else waiting, 25 s with 100,000 people on a small machine: it comes when nobody has written for a minute, or
 * after so many hours all the same.
 */
const calmMilliseconds = 60_000;
const longestPostponement = 6 * 3_600_000;

/** What one process of the city does again and again beside answering: send, plan, remind, tidy, back up. */
export function createWorkerJobs(options: WorkerJobsOptions): readonly Job[] {
  const { settings, database, clock, owner, finder, meanings, metrics, conversations } = options;
  const { carriers, changeable, allowedFrom, words, imports, tutor, hearing, wake } = options;
  const { timezone } = settings;
  const { personalData } = conversations;
  let looked = clock().getTime();
  return [
    ...options.platformJobs,
    { name: 'web sender', everySeconds: 1, run: async () => ({ ...(await drain(options.webSender, webRounds)) }) },
    {
      name: 'broadcasts',
      everySeconds: 1,
      run: async () => {
        const counts = await runBroadcasts({ database, now: clock(), available: carriers, changeable });
        metrics.broadcastsPending.set(await pendingOfBatches(database.db));
        return counts;
      },
    },
    {
      name: 'start dates',
      everySeconds: 300,
      run: async () => {
        let watched = 0;
        for (;;) {
          const count = await watchStarts(database.db, { now: clock(), timezone, limit: startsAtOnce });
          watched += count;
          if (count < startsAtOnce) return { watched };
        }
      },
    },
    {
      name: 'saved wishes',
      everySeconds: 60,
      run: () => watchSavedWishes({ database, finder, clock, owner }),
    },
    {
      name: 'recommendation training',
      everySeconds: 300,
      run: () => trainNightly({ database, clock, timezone, owner }),
    },
    {
      name: 'figures',
      everySeconds: 300,
      run: () => rollUpFigures({ database, clock, timezone, owner }),
    },
    {
      name: 'reminders',
      everySeconds: 60,
      run: async () => {
        const given = {
          database,
          clock,
          timezone,
          quietHours: settings.quietHours,
          post: createLetterBox(conversations),
        };
        const counts = await sendReminders(given);
        // After the others where both are due: a lesson can wait for tomorrow, the start of a course cannot.
        const { counts: lessons, lagSeconds } = await remindToLearn(given);
        metrics.learningReminderLagSeconds.set(lagSeconds);
        const named = Object.entries(lessons).map(([name, count]) => [`lessons_${name}`, count]);
        return { ...counts, ...Object.fromEntries(named) };
      },
    },
    {
      name: 'erasure',
      everySeconds: 60,
      run: () => eraseDueAccounts({ database, clock, personalData }),
    },
    {
      name: 'links',
      everySeconds: 60,
      run: async () => ({
        ...(await finishLinks(database, personalData, clock())),
        ...(await deleteOldCodes(database.db, clock())),
      }),
    },
    {
      name: 'inbox',
      everySeconds: 60,
      run: () => expireCases(database, { now: clock(), words, onMessage: wake }),
    },
    {
      name: 'workshop seats',
      everySeconds: 30,
      run: async () => {
        const given = { database, clock, allowedFrom };
        const stale = await dropStaleNotices(database.db, clock());
        return { ...(await offerSeats(given)), ...(await makeReminders(given)), stale };
      },
    },
    {
      name: 'workshop notices',
      everySeconds: 30,
      run: async () => {
        const counts = await tellNotices(conversations);
        if (counts.told > 0) for (const channel of ['telegram', 'zalo'] as const) wake(channel);
        return counts;
      },
    },
    {
      name: 'freshness',
      everySeconds: 60,
      run: async () => {
        const settled = await settleOvertaken(database, { now: clock(), timezone });
        const counts = await tellReportNews(conversations);
        if (counts.told > 0) for (const channel of ['telegram', 'zalo'] as const) wake(channel);
        return { settled, ...counts };
      },
    },
    {
      name: 'applications',
      everySeconds: 30,
      run: async () => {
        const now = clock();
        const asked = await askForFeedback(database.db, {
          now,
          today: cityTime(now, timezone).day,
          limit: feedbackAtOnce,
        });
        const counts = await tellApplicationNews(conversations);
        if (counts.told > 0) for (const channel of ['telegram', 'zalo'] as const) wake(channel);
        return { asked, ...counts };
      },
    },
    {
      name: 'place news',
      everySeconds: 60,
      run: async () => {
        const places = await tellPlaceNews(conversations);
        const offers = await offerDevices({ database, clock, allowedFrom });
        const loans = await tellLoanNews(conversations);
        if (places.told + loans.told > 0) for (const channel of ['telegram', 'zalo'] as const) wake(channel);
        const named = Object.entries(loans).map(([name, count]) => [`loans_${name}`, count]);
        return { ...places, expired: offers.expired, offered: offers.offered, ...Object.fromEntries(named) };
      },
    },
    {
      name: 'organisations to ask',
      everySeconds: 3600,
      run: () => findAsks(database.db, { now: clock(), today: cityTime(clock(), timezone).day }),
    },
    ...(tutor === undefined ? [] : [{ name: 'tutor', everySeconds: 1, run: () => tutor.round() }]),
    ...(hearing === undefined ? [] : [{ name: 'hearing', everySeconds: 1, run: () => hearing.round() }]),
    ...(meanings === undefined
      ? []
      : [{ name: 'course meanings', everySeconds: 2, run: () => meanings.readCourses() }]),
    { name: 'imports', everySeconds: 1, run: () => imports.round() },
    { name: 'import feeds', everySeconds: 3, run: () => options.feedWorker.round() },
    { name: 'retention', everySeconds: 3600, run: () => deleteOld(database, clock()) },
    ...(database.embedded
      ? [
          {
            name: 'nightly backup',
            everySeconds: 60,
            run: async () => {
              const isCalm = options.idleFor() >= calmMilliseconds;
              if (!isCalm && clock().getTime() - looked < longestPostponement) return { postponed: 1 };
              looked = clock().getTime();
              return { ...(await backUpNightly(database, join(settings.dataDir, 'backups'), clock(), timezone)) };
            },
          },
        ]
      : []),
  ];
}
