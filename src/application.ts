import { Hono } from 'hono';
import type { Logger } from 'pino';
import { accessPersonalData, createLoanDesk, createPlaceDesk } from './access/index.ts';
import { createAddresses, privateLinkMinutes } from './addresses.ts';
import { createApi } from './api/index.ts';
import { applicationsPersonalData, createApplicationDesk } from './applications/index.ts';
import { courseById, coursesByKeys, findOrganisation, listCourses, organisationByIdOrKey } from './catalogue/index.ts';
import { telegramCapabilities } from './channels/telegram/index.ts';
import { clientAddress, createWebChannel, isLinkPreview, webCapabilities, webSending } from './channels/web/index.ts';
import { zaloCapabilities } from './channels/zalo/index.ts';
import { createCityHearing } from './city-hearing.ts';
import { createCitySearch } from './city-search.ts';
import { createCityTutor } from './city-tutor.ts';
import type { Settings } from './config.ts';
import { createConsole } from './console/index.ts';
import {
  type AnnouncementsOptions,
  type Conversations,
  type ConversationsOptions,
  chatKeptDays,
  conversationPersonalData,
  createBatchWriter,
  createConversations,
  createPictures,
  createStaffWords,
  hitInWords,
  previewAnnouncements,
  readLinkToken,
  testCode,
  testCommand,
} from './conversation/index.ts';
import { type Clock, type Database, describeError, ensureSecret, nightlyBackups } from './database/index.ts';
import { announcementsLeft, createSender, deliveryPersonalData, messagesThisMonth } from './delivery/index.ts';
import {
  createEmbedder,
  createFinder,
  createMeanings,
  discoveryPersonalData,
  type Finder,
  markCourse,
} from './discovery/index.ts';
import { confirmList, createFreshnessDesk, freshnessPersonalData, linkHolder } from './freshness/index.ts';
import { cityKinds, createFeedDesk, createFeedWorker, createImportWorker, largestUpload } from './imports/index.ts';
import { closeSettledReports, countOpenCases, createInboxDesk, inboxPersonalData } from './inbox/index.ts';
import { insightsPersonalData } from './insights/index.ts';
import { hashCode, learnersPersonalData, type PersonalDataOwner } from './learners/index.ts';
import {
  cityLessons,
  citySelfAssessments,
  type Lessons,
  learningPersonalData,
  notebookOf,
  trackCertificateByCode,
} from './learning/index.ts';
import { createTranslator } from './locales/index.ts';
import { createMemoryKeeper } from './memory.ts';
import { type ChannelName, messageAsPlainText, type Picture } from './message/index.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { opportunitiesPersonalData } from './opportunities/index.ts';
import { allowedFromOf, createBroadcastDesk, isQuiet, openLink, outreachPersonalData } from './outreach/index.ts';
import { activeAgreements, createOwnOffersDesk, offersOfOrganisation, partnerFigures } from './partners/index.ts';
import { createPlatforms, type PlatformStates, type Platforms } from './platforms.ts';
import { proofKeptDays } from './retention.ts';
import type { Job } from './runner.ts';
import { createSite } from './site/index.ts';
import { createStaffAuth, hashOfToken, isToken, memberByTokenHash, pendingSetupToken } from './staff/index.ts';
import { cityTime } from './time/index.ts';
import { createPassageSearch, type RowWorker, tutorPersonalData } from './tutor/index.ts';
import { createWorkerJobs } from './worker-jobs.ts';
import {
  certificateByCode,
  findWorkshops,
  registrationByCode,
  workshopById,
  workshopsByKeys,
  workshopsPersonalData,
} from './workshops/index.ts';

/** Every module with learner data, in the order in which rows refer to each other. */
export const personalDataOwners: readonly PersonalDataOwner[] = [
  learnersPersonalData,
  workshopsPersonalData,
  freshnessPersonalData,
  accessPersonalData,
  opportunitiesPersonalData,
  applicationsPersonalData,
  discoveryPersonalData,
  learningPersonalData,
  tutorPersonalData,
  outreachPersonalData,
  conversationPersonalData,
  inboxPersonalData,
  deliveryPersonalData,
  insightsPersonalData,
];

