import { courseById } from '../../src/catalogue/index.ts';
import type { Database } from '../../src/database/index.ts';
import { createFreshnessDesk, noteReport } from '../../src/freshness/index.ts';
import { closeSettledReports } from '../../src/inbox/index.ts';
import { findOrCreatePerson } from '../../src/learners/index.ts';
import type { TestApplication } from './application.ts';
import type { FreshnessStep } from './dialogue.ts';

const timezone = 'Asia/Ho_Chi_Minh';

/** An organisation says what became of a course, or others report it; the index follows, as it does within a second. */
export async function sayOfCourse(
  application: TestApplication,
  database: Database,
  step: FreshnessStep,
): Promise<void> {
  const { time, finder } = application;
  if ('decide' in step) {
    const desk = createFreshnessDesk({
      database,
      clock: () => time.now,
      timezone,
      onSettled: async (tx, ids, at) => void (await closeSettledReports(tx, ids, at)),
    });
    const outcome = await desk.decide({}, step.course, { kind: step.decide }, { via: 'link', linkId: 1 });
    if (!outcome.ok) throw new Error(`${step.course}: ${outcome.refusal}`);
  } else {
    const course = await courseById(database.db, step.reported);
    if (course === undefined) throw new Error(`There is no course ${step.reported}.`);
    for (let serial = 0; serial < step.people; serial++) {
      const { learnerId } = await findOrCreatePerson(database.db, 'web', `nguoi-bao-${serial}`);
      const report = { learnerId, courseKey: course.key, reason: 'gone', at: time.now, timezone };
      await database.transaction((tx) => noteReport(tx, report));
    }
  }
  await finder.refresh();
}
