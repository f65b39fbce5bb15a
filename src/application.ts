import { join } from 'node:path';
import { Hono } from 'hono';
import type { Logger } from 'pino';
import { createApi } from './api/index.ts';
import { courseById, coursesByKeys, listCourses } from './catalogue/index.ts';
import { telegramCapabilities } from './channels/telegram/index.ts';
import { createWebChannel, isLinkPreview, webCapabilities, webSending } from './channels/web/index.ts';
import { zaloCapabilities } from './channels/zalo/index.ts';
import type { Settings } from './config.ts';
import {
  type Conversations,
  type ConversationsOptions,
  conversationPersonalData,
  createConversations,
  createPictures,
  deleteOldTurns,
  hitInWords,
  type Links,
  linkToken,
  readLinkToken,
} from './conversation/index.ts';
import { backUpNightly, type Clock, type Database, describeError, ensureSecret } from './database/index.ts';
import { createSender, deleteOldDeliveries, deliveryPersonalData } from './delivery/index.ts';
import { createFinder, discoveryPersonalData, type Finder, markCourse } from './discovery/index.ts';
import { learnersPersonalData, type PersonalDataOwner } from './learners/index.ts';
import { createTranslator } from './locales/index.ts';
import { createMemoryKeeper } from './memory.ts';
import type { ChannelName, Picture } from './message/index.ts';
import { createMetrics } from './metrics.ts';
import { createPlatforms, type PlatformStates, type Platforms } from './platforms.ts';
import type { Job } from './runner.ts';
import { createSite } from './site/index.ts';

/** Every module with learner data, in the order in which rows refer to each other. */
export const personalDataOwners: readonly PersonalDataOwner[] = [
  learnersPersonalData,
  discoveryPersonalData,
  conversationPersonalData,
  deliveryPersonalData,
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
}

/** The wired program, without a port and without time running: main adds those, tests do not. */
export interface Application {
  readonly app: Hono;
  /** The bots; they talk to nobody before `start`. */
  readonly platforms: Platforms;
  readonly conversations: Conversations;
  readonly conversationsOptions: ConversationsOptions;
  readonly finder: Finder;
  /** What every process must do: follow the catalogue, carry later messages to the pages that watch. */
  readonly webJobs: readonly Job[];
  /** What one process of the city must do: send, tidy, back up. */
  readonly workerJobs: readonly Job[];
  readonly health: { problems: () => Readonly<Record<string, string>> };
  onJobCounts(job: string, counts: Readonly<Record<string, number>>, seconds: number): void;
  stop(): Promise<void>;
}

/** Chat texts are kept for ninety days: they are personal, and nothing needs them longer. */
const keptDays = 90;
const exportLinkMinutes = 15;

/** Without a message for so long nobody is waiting. */
const idleMilliseconds = 5000;