export interface ApplicationOptions {
  readonly settings: Settings;
  readonly database: Database;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
  /** Names this process among the replicas. */
  readonly owner: string;
  /** The address people reach us at, without a slash at the end; known once the port is. */
  readonly address: () => string;
  /** In place of the city's own. */
  readonly lessons?: Lessons;
}

/** The wired program, without a port and without time running: main adds those, tests do not. */
export interface Application {
  readonly app: Hono;
  /** The bots; they talk to nobody before `start`. */
  readonly platforms: Platforms;
  readonly conversations: Conversations;
  readonly conversationsOptions: ConversationsOptions;
  readonly finder: Finder;
  /** The tutor with a model, where there is one. */
  readonly tutor: RowWorker | undefined;
  /** What understands voice messages and pictures, where there is something. */
  readonly hearing: RowWorker | undefined;
  /** What every process must do: follow the catalogue, carry later messages to the pages that watch. */
  readonly webJobs: readonly Job[];
  /** What one process of the city must do: send, tidy, back up. */
  readonly workerJobs: readonly Job[];
  /** Where staff sign in; with the token for the first administrator while there is none. */
  consoleAddress(): Promise<string>;
  readonly health: { problems: () => Readonly<Record<string, string>> };
  onJobCounts(job: string, counts: Readonly<Record<string, number>>, seconds: number): void;
  /** Has long jobs break off where another process can go on with them. */
  interrupt(): void;
  stop(): Promise<void>;
}

/** Similar courses that the page of one that is not offered any more shows. */
const similarOnPage = 5;

/** Offers of each kind that the page of an organisation lists. */
const offersOnPage = 30;

/** Without a message for so long nobody is waiting. */
const idleMilliseconds = 5000;

