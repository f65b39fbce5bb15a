import { coursesByKeys } from '../../catalogue/index.ts';
import { countMarks, markedCourses, recentTopics } from '../../discovery/index.ts';
import { exportLearnerData, factKinds } from '../../learners/index.ts';
import type { Choice, OutboundMessage } from '../../message/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import { factInWords } from '../words/facts.ts';
import { day, listing, localDate } from '../words/format.ts';
import { afterList, courseListMessage } from './course-list.ts';
import { forgetChoice } from './remembered.ts';
import { say } from './small-talk.ts';

/** How long "yes" and "no" belong to the question whether to delete everything. */
const eraseQuestionMinutes = 10;

/** Saved courses that one message shows. */
const savedShown = 8;

/** `/toi`: what is remembered, and what one can do about it. */
export async function profile(context: TurnContext): Promise<Answer> {
  const { t, tx, learnerId } = context;
  const topics = await recentTopics(tx, learnerId, 5);
  const marks = await countMarks(tx, learnerId);
  const facts = factLines(context);
  const lines: string[] = facts.map(({ line }) => line);
  if (topics.length > 0)
    lines.push(
      t('profile-wishes', {
        wishes: listing(
          context.locale,
          topics.map((w) => `“${w}”`),
        ),
      }),
    );
  if (marks.saved !== undefined) lines.push(t('profile-saved', { count: marks.saved }));
  if (marks.dismissed !== undefined) lines.push(t('profile-dismissed', { count: marks.dismissed }));
  const language = context.chosenLocale;
  if (lines.length === 0 && language === undefined) return say(context, t('profile-empty'));
  lines.push(language === undefined ? t('profile-language-followed') : t('profile-language', { language }));
  const text = [t('profile-title'), ...lines.map((line) => `• ${line}`), '', t('profile-why')].join('\n');
  return say(context, text, [
    ...facts.map(({ forget }) => forget),
    ...(marks.saved === undefined ? [] : [context.choice({ action: 'saved', args: [] }, t('choice-saved'))]),
    context.choice({ action: 'export', args: [] }, t('choice-export')),
    context.choice({ action: 'erase', args: ['ask'] }, t('choice-erase')),
  ]);
}

/** What the learner told, each with where it came from and a way to take it back. */
function factLines(context: TurnContext): { line: string; forget: Choice }[] {
  const { t, locale, profile } = context;
  return factKinds.flatMap((kind) => {
    const [fact, origin] = [factInWords(t, locale, profile.told, kind), profile.origins[kind]];
    if (fact === undefined || origin === undefined) return [];
    const { source, at } = origin;
    const line = t('profile-fact', { fact, source, date: day(localDate(at, context.timezone)) });
    return [{ line, forget: forgetChoice(context, kind, t('choice-forget', { fact })) }];
  });
}

/** The courses a learner saved, newest first. */
export async function savedCourses(context: TurnContext): Promise<Answer> {
  const { t, tx, learnerId } = context;
  const keys = await markedCourses(tx, learnerId, 'saved', savedShown);
  const courses = await coursesByKeys(tx, keys);
  if (courses.length === 0) return say(context, t('saved-empty'));
  const message = courseListMessage(
    context,
    t('saved-title'),
    courses.map((course) => ({ course, reasons: [] })),
  );
  return { messages: [message], state: afterList(context, courses) };
}

/** `/dulieu`: a short-lived link to everything held, as JSON. */
export async function exportData(context: TurnContext): Promise<Answer> {
  const { t, tx, learnerId } = context;
  const data = await exportLearnerData(tx, context.personalData, learnerId);
  const count = Object.values(data).reduce((sum, rows) => sum + rows.length, 0);
  const erase = context.choice({ action: 'erase', args: ['ask'] }, t('choice-erase'));
  const url = context.links.export(context.conversationId, context.now);
  if (url !== undefined) {
    return say(context, t('data-ready', { count }), [
      context.choice({ action: 'export', args: [] }, t('choice-export'), { url }),
      erase,
    ]);
  }
  if (!context.capabilities.files) return say(context, t('data-no-way', { count }), [erase]);
  const message: OutboundMessage = { text: [t('data-file', { count })], choices: [erase], file: 'export' };
  return { messages: [message], state: context.state };
}

/** `/xoa`: asks first; "yes" belongs to this question for ten minutes. */
export function askErase(context: TurnContext): Answer {
  const { t } = context;
  const until = new Date(context.now.getTime() + eraseQuestionMinutes * 60_000).toISOString();
  const answer = say(context, t('erase-ask'), [
    context.choice(
      { action: 'erase', args: ['yes', Math.floor(Date.parse(until) / 1000).toString(36)] },
      t('choice-erase-yes'),
    ),
    context.choice({ action: 'keep', args: [] }, t('choice-erase-no')),
  ]);
  return { ...answer, state: { ...context.state, question: { kind: 'erase', until } } };
}

/** The answer to the question: erases everything or nothing. */
export function answerErase(context: TurnContext, yes: boolean): Answer {
  const { question: _answered, ...state } = context.state;
  if (!yes) return { ...say(context, context.t('erase-kept')), state };
  return { ...say(context, context.t('erase-done')), state, effects: [{ kind: 'erase' }] };
}