/** Connects the modules over a migrated database and builds the first search index. */
export async function createApplication(options: ApplicationOptions): Promise<Application> {
  const { settings, database, clock, logger, address } = options;
  const metrics = createMetrics();
  const memory = createMemoryKeeper(() => database.trim());
  const finder = createFinder(database);
  await finder.refresh();
  metrics.coursesIndexed.set(finder.size);
  const choiceSecret = await ensureSecret(database.db, 'choices');
  const linkSecret = await ensureSecret(database.db, 'links');

  const token = {
    course: (courseKey: number, conversationId: number) =>
      linkToken(linkSecret, { purpose: 'course', values: [courseKey, conversationId] }),
    export: (conversationId: number, now: Date) =>
      linkToken(linkSecret, {
        purpose: 'export',
        values: [conversationId],
        expiresAt: new Date(now.getTime() + exportLinkMinutes * 60_000),
      }),
  };
  const coursePage = (courseId: string): string => `${address()}/courses/${encodeURIComponent(courseId)}`;
  const shareCourse: Links['shareCourse'] = (courseId, locale) =>
    settings.publicUrl === undefined ? undefined : `${coursePage(courseId)}${locale === 'en' ? '?lang=en' : ''}`;
  const webLinks: Links = {
    coursePage,
    shareCourse,
    openCourse: ({ key }, conversationId) => `${address()}/di/${token.course(key, conversationId)}`,
    export: (conversationId, now) => `${address()}/du-lieu/${token.export(conversationId, now)}`,
  };
  // Without a public address nobody on a platform can open a link to us: courses are linked directly.
  const directLinks: Links = { ...webLinks, openCourse: ({ url }) => url, export: () => undefined };
  const linksOf = (channel: ChannelName): Links =>
    channel === 'web' || settings.publicUrl !== undefined ? webLinks : directLinks;

  const pictures = createPictures({ db: database.db, clock, secret: linkSecret, shareCourse });
  const picturePath = (picture: Picture): string => `/anh/${pictures.token(picture)}`;

  let lastTurn = 0;
  const conversationsOptions: ConversationsOptions = {
    database,
    clock,
    timezone: settings.timezone,
    finder,
    channels: { web: webCapabilities, telegram: telegramCapabilities, zalo: zaloCapabilities(settings.publicUrl) },
    linksOf,
    choiceSecret,
    personalData: personalDataOwners,
    turnsAtOnce: database.embedded ? 1 : 8,
    onFailure: (failure) => {
      metrics.turnFailures.inc({ channel: failure.channel });
      logger.error(failure, 'turn failed');
    },
    reserve: (channel, chat) => platforms.reserve(channel, chat),
    onTurn: ({ channel, kind, seconds, waiting }) => {
      metrics.turns.inc({ channel, kind });
      metrics.turnSeconds.observe({ channel }, seconds);
      lastTurn = performance.now();
      if (waiting > 0) platforms.wake(channel);
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
  const site = createSite({
    courseById: (id) => courseById(database.db, id),
    address,
    clock,
    isLinkPreview,
    followLink: async (token, by) => {
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
    picture: async (token) => {
      const picture = pictures.read(token);
      return picture && pictures.draw(picture);
    },
    limitRate: web.limitRate,
    ready: () => readiness(database, health.problems(), platforms.states()),
    metrics: async () => ({ type: metrics.registry.contentType, text: await metrics.registry.metrics() }),
  });
  const api = createApi({
    coursePage: webLinks.coursePage,
    limitRate: web.limitRate,
    async find({ q, limit, offset, locale }) {
      const t = createTranslator(locale);
      if (q.trim() === '') {
        const courses = await listCourses(database.db, { limit, offset });
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
  const app = new Hono();
  app.route('/', web.app);
  for (const platform of platforms.apps) app.route('/', platform);
  app.route('/', api);
  app.route('/', site);
  app.notFound(web.notFound);
  app.onError(web.onError);

  const sender = createSender({ database, channel: webSending, owner: options.owner, clock, random: options.random });
  return {
    app,
    platforms,
    conversations,
    conversationsOptions,
    finder,
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
      {
        name: 'memory',
        everySeconds: 10,
        run: async () => memory.release(performance.now() - lastTurn > idleMilliseconds),
      },
    ],
    workerJobs: [
      ...platforms.jobs,
      { name: 'web sender', everySeconds: 1, run: async () => ({ ...(await sender.round()) }) },
      { name: 'retention', everySeconds: 3600, run: () => deleteOld(database, clock()) },
      ...(database.embedded
        ? [
            {
              name: 'nightly backup',
              everySeconds: 600,
              run: () => backUpNightly(database, join(settings.dataDir, 'backups'), clock(), settings.timezone),
            },
          ]
        : []),
    ],
    health,
    onJobCounts: (job, counts, seconds) => {
      metrics.jobSeconds.observe({ job }, seconds);
      for (const [count, value] of Object.entries(counts)) metrics.jobRuns.inc({ job, count }, value);
    },
    stop: async () => {
      web.stop();
      await platforms.stop();
      await sender.stop();
    },
  };
}

async function deleteOld(database: Database, now: Date): Promise<Record<string, number>> {
  const before = new Date(now.getTime() - keptDays * 86_400_000);
  const { deleted: deliveries } = await deleteOldDeliveries(database.db, before);
  const { deleted: turns } = await deleteOldTurns(database.db, before);
  return { deliveries, turns };
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