/** Connects the modules over a migrated database and builds the first search index. */
export async function createApplication(options: ApplicationOptions): Promise<Application> {
  const { settings, database, clock, logger, address } = options;
  const metrics = createMetrics();
  const memory = createMemoryKeeper(() => database.trim());
  const meanings =
    settings.embedding &&
    createMeanings(database, createEmbedder(settings.embedding), {
      onProblem: (error) => logger.warn({ problem: describeError(error) }, 'the embedding endpoint did not answer'),
    });
  const finder = createFinder(database, {
    timezone: settings.timezone,
    clock,
    meanings,
    onProblem: (error) => logger.error({ problem: describeError(error) }, 'the search index was not built'),
  });
  await finder.refresh();
  metrics.coursesIndexed.set(finder.size);
  const choiceSecret = await ensureSecret(database.db, 'choices');
  const linkCodeSecret = await ensureSecret(database.db, 'link codes');
  const linkSecret = await ensureSecret(database.db, 'links');

  const lessons = options.lessons ?? (await cityLessons());
  const addresses = createAddresses({
    publicUrl: settings.publicUrl,
    address,
    secret: linkSecret,
    telegramLink: (start) => platforms.telegramLink(start),
  });
  const selfAssessments = citySelfAssessments();
  const pictures = createPictures({
    db: database.db,
    clock,
    secret: linkSecret,
    shareCourse: addresses.web.shareCourse,
    certificatePage: addresses.certificatePage,
    joinClass: addresses.web.joinClass,
    lessons,
    selfAssessments,
    timezone: settings.timezone,
  });
  const picturePath = (picture: Picture): string => `/anh/${pictures.token(picture)}`;

  const allowedFrom = allowedFromOf(settings.quietHours, settings.timezone);
  const announcements: AnnouncementsOptions = {
    channels: { web: webCapabilities, telegram: telegramCapabilities, zalo: zaloCapabilities(settings.publicUrl) },
    choiceSecret,
    announcementLink: addresses.announcementLink,
  };
  const batches = {
    writeBatch: createBatchWriter(database.db, announcements),
    isQuiet: (now: Date) => isQuiet(settings.quietHours, cityTime(now, settings.timezone).minutes),
    announcementsPerDay: settings.announcementsPerDay,
    timezone: settings.timezone,
  };

  const passages = createPassageSearch(lessons);

  const { transcriptionModel, visionModel } = settings.hearing;
  const hears = { voice: transcriptionModel !== undefined, picture: visionModel !== undefined };
  let lastTurn = 0;
  const conversationsOptions: ConversationsOptions = {
    database,
    clock,
    timezone: settings.timezone,
    quietHours: settings.quietHours,
    finder,
    selfAssessments,
    lessons,
    passages,
    hasModel: settings.model !== undefined,
    hears,
    ...announcements,
    linksOf: addresses.linksOf,
    linkCodeSecret,
    personalData: personalDataOwners,
    turnsAtOnce: database.embedded ? 1 : 8,
    onFailure: (failure) => {
      metrics.turnFailures.inc({ channel: failure.channel });
      logger.error(failure, 'turn failed');
    },
    reserve: (channel, chat) => platforms.reserve(channel, chat),
    onTurn: ({ channel, kind, seconds, waiting, asksTutor, sendsMedia }) => {
      metrics.turns.inc({ channel, kind });
      metrics.turnSeconds.observe({ channel }, seconds);
      lastTurn = performance.now();
      if (waiting > 0) platforms.wake(channel);
      if (asksTutor) tutor?.wake();
      if (sendsMedia) hearing?.wake();
    },
  };
  const conversations = createConversations(conversationsOptions);
  const platforms = await createPlatforms({
    settings,
    database,
    clock,
    random: options.random,
    logger,
    owner: options.owner,
    conversations,
    drawPicture: pictures.draw,
    pictureUrl: (picture) => settings.publicUrl && `${settings.publicUrl}${picturePath(picture)}`,
    metrics,
    batches,
  });
  const health = { problems: (): Readonly<Record<string, string>> => ({}) };

  const web = createWebChannel({
    conversations,
    clock,
    address,
    picturePath,
    isSecure: () => settings.publicUrl?.startsWith('https:') === true,
    trustProxy: settings.trustProxy,
    rateLimitPerMinute: settings.rateLimitPerMinute,
    logProblem: (error) => logger.error({ problem: describeError(error) }, 'request failed'),
  });
  const cityTutor =
    settings.model === undefined || !settings.roles.has('worker')
      ? undefined
      : await createCityTutor({
          model: settings.model,
          database,
          clock,
          timezone: settings.timezone,
          owner: options.owner,
          logger,
          metrics,
          finder,
          lessons,
          passages,
          conversations,
          showTyping: platforms.showTyping,
          showPages: web.show,
        });
  const tutor = cityTutor?.worker;
  const hearing =
    settings.model === undefined || !(hears.voice || hears.picture) || !settings.roles.has('worker')
      ? undefined
      : await createCityHearing({
          model: settings.model,
          settings: settings.hearing,
          database,
          clock,
          timezone: settings.timezone,
          owner: options.owner,
          logger,
          metrics,
          conversations,
          fetchMedia: platforms.fetchMedia,
          showTyping: platforms.showTyping,
        });
  const freshness = createFreshnessDesk({
    database,
    clock,
    timezone: settings.timezone,
    onSettled: async (tx, courseIds, at) => void (await closeSettledReports(tx, courseIds, at)),
  });
  const places = createPlaceDesk({ database, clock, timezone: settings.timezone });
  const ownOffers = createOwnOffersDesk({ database, clock, timezone: settings.timezone, freshness });
  const loans = createLoanDesk({ database, clock, timezone: settings.timezone, allowedFrom });
  const site = createSite({
    desk: freshness,
    numbers: database.db,
    linkHolder: (token) => linkHolder(database.db, token, clock()),
    confirmList: (organisationId, page) =>
      confirmList(database.db, { organisationId, page, now: clock(), timezone: settings.timezone }),
    courseById: (id) => courseById(database.db, id),
    similarCourses: (course) =>
      finder.courses(database.db, finder.similar(course, { limit: similarOnPage, now: clock() })),
    organisation: async (id) => {
      const { db } = database;
      const organisation = await organisationByIdOrKey(db, id);
      if (organisation === undefined) return undefined;
      const now = clock();
      const today = cityTime(now, settings.timezone).day;
      const active = await activeAgreements(db, { today, organisationId: organisation.key });
      const agreements = [];
      for (const agreement of active) {
        const look = { today, since: agreement.startsOn, timezone: settings.timezone };
        agreements.push({ agreement, figures: await partnerFigures(db, organisation.key, look) });
      }
      const offers = await offersOfOrganisation(db, organisation.key, { today, now, limit: offersOnPage });
      return { organisation, agreements, offers };
    },
    workshopById: (id) => workshopById(database.db, id),
    registrationByCode: (code) => registrationByCode(database.db, code),
    certificate: async (code) => {
      const certificate = await certificateByCode(database.db, code);
      const [workshop] = certificate === undefined ? [] : await workshopsByKeys(database.db, [certificate.workshopKey]);
      return certificate && workshop && { certificate, workshop };
    },
    trackCertificate: (code) => trackCertificateByCode(database.db, code),
    telegramLink: (start) => platforms.telegramLink(start),
    hasZalo: settings.zalo !== undefined,
    address,
    clock,
    timezone: settings.timezone,
    isLinkPreview,
    kept: {
      chatDays: chatKeptDays,
      hasModel: settings.model !== undefined,
      proofDays: proofKeptDays,
      linkMinutes: privateLinkMinutes,
      ...(database.embedded ? { backups: nightlyBackups } : {}),
    },
    followLink: async (token, by) => {
      const [broadcastId, choice] = readLinkToken(linkSecret, 'announcement', token, clock()) ?? [];
      if (broadcastId !== undefined && choice !== undefined)
        return openLink(database.db, { broadcastId, choice }, by === 'person' ? 'person' : 'preview');
      const numbers = readLinkToken(linkSecret, 'course', token, clock());
      const [courseKey, conversationId] = numbers ?? [];
      if (courseKey === undefined || conversationId === undefined) return undefined;
      const [course] = await coursesByKeys(database.db, [courseKey]);
      if (course?.url === undefined) return undefined;
      const learnerId = by === 'person' ? await conversations.learnerOf(conversationId) : undefined;
      if (learnerId !== undefined) {
        await markCourse(database.db, { learnerId, courseKey, kind: 'opened', at: clock() });
      }
      return course.url;
    },
    exportData: async (token) => {
      const [conversationId] = readLinkToken(linkSecret, 'export', token, clock()) ?? [];
      return conversationId === undefined ? undefined : conversations.exportData(conversationId);
    },
    notebook: async (token) => {
      const [conversationId] = readLinkToken(linkSecret, 'notebook', token, clock()) ?? [];
      const learnerId = conversationId === undefined ? undefined : await conversations.learnerOf(conversationId);
      if (learnerId === undefined) return undefined;
      return notebookOf(database.db, learnerId, {
        lessons,
        selfAssessments,
        timezone: settings.timezone,
        now: clock(),
      });
    },
    picture: async (token) => {
      const picture = pictures.read(token);
      return picture && pictures.draw(picture);
    },
    limitRate: web.limitRate,
    ready: () => readiness(database, health.problems(), platforms.states()),
    metrics: async () => ({ type: metrics.registry.contentType, text: await metrics.registry.metrics() }),
  });
  const words = createStaffWords({ choiceSecret, channels: conversationsOptions.channels });
  const wake = (channel: ChannelName): void => platforms.wake(channel);
  const desk = createInboxDesk({
    database,
    clock,
    words,
    timezone: settings.timezone,
    onMessage: wake,
    chatBefore: async (conversationId, before, limit) => {
      const entries = await conversations.historyBefore(conversationId, before, limit);
      return entries.map((entry) =>
        entry.from === 'person'
          ? entry
          : { from: entry.from, text: messageAsPlainText(entry.reply.message), at: entry.reply.at },
      );
    },
  });
  const carriers: readonly ChannelName[] = [
    'web',
    ...(settings.telegram === undefined ? [] : ['telegram' as const]),
    ...(settings.zalo === undefined ? [] : ['zalo' as const]),
  ];
  const changeable = carriers.filter((channel) => announcements.channels[channel].edit);
  const broadcasts = createBroadcastDesk({
    database,
    clock,
    available: carriers,
    changeable,
    isAnnounceable: async (tx, id) => {
      const workshop = await workshopById(tx, id);
      return workshop !== undefined && !workshop.sample && workshop.status !== 'cancelled' && workshop.endsAt > clock();
    },
    onSend: () => {
      for (const channel of carriers) wake(channel);
    },
    log: (line) => logger.info(line, 'broadcast'),
    pace: (channel) => (channel === 'web' ? 0 : (settings[channel]?.messagesPerSecond ?? 0)),
    zaloLeft: async () => {
      const quota = settings.zalo?.monthlyQuota ?? 0;
      if (quota === 0) return undefined;
      return announcementsLeft(quota, await messagesThisMonth(database.db, 'zalo', clock(), settings.timezone));
    },
  });
  const trials = {
    previews: previewAnnouncements(announcements, carriers),
    testMessage: (id: number) => `/${testCommand} ${testCode((text) => hashCode(linkCodeSecret, text), id, clock())}`,
  };
  const kinds = cityKinds({ timezone: settings.timezone, allowedFrom });
  const keepsSample = settings.sampleData === 'yes';
  const imports = createImportWorker({ database, clock, owner: options.owner, kinds, keepsSample });
  const feeds = createFeedDesk({ database, clock, kinds, allowsLoopback: settings.importFeedsLoopback });
  const feedWorker = createFeedWorker({
    database,
    clock,
    timezone: settings.timezone,
    owner: options.owner,
    kinds,
    keepsSample,
    limits: { mostBytes: largestUpload, milliseconds: 60_000, allowsLoopback: settings.importFeedsLoopback },
  });
  const applications = createApplicationDesk({ database, clock, timezone: settings.timezone });
  const api = createApi({
    applications,
    finder,
    ownOffers,
    freshness,
    places,
    loans,
    broadcasts,
    feeds,
    ...trials,
    coursePage: addresses.web.coursePage,
    workshopPage: addresses.workshopPage,
    database,
    clock,
    lessons,
    timezone: settings.timezone,
    allowedFrom,
    limitRate: web.limitRate,
    desk,
    memberOf: async (token) => (isToken(token) ? memberByTokenHash(database.db, hashOfToken(token)) : undefined),
    searchEverything: createCitySearch({
      database,
      clock,
      timezone: settings.timezone,
      finder,
      coursePage: addresses.web.coursePage,
      workshopPage: addresses.workshopPage,
    }),
    async find({ q, limit, offset, locale }) {
      const t = createTranslator(locale);
      if (q.trim() === '') {
        const courses = await listCourses(database.db, {
          offeredOn: cityTime(clock(), settings.timezone).day,
          limit,
          offset,
        });
        const found = courses.map((course) => ({ course, reasons: [] }));
        return { courses: found, understood: { topic: '', facets: {} }, none: found.length === 0, near: [] };
      }
      const wish = finder.understand(q);
      const result = finder.search(wish, { limit: offset + limit, now: clock() });
      const load = async (hits: typeof result.hits) => {
        const courses = await coursesByKeys(
          database.db,
          hits.map((hit) => hit.key),
        );
        return courses.map((course) => {
          const hit = hits.find(({ key }) => key === course.key);
          return { course, reasons: hit === undefined ? [] : hitInWords(t, locale, hit, wish) };
        });
      };
      return {
        courses: await load(result.hits.slice(offset)),
        understood: { topic: wish.topic, facets: wish.facets },
        none: result.none,
        near: await load(result.near),
      };
    },
  });
  const staffConsole = createConsole({
    applications,
    finder,
    ownOffers,
    freshness,
    places,
    loans,
    database,
    clock,
    lessons,
    auth: createStaffAuth({ database, clock, logProblem: (problem) => logger.error({ problem }, 'staff accounts') }),
    timezone: settings.timezone,
    csrfSecret: await ensureSecret(database.db, 'console forms'),
    publicUrl: settings.publicUrl,
    clientAddress: (c) => clientAddress(c, settings.trustProxy),
    trustsProxy: settings.trustProxy > 0,
    setupToken: settings.setupToken,
    address,
    allowedFrom,
    hasZalo: settings.zalo !== undefined,
    tutorModel: settings.model && {
      name: settings.model.model,
      dailyBudgetUsd: settings.model.dailyBudgetUsd,
      moderation: () => {
        if (settings.model?.moderation === undefined) return 'off';
        return cityTutor?.moderation() ?? 'elsewhere';
      },
    },
    desk,
    organisation: findOrganisation,
    broadcasts,
    announceable: async () => {
      const { found } = await findWorkshops(database.db, { now: clock(), limit: 100 });
      return found.map(({ workshop }) => workshop).filter(({ sample }) => !sample);
    },
    ...trials,
    importKinds: kinds,
    feeds,
    channelStates: async () => {
      const states = Object.entries(platforms.states());
      return Promise.all(
        states.map(async ([channel, state]) => {
          const quota = channel === 'zalo' ? (settings.zalo?.monthlyQuota ?? 0) : 0;
          const used = quota === 0 ? 0 : await messagesThisMonth(database.db, 'zalo', clock(), settings.timezone);
          return { channel, state: String(state), plan: quota === 0 ? undefined : { used, of: quota } };
        }),
      );
    },
    logProblem: (error) => logger.error({ problem: describeError(error) }, 'request failed'),
  });
  const app = new Hono();
  app.route('/', staffConsole);
  app.route('/', web.app);
  for (const platform of platforms.apps) app.route('/', platform);
  app.route('/', api);
  app.route('/', site);
  app.notFound(web.notFound);
  app.onError(web.onError);

  const sender = createSender({
    database,
    channel: webSending,
    owner: options.owner,
    clock,
    random: options.random,
    ...batches,
  });
  return {
    app,
    platforms,
    conversations,
    conversationsOptions,
    finder,
    tutor,
    hearing,
    webJobs: [
      {
        name: 'search index',
        everySeconds: 1,
        run: async () => {
          const { rebuilt, courses } = await finder.refresh();
          metrics.coursesIndexed.set(courses);
          return { rebuilt: Number(rebuilt) };
        },
      },
      { name: 'page streams', everySeconds: 1, run: () => web.pushLater() },
      { name: 'inbox figures', everySeconds: 30, run: () => measureInbox(database, metrics, clock()) },
      {
        name: 'memory',
        everySeconds: 10,
        run: async () => memory.release(performance.now() - lastTurn > idleMilliseconds),
      },
    ],
    workerJobs: createWorkerJobs({
      settings,
      database,
      clock,
      owner: options.owner,
      finder,
      meanings,
      metrics,
      conversations: conversationsOptions,
      platformJobs: platforms.jobs,
      webSender: sender,
      carriers,
      changeable,
      allowedFrom,
      words,
      imports,
      feedWorker,
      tutor,
      hearing,
      wake,
      idleFor: () => performance.now() - lastTurn,
    }),
    health,
    consoleAddress: async () => {
      const token = await pendingSetupToken(database.db, settings.setupToken);
      return `${address()}/console${token === undefined ? '' : `?setup=${token}`}`;
    },
    onJobCounts: (job, counts, seconds) => {
      metrics.jobSeconds.observe({ job }, seconds);
      for (const [count, value] of Object.entries(counts)) metrics.jobRuns.inc({ job, count }, value);
    },
    interrupt: () => {
      imports.stop();
      feedWorker.stop();
    },
    stop: async () => {
      web.stop();
      await Promise.all([tutor?.stop(), hearing?.stop()]);
      await platforms.stop();
      await sender.stop();
    },
  };
}

