import { tool } from 'langchain';
import { z } from 'zod';
import { learningRecordOf, progressOf, progressSince } from '../../learning/index.ts';
import { cityTime } from '../../time/index.ts';
import { findWorkshops } from '../../workshops/index.ts';
import { fenced } from '../fence.ts';
import type { OpenItem } from '../guards/r01-no-key.ts';
import { type Finds, namedAs } from './found.ts';
import { cardsFor, withoutKey } from './lesson-words.ts';
import type { TutorSources } from './sources.ts';

/** Who asks and what has been found for them. It reaches the functions beside the model, which never sees it: a model cannot ask for somebody else. */
export interface AgentContext {
  readonly learnerId: number;
  readonly lesson: string | undefined;
  readonly open: OpenItem | undefined;
  /** Codes of the wards where they said that they live. */
  readonly wards: readonly string[];
  readonly now: Date;
  readonly nonce: string;
  readonly system: string;
  readonly finds: Finds;
  /** How often the model may still be called for this answer, and what it has used. */
  readonly calls: Calls;
  /** Whether the learner still agrees. */
  readonly isAgreed: () => Promise<boolean>;
}

/** Calls of one answer, counted as they happen. */
export interface Calls {
  left: number;
  made: number;
  tokensIn: number;
  tokensOut: number;
  /** Calls that did not tell what they used. */
  unknown: number;
}

const mostFound = 5;
const longestQuery = 200;

/** The context of a call, as langchain hands it to a function. */
function contextOf(config: unknown): AgentContext {
  const context = (config as { readonly context?: AgentContext }).context;
  if (context === undefined) throw new Error('A function of the tutor was called without its context.');
  return context;
}

const query = z.object({
  query: z.string().min(1).max(longestQuery).describe('what the learner looks for, in their words'),
});

/** The functions a model may call. All only read. */
export function tutorFunctions(sources: TutorSources) {
  const { db, finder, lessons, timezone } = sources;
  const answer = (context: AgentContext, value: unknown): string =>
    fenced('tool', JSON.stringify(value), context.nonce);

  const searchCourses = tool(
    async ({ query: text }, config) => {
      const context = contextOf(config);
      const result = finder.search(finder.understand(text), { limit: mostFound, now: context.now });
      const courses = await finder.courses(
        db,
        (result.none ? result.near : result.hits).map(({ key }) => key).slice(0, mostFound),
      );
      return answer(context, {
        fits: !result.none,
        courses: courses.map((course) => ({
          mark: context.finds.course(course),
          title: namedAs(course),
          organisation: course.organisation,
          price_vnd: course.priceVnd ?? 'not told',
          starts_on: course.startsOn ?? 'not told',
          where: course.mode === 'online' ? 'online' : (course.address ?? 'not told'),
        })),
      });
    },
    { name: 'search_courses', description: 'Courses of the city that fit a wish, at most five.', schema: query },
  );

  const nearbyWorkshops = tool(
    async ({ query: text }, config) => {
      const context = contextOf(config);
      const { found } = await findWorkshops(db, { text, near: context.wards[0], now: context.now, limit: mostFound });
      return answer(context, {
        workshops: found.map(({ workshop, distanceKm }) => ({
          mark: context.finds.workshop(workshop),
          title: namedAs(workshop),
          starts_at: clockTime(workshop.startsAt, timezone),
          place: workshop.place ?? 'online',
          ...(distanceKm === undefined ? {} : { distance_km: Math.round(distanceKm) }),
          free_of_charge: true,
        })),
      });
    },
    {
      name: 'nearby_workshops',
      description: 'Coming workshops of the city about something, those near the learner first, at most five.',
      schema: query,
    },
  );

  const currentLesson = tool(
    async (_, config) => {
      const context = contextOf(config);
      const lesson = context.lesson === undefined ? undefined : lessons.lesson(context.lesson);
      if (lesson === undefined) return answer(context, { lesson: 'none is open' });
      return answer(context, {
        title: withoutKey(lesson.title, context.open),
        cards: cardsFor(lesson, context.open, context.finds),
      });
    },
    {
      name: 'current_lesson',
      description: 'The cards of the lesson that is open, without what would tell the answer to the open question.',
      schema: z.object({}),
    },
  );

  const ownProgress = tool(
    async (_, config) => {
      const context = contextOf(config);
      const record = await learningRecordOf(db, context.learnerId, { timezone, since: progressSince(context.now) });
      const { day: today } = cityTime(context.now, timezone);
      const { week, tracks, known, mastered, due } = progressOf(record, lessons, { now: context.now, today });
      return answer(context, {
        days_this_week: week.learnt,
        goal_days: week.goal,
        tracks: tracks.map(({ track, finished, missing }) => ({
          title: track.title,
          lessons_finished: finished,
          next: missing[0] === undefined ? 'none' : withoutKey(missing[0].title, context.open),
        })),
        questions_known: known,
        mastered,
        due_for_review: due,
      });
    },
    {
      name: 'my_progress',
      description: 'How far the learner who is asking has come: lessons, days, what is due for review.',
      schema: z.object({}),
    },
  );

  return [searchCourses, nearbyWorkshops, currentLesson, ownProgress];
}

function clockTime(moment: Date, timezone: string): string {
  const { day, minutes } = cityTime(moment, timezone);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${day} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
