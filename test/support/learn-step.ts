import { sql } from 'drizzle-orm';
import type { Database } from '../../src/database/index.ts';
import { askedIn, cityLessons, type LessonRun, standingOf } from '../../src/learning/index.ts';
import type { InboundContent } from '../../src/message/index.ts';
import type { TestApplication } from './application.ts';
import type { SeenReply } from './dialogue.ts';

const lessons = await cityLessons();

/** Steps after which a lesson that has no end is a fault. */
const mostSteps = 40;

/**
 * Goes through the lesson that the learner of the latest conversation has begun, and on the days after it through the next ones, with right
 * answers only. Returns what the last answer brought.
 */
export async function learnLessons(
  application: TestApplication,
  database: Database,
  count: number,
  send: (content: InboundContent, serial: string) => Promise<readonly SeenReply[]>,
): Promise<readonly SeenReply[]> {
  const { rows } = await database.db.execute<{ learner_id: string }>(
    sql`select learner_id from conversation order by updated_at desc, id desc limit 1`,
  );
  const learnerId = Number(rows[0]?.learner_id);
  const openRun = async (): Promise<LessonRun | undefined> =>
    (await standingOf(database.db, lessons, learnerId, application.time.now, 'Asia/Ho_Chi_Minh')).run;
  let replies: readonly SeenReply[] = [];
  for (let lesson = 0; lesson < count; lesson++) {
    if (lesson > 0) application.advance(86_400);
    replies = await send({ kind: 'text', text: '/bai' }, `${lesson}`);
    let run = await openRun();
    if (run === undefined) throw new Error('No lesson was begun.');
    for (let step = 0; run !== undefined; step++) {
      if (step > mostSteps) throw new Error('The lesson does not end.');
      replies = await send(answerTo(run, replies), `${lesson}.${step}`);
      run = await openRun();
    }
  }
  return replies;
}

/** The right answer where something is asked, else the first choice, which goes on. */
function answerTo(run: LessonRun, replies: readonly SeenReply[]): InboundContent {
  const question = askedIn(lessons, run)?.question;
  switch (question?.kind) {
    case 'number':
      return { kind: 'text', text: String(question.answer).replace('.', ',') };
    case 'short':
      return { kind: 'text', text: question.accept[0] ?? '' };
    default: {
      const at = question?.options.findIndex(({ isRight }) => isRight) ?? 0;
      const choice = replies.flatMap(({ choices }) => choices)[at];
      if (choice === undefined) throw new Error('Nothing can be chosen.');
      return { kind: 'choice', choice: choice.id };
    }
  }
}
