import {
  type AssessmentFound,
  changesOf,
  type DomainFound,
  findingsOf,
  fittingLessons,
  type Lesson,
  missedItems,
  type SelfAssessment,
  type Sitting,
} from '../../learning/index.ts';
import type { Choice, OutboundMessage } from '../../message/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import { day, localDate } from '../words/format.ts';
import { forWhom } from '../words/learner.ts';
import { abilityInWords, levelInWords, titleIn } from '../words/self-assessment.ts';
import { singleLessonChoice } from './lesson-single.ts';
import { standing } from './lesson-start.ts';
import { searchPreferring } from './search.ts';
import { idOf, type OpenSitting } from './self-assessment-question.ts';
import { say, topicChoices } from './small-talk.ts';

const dayMilliseconds = 86_400_000;

/** Sittings closer together than this are not compared. */
const comparableDays = 7;

/** Lessons that are offered for the weakest domains. */
const lessonsOffered = 2;

/** Topics of the domain to begin with that are offered. */
const topicsOffered = 2;

/** Situations of one message: their reasons are read, not skimmed. */
const missedAtOnce = 3;

/** What a sitting told: the level of each domain and how sure it is, where to begin, and what has changed since the one before. */
export async function resultAnswer(context: TurnContext, open: OpenSitting): Promise<Answer> {
  const { t, locale } = context;
  const { assessment, sitting } = open;
  const found = findingsOf(assessment, sitting.answers);
  if (found.domains.length === 0) {
    return say(context, t('selftest-nothing'), [
      context.offer('st', ['new', assessment.id], t('choice-selftest-again')),
    ]);
  }
  const level = (of: Parameters<typeof levelInWords>[3]): string => levelInWords(t, locale, assessment, of);
  const lines = found.domains.map((each) =>
    t('selftest-line', { domain: titleIn(locale, each.domain), level: level(each) }),
  );
  const unasked = assessment.domains.filter(({ id }) => found.domains.every(({ domain }) => domain.id !== id));
  const { finished } = await standing(context);
  const lessons = fittingLessons(context.lessons, assessment, found.fromWeakest, { finished, most: lessonsOffered });
  const text = [
    [
      t('selftest-result', { title: titleIn(locale, assessment), count: sitting.answers.length }),
      ...lines,
      t('selftest-overall', { level: level(found.overall) }),
      ...(unasked.length === 0
        ? []
        : [t('selftest-unasked', { domains: unasked.map((domain) => titleIn(locale, domain)).join('; ') })]),
    ].join('\n'),
    [advice(context, assessment, found), ...(lessons.length === 0 ? [] : [t('selftest-lessons')])].join('\n'),
    ...changes(context, open),
    t('selftest-private', { kind: assessment.kind }),
  ];
  const message: OutboundMessage = {
    text: [forWhom(context, text.join('\n\n'))],
    choices: resultChoices(context, open, found, lessons),
    ...(context.capabilities.pictures === 'none' || context.presentation.isLight
      ? {}
      : {
          media: {
            type: 'picture',
            picture: { kind: 'self_assessment', sittingId: sitting.id, locale },
            alt: t('picture-selftest-alt', { facts: lines.join('\n') }),
          },
        }),
  };
  return { messages: [message], state: context.state };
}

/** The strongest domain and the one to begin with, and what its next level would be. */
function advice({ t, locale }: TurnContext, { levels }: SelfAssessment, found: AssessmentFound): string {
  const { strongest, weakest, isEven } = found;
  const can = strongest === undefined ? '' : abilityInWords(locale, strongest.domain, strongest.level);
  const next = weakest && Math.min(weakest.level + 1, levels.length - 1);
  return [
    ...(strongest === undefined || isEven
      ? [t('selftest-even')]
      : [t('selftest-strongest', { domain: titleIn(locale, strongest.domain), can })]),
    ...(weakest === undefined || next === undefined
      ? []
      : [
          t('selftest-begin', {
            domain: titleIn(locale, weakest.domain),
            next: abilityInWords(locale, weakest.domain, next),
          }),
        ]),
  ].join('\n');
}

