import { coursesByKeys } from '../catalogue/index.ts';
import type { ChoiceEvent } from './choice-id.ts';
import type { Answer, TurnContext } from './context.ts';
import {
  askReport,
  changeMark,
  courseByLink,
  courseGone,
  courseOfArgument,
  openCourse,
  report,
  sharePicture,
  showDetails,
  similar,
} from './flows/course.ts';
import { find } from './flows/find.ts';
import { chooseLanguage } from './flows/language.ts';
import { answerErase, askErase, exportData, profile, savedCourses } from './flows/profile.ts';
import { answerQuestion } from './flows/question.ts';
import { explain, recommend } from './flows/recommend.ts';
import { forgetFacts } from './flows/remembered.ts';
import { more, narrow, searchAt, searchField, searchPlainly, showAgain } from './flows/search.ts';
import { hello, help, say, smallTalk, topicChoices, unsupported } from './flows/small-talk.ts';
import type { Intent } from './intent.ts';

const distressTexts = {
  suicide: 'distress-suicide',
  violence: 'distress-violence',
  perhaps: 'distress-perhaps',
} as const;

/** Answers an intent. */
export function perform(context: TurnContext, intent: Intent): Answer | Promise<Answer> {
  switch (intent.kind) {
    case 'hello':
      return hello(context);
    case 'small_talk':
      return smallTalk(context, intent.talk);
    case 'distress':
      return say(context, context.t(distressTexts[intent.distress]));
    case 'course_question':
      return answerQuestion(context, intent);
    case 'list_again':
      return showAgain(context);
    case 'help':
      return help(context);
    case 'unknown_command':
      return say(context, context.t('chat-unknown-command', { command: intent.command }), topicChoices(context));
    case 'find':
      return find(context, intent.text);
    case 'more':
      return more(context);
    case 'numbered':
      return numbered(context, intent.number, intent.action);
    case 'course_link':
      return courseByLink(context, intent.courseId);
    case 'pressed':
      return pressed(context, intent.choice);
    case 'language':
      return chooseLanguage(context, intent.locale);
    case 'profile':
      return profile(context);
    case 'recommend':
      return recommend(context);
    case 'why':
      return explain(context);
    case 'saved':
      return savedCourses(context);
    case 'export':
      return exportData(context);
    case 'erase':
      return askErase(context);
    case 'erase_answer':
      return answerErase(context, intent.yes);
    case 'place':
      return searchAt(context, intent.ward);
    case 'unsupported':
      return unsupported(context, intent.what);
  }
}

/** "2", "lưu 1", "mở 3": a course of the last list. */
async function numbered(context: TurnContext, number: number, action: 'details' | 'save' | 'open'): Promise<Answer> {
  const shown = context.state.search?.shown ?? [];
  const key = shown.at(number < 0 ? -1 : number - 1);
  if (key === undefined || number === 0) {
    if (shown.length === 0) return say(context, context.t('chat-no-list-yet'), topicChoices(context));
    return say(context, context.t('chat-no-such-number', { count: shown.length }));
  }
  const course = (await coursesByKeys(context.tx, [key]))[0];
  if (course === undefined) return courseGone(context);
  if (action === 'save') return changeMark(context, course, 'save');
  return action === 'open' ? openCourse(context, course) : showDetails(context, course);
}

async function pressed(context: TurnContext, choice: ChoiceEvent): Promise<Answer> {
  const [first, second] = choice.args;
  switch (choice.action) {
    case 'more':
      return context.state.search?.serial.toString(36) === first ? more(context) : stale(context);
    case 'narrow':
      return narrow(context, first, second);
    case 'topic':
      return searchField(context, first);
    case 'language':
      return inPlaceOf(second === 'asked', chooseLanguage(context, first === 'en' ? 'en' : 'vi'));
    case 'saved':
      return savedCourses(context);
    case 'export':
      return exportData(context);
    case 'erase':
      return pressedErase(context, first, second);
    case 'keep':
      return inPlaceOf(true, answerErase(context, false));
    case 'help':
      return help(context);
    case 'list':
      return showAgain(context);
    case 'forget':
      return forgetFacts(context, first);
    case 'plain':
      return searchPlainly(context, first);
    default:
      return pressedOnCourse(context, choice);
  }
}

async function pressedOnCourse(context: TurnContext, choice: ChoiceEvent): Promise<Answer> {
  const course = await courseOfArgument(context, choice.args[0]);
  if (course === undefined) return courseGone(context);
  switch (choice.action) {
    case 'details':
      return showDetails(context, course);
    case 'open':
      return openCourse(context, course);
    case 'save':
    case 'dismiss':
      return changeMark(context, course, choice.action);
    case 'unsave':
    case 'undismiss':
      return inPlaceOf(true, await changeMark(context, course, choice.action));
    case 'similar':
      return similar(context, course);
    case 'picture':
      return sharePicture(context, course);
    case 'report':
      return askReport(context, course);
    case 'report_reason':
      return inPlaceOf(true, await report(context, course, choice.args[1]));
    default:
      return stale(context);
  }
}

/** The button that deletes everything works for the ten minutes of its question, not years later by mistake. */
function pressedErase(context: TurnContext, what: string | undefined, until: string | undefined): Answer {
  if (what !== 'yes') return askErase(context);
  const seconds = Number.parseInt(until ?? '', 36);
  return seconds * 1000 >= context.now.getTime() ? inPlaceOf(true, answerErase(context, true)) : askErase(context);
}

/** An answer that settles the very message whose choice was pressed takes its place, where the channel can edit. */
function inPlaceOf(isSettled: boolean, answer: Answer): Answer {
  if (!isSettled) return answer;
  return { ...answer, messages: answer.messages.map((message) => ({ ...message, inPlace: true as const })) };
}

function stale(context: TurnContext): Answer {
  return say(context, context.t('chat-stale'), topicChoices(context));
}