/** Sets the gauges of the inbox. It counts nothing by itself: gauges are no counts of a job. */
async function measureInbox(database: Database, metrics: Metrics, now: Date): Promise<Record<string, number>> {
  const { open, claimed, oldestWaiting } = await countOpenCases(database.db);
  metrics.inboxCases.set({ status: 'open' }, open);
  metrics.inboxCases.set({ status: 'claimed' }, claimed);
  const waited = oldestWaiting === undefined ? 0 : now.getTime() - oldestWaiting.getTime();
  metrics.inboxOldestWaitingSeconds.set(waited / 1000);
  return {};
}

async function readiness(
  database: Database,
  problems: Readonly<Record<string, string>>,
  platforms: PlatformStates,
): Promise<{ ok: boolean; checks: Record<string, string> }> {
  // A platform that is down or a wrong token stops nothing else: it is listed, and the program is ready all the same.
  const checks: Record<string, string> = { database: 'ok', migrations: 'ok', workers: 'ok', web: 'ok', ...platforms };
  try {
    await database.db.execute('select 1');
  } catch (error) {
    checks.database = describeError(error);
  }
  const failing = Object.keys(problems);
  if (failing.length > 0) checks.workers = `failing: ${failing.join(', ')}`;
  return { ok: checks.database === 'ok' && failing.length === 0, checks };
}
