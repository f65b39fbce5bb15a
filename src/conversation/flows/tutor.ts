import type { Choice } from '../../message/index.ts';
import { type AskedFrom, answerByRules, noteContentGap, redact } from '../../tutor/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { handOverChoice } from './hand-over.ts';
import { singleLessonChoice } from './lesson-single.ts';
import { say } from './small-talk.ts';

/** How long the question to what one would like to know waits. */
const questionMinutes = 30;

/** What the lessons say to a question; `withheld`: they say it, but it is the answer to what is being asked. */
export type Told =
  | { readonly kind: 'told'; readonly text: string; readonly choices: readonly Choice[] }
  | { readonly kind: 'withheld' };

/** Answers a question in the words of a lesson, or says that there are none and notes it for those who write lessons. */
export async function answerFromLessons(context: TurnContext, question: string, from: AskedFrom): Promise<Told> {
  const { t, passages, tx, now } = context;
  const answer = answerByRules(passages, question, from);
  switch (answer.kind) {
    case 'withheld':
      return answer;
    case 'quote': {
      const isHere = answer.lesson.id === from.lesson;
      const text = t('tutor-quote', { title: answer.lesson.title, quote: answer.quote });
      return { kind: 'told', text, choices: isHere ? [] : [singleLessonChoice(context, answer.lesson)] };
    }
    case 'unknown':
      await noteContentGap(tx, { question: redact(question).text, lesson: from.lesson, now });
      return {
        kind: 'told',
        text: t(from.lesson === undefined ? 'tutor-no-lesson' : 'tutor-not-here'),
        choices: [handOverChoice(context)],
      };
  }
}

/** `/hoi QUESTION`; without one it asks for it. */
async function ask(context: TurnContext, argument: string): Promise<Answer> {
  const question = argument.trim();
  if (question === '') {
    const until = new Date(context.now.getTime() + questionMinutes * 60_000).toISOString();
    const answer = say(context, context.t('tutor-ask'));
    return { ...answer, state: { ...context.state, question: { kind: 'tutor', until } } };
  }
  const told = await answerFromLessons(context, question, {});
  return told.kind === 'told' ? say(context, told.text, told.choices) : say(context, context.t('tutor-no-lesson'));
}

/** Questions to the tutor, in a lesson (`answerFromLessons`) and outside one. */
export const tutorFeature: Feature = {
  commands: { hoi: ask, ask },
  openings: { hỏi: 'hoi', hoi: 'hoi', ask: 'ask' },
  questions: { tutor: (context, text) => ask(context, text) },
  help: ['help-hoi'],
};
