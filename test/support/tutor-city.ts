import { afterEach, expect } from 'vitest';
import type { Database } from '../../src/database/index.ts';
import { type TestApplication, testApplication } from './application.ts';
import type { DatabaseContext } from './databases.ts';
import { type ModelServer, type Played, startModelServer } from './model-server.ts';
import { type TutorPerson, tutorPerson } from './tutor-person.ts';

type Play = Parameters<typeof startModelServer>[0];
type Moderate = Parameters<typeof startModelServer>[1];

/** A city whose tutor has a scripted model, and Anna in it. */
export interface TutorCity {
  readonly database: Database;
  readonly application: TestApplication;
  readonly server: ModelServer;
  readonly person: TutorPerson;
  /** The same program once more beside or after the first, so many seconds later. */
  again(seconds?: number): Promise<TestApplication>;
}

/** The city's day in tests. */
export const tutorDay = '2026-11-24';
/** A question that the first card of the lesson on calls answers. */
export const askedAtCard = 'sao họ biết tên mình?';
/** Keeps every rule at that card. */
export const goodAtCard: Played = {
  kind: 'say',
  text: 'Tên và địa chỉ của bạn bị mua bán nhiều, nên ai cũng đọc được [p1]. Theo bạn, người đọc đúng tên mình thì đã chắc là công an chưa?',
};
/** Keeps every rule anywhere. */
export const goodAnywhere = 'Bạn lo là phải. Theo bạn, người gọi muốn mình làm gì ngay?';

/**
 * Starts such cities and ends them after each test; what the program asked of the model must have been right by its protocol. To be called inside
 * `describeDatabases`.
 */
export function tutorCities(context: DatabaseContext): {
  begun(play: Play, environment?: Record<string, string>, moderate?: Moderate): Promise<TutorCity>;
  /** Anna turned the tutor on and reads the first card of the lesson on calls. */
  reading(play: Play, environment?: Record<string, string>, moderate?: Moderate): Promise<TutorCity>;
} {
  const programs: TestApplication[] = [];
  const servers: ModelServer[] = [];
  afterEach(async () => {
    for (const program of programs.splice(0)) await program.stop();
    for (const server of servers.splice(0)) {
      await server.close();
      expect(server.violations).toEqual([]);
    }
  });

  async function begun(play: Play, environment: Record<string, string> = {}, moderate?: Moderate): Promise<TutorCity> {
    const server = await startModelServer(play, moderate);
    servers.push(server);
    const database = await context.database();
    const start = async (): Promise<TestApplication> => {
      const program = await testApplication(database, {
        OPENAI_API_KEY: 'test-key',
        OPENAI_BASE_URL: server.url,
        OPENAI_MODEL: 'scripted',
        OPENAI_PRICE_INPUT: '1',
        OPENAI_PRICE_OUTPUT: '4',
        ...environment,
      });
      programs.push(program);
      return program;
    };
    const application = await start();
    return {
      database,
      application,
      server,
      person: tutorPerson(application, 'anna'),
      async again(seconds = 0) {
        const program = await start();
        program.time.now = new Date(application.time.now.getTime() + seconds * 1000);
        return program;
      },
    };
  }

  async function reading(
    play: Play,
    environment: Record<string, string> = {},
    moderate?: Moderate,
  ): Promise<TutorCity> {
    const city = await begun(play, environment, moderate);
    await city.person.say('/ai bat');
    await city.person.say('lesson_cuoc-goi-gia-danh');
    await city.person.say('1');
    return city;
  }

  return { begun, reading };
}