/** What has changed since the last sitting that is long enough ago: said of a domain only where it is beyond the noise. */
function changes({ t, locale, timezone }: TurnContext, { assessment, sitting, all }: OpenSitting): readonly string[] {
  const before = comparable(all, sitting);
  const found = before && changesOf(assessment, before.answers, sitting.answers);
  if (before === undefined || found === undefined || found.domains.size === 0) return [];
  const lines = assessment.domains.flatMap((domain) => {
    const direction = found.domains.get(domain.id)?.direction;
    if (direction === undefined || direction === 'unclear') return [];
    return [t('selftest-change', { domain: titleIn(locale, domain), direction })];
  });
  const date = day(localDate(before.finishedAt ?? before.notedAt, timezone));
  return [
    [
      t('selftest-changes', { date, direction: found.overall.direction }),
      ...lines,
      t('selftest-changes-noise', { others: found.domains.size - lines.length }),
    ].join('\n'),
  ];
}

/** The newest finished sitting of the same assessment that ended a week or more before this one began. */
function comparable(all: readonly Sitting[], sitting: Sitting): Sitting | undefined {
  return all
    .filter(
      ({ assessment, finishedAt }) =>
        assessment === sitting.assessment &&
        finishedAt !== undefined &&
        sitting.startedAt.getTime() - finishedAt.getTime() >= comparableDays * dayMilliseconds,
    )
    .at(-1);
}

function resultChoices(
  context: TurnContext,
  { assessment, sitting }: OpenSitting,
  found: AssessmentFound,
  lessons: readonly Lesson[],
): Choice[] {
  const { t } = context;
  const missed = missedItems(assessment, sitting.answers).length;
  return [
    ...lessons.map((lesson) => singleLessonChoice(context, lesson)),
    ...learningChoices(context, assessment, found.weakest),
    ...(missed === 0
      ? []
      : [context.offer('st', ['wrong', idOf(sitting), '0'], t('choice-selftest-wrong', { count: missed }))]),
  ];
}

/** What there is to learn of the domain to begin with. */
function learningChoices(context: TurnContext, assessment: SelfAssessment, begin: DomainFound | undefined): Choice[] {
  if (begin === undefined) return [];
  const { id, topics } = begin.domain;
  return topics
    .slice(0, topicsOffered)
    .map((topic, place) =>
      context.offer('stt', [assessment.id, String(id), String(place)], context.t('choice-selftest-topic', { topic })),
    );
}

/** Courses about a topic of a domain, as if it had been typed. */
export async function pressedTopic(context: TurnContext, [id, domain, place]: readonly string[]): Promise<Answer> {
  const domains = context.selfAssessments.get(id ?? '')?.domains;
  const topic = domains?.find((each) => String(each.id) === domain)?.topics[Number(place)];
  if (topic === undefined) return say(context, context.t('chat-stale'), topicChoices(context));
  return searchPreferring(context, context.finder.understand(topic));
}

/** What was not answered right, some at a time: the situation, the answer given, the right one and why. */
export function missedAnswer(context: TurnContext, { assessment, sitting }: OpenSitting, from: number): Answer {
  const { t } = context;
  const missed = missedItems(assessment, sitting.answers);
  const shown = missed.slice(from, from + missedAtOnce);
  const blocks = shown.map(({ item, answer }) =>
    t('selftest-missed', {
      question: item.question,
      given: answer === null ? t('choice-selftest-unknown') : (item.options[answer]?.text ?? ''),
      right: item.options.find((option) => option.right)?.text ?? '',
      why: item.why,
    }),
  );
  const next = from + missedAtOnce;
  return say(context, [t('selftest-missed-title'), ...blocks].join('\n\n'), [
    ...(next < missed.length
      ? [
          context.offer(
            'st',
            ['wrong', idOf(sitting), String(next)],
            t('choice-selftest-wrong-more', { count: missed.length - next }),
          ),
        ]
      : []),
    context.offer('st', ['res', idOf(sitting)], t('choice-selftest-result')),
  ]);
}
