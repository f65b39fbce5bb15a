import { coursesByKeys } from '../catalogue/index.ts';
import type { Locale } from '../message/index.ts';
import { distressOf, isQuestion } from '../tutor/index.ts';
import type { ChoiceEvent } from './choice-id.ts';
import { readCommand } from './commands.ts';
import { type Answer, inPlace, type TurnContext } from './context.ts';
import { featureCommands, featurePresses, featureQuestions } from './features.ts';
import { withPathChoice } from './flows/careers.ts';
import {
  changeMark,
  courseByLink,
  courseGone,
  courseOfArgument,
  openCourse,
  sharePicture,
  showDetails,
  similar,
} from './flows/course.ts';
import { answerDistress } from './flows/distress.ts';
import { find } from './flows/find.ts';
import { help } from './flows/help.ts';
import { chooseLanguage } from './flows/language.ts';
import { isAboutCourses } from './flows/lesson-ask.ts';
import { openPlace } from './flows/lesson-open.ts';
import { singleLesson } from './flows/lesson-single.ts';
import { isCaptionTyped, sendMedia } from './flows/media.ts';
import { notUnderstood } from './flows/not-understood.ts';
import { placesAt } from './flows/places.ts';
import { profile, savedCourses } from './flows/profile.ts';
import { answerQuestion } from './flows/question.ts';
import { explain, recommend } from './flows/recommend.ts';
import { forgetFacts } from './flows/remembered.ts';
import { askReport, report } from './flows/report.ts';
import { more, narrow, searchAt, searchField, searchPlainly, showAgain } from './flows/search.ts';
import { hello, say, smallTalk, topicChoices, unsupported } from './flows/small-talk.ts';
import { askModel } from './flows/tutor.ts';
import { tellAnswer } from './flows/tutor-answer.ts';
import { tellStaff } from './flows/with-staff.ts';
import { workshopByLink } from './flows/workshop.ts';
import type { Intent } from './intent.ts';
import { type Routed, route } from './router.ts';

/** Answers what was said or pressed: a running question has the first claim on a text, if the text answers it at all. */
export async function answer(context: TurnContext, content: Routed): Promise<Answer> {
  // Words under a picture that are a command, tell of danger, are for staff or are all that can be read here count as typed.
  if (content.kind === 'media' && content.caption !== undefined && (await isCaptionTyped(context, content)))
    return answer(context, { kind: 'text', text: content.caption });
  const { question, ...withoutQuestion } = context.state;
  const distress = content.kind === 'text' ? distressOf(content.text) : undefined;
  // Who talks with a person goes on doing so while it is not plain that anything is wrong.
  const isHeard = distress === undefined || (distress === 'perhaps' && context.state.withStaff !== undefined);
  const isAnswerable = content.kind === 'text' && !content.text.trimStart().startsWith('/') && isHeard;
  const isCommand = content.kind === 'text' && content.text.trimStart().startsWith('/');
  if (isCommand) return performAnd(leavesQuestion(content) ? { ...context, state: withoutQuestion } : context, content);
  if (!isAnswerable) return performAnd(context, content);
  if (question !== undefined && new Date(question.until) >= context.now) {
    const answered = featureQuestions.get(question.kind)?.(context, content.text, question.data);
    if (answered !== undefined) return understood(context, await answered);
  }
  const open = { ...context, state: withoutQuestion };
  if (open.state.withStaff === undefined || content.text.trim() === '' || readCommand(content.text) !== undefined)
    return performAnd(open, content);
  const toStaff = await tellStaff(open, content.text);
  if (toStaff !== undefined) return toStaff;
  const { withStaff: _closed, ...alone } = withoutQuestion;
  return performAnd({ ...context, state: alone }, content);
}

/** Who gives a command has left the question, but not who only turns something on or off, or asks something, on the way. */
const besideQuestion = new Set(['ai', 'hoi', 'ask', 'thongbao', 'announcements', 'nghiencuu', 'research', 'privacy']);

function leavesQuestion(content: Routed): boolean {
  const command = content.kind === 'text' ? readCommand(content.text) : undefined;
  return command?.kind !== 'command' || !besideQuestion.has(command.name);
}

/** Performs what a message asks for, and notes what follows from it for the next ones. */
async function performAnd(context: TurnContext, content: Routed): Promise<Answer> {
  const intent = route(content, context.state);
  const answered = understood(context, await perform(context, intent));
  // Who looks for courses again talks to the companion again; the case stays with staff.
  const isLooking = intent.kind === 'find' || answered.state.search !== context.state.search;
  if (answered.state.withStaff === undefined || !isLooking) return answered;
  const { withStaff: _left, ...state } = answered.state;
  return { ...answered, state };
}

/** A question that no course answers goes to the tutor with a model, where the person turned it on. */
async function findOrAsk(context: TurnContext, text: string): Promise<Answer> {
  const found = withPathChoice(context, await find(context, text, commandInWords), text);
  const isNothing = found.effects?.some((effect) => effect.kind === 'record_wish' && effect.results === 0) === true;
  if (!isNothing || !isQuestion(text) || isAboutCourses(text)) return found;
  return (await askModel(context, text, openPlace(context))) ?? found;
}

/** A command of a feature, said in words beside something else. */
function commandInWords(context: TurnContext, text: string): Answer | Promise<Answer> | undefined {
  const intent = readCommand(text);
  return intent?.kind === 'command' ? featureCommands.get(intent.name)?.(context, intent.argument) : undefined;
}

/** Misunderstandings are counted in a row: an answer that is none ends the row. */
function understood(context: TurnContext, answered: Answer): Answer {
  const { unclear, ...state } = answered.state;
  return unclear === undefined || unclear !== context.state.unclear ? answered : { ...answered, state };
}

/** Answers an intent. */
function perform(context: TurnContext, intent: Intent): Answer | Promise<Answer> {
  switch (intent.kind) {
    case 'hello':
      return hello(context);
    case 'small_talk':
      return smallTalk(context, intent.talk);
    case 'distress':
      return answerDistress(context, intent.distress);
    case 'course_question':
      return answerQuestion(context, intent);
    case 'list_again':
      return showAgain(context);
    case 'help':
      return help(context);
    case 'unknown_command':
      return notUnderstood(context, context.t('chat-unknown-command', { command: intent.command }));
    case 'find':
      return findOrAsk(context, intent.text);
    case 'more':
      return more(context);
    case 'numbered':
      return numbered(context, intent.number, intent.action);
    case 'course_link':
      return courseByLink(context, intent.courseId);
    case 'workshop_link':
      return workshopByLink(context, intent.workshopId);
    case 'lesson_link':
      return singleLesson(context, intent.lessonId);
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
    case 'command':
      return featureCommands.get(intent.name)?.(context, intent.argument) ?? help(context);
    case 'place':
      return placesAt(context, intent) ?? searchAt(context, intent.ward);
    case 'tutor':
      return tellAnswer(context, intent.question);
    case 'media':
      return sendMedia(context, intent);
    case 'unsupported':
      return unsupported(context, intent.what);
  }
}

/** Sets the language; a press on the question for it settles the question. */
function language(context: TurnContext, locale: Locale, asked: boolean): Answer {
  const chosen = chooseLanguage(context, locale);
  return asked ? inPlace(chosen) : chosen;
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
      return language(context, first === 'en' ? 'en' : 'vi', second === 'asked');
    case 'saved':
      return savedCourses(context);
    case 'profile':
      return profile(context);
    case 'feature':
      return featurePresses.get(first ?? '')?.(context, choice.args.slice(1)) ?? stale(context);
    case 'help':
      return help(context);
    case 'list':
      return showAgain(context);
    case 'forget':
      return forgetFacts(context, first, second);
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
      return inPlace(await changeMark(context, course, choice.action));
    case 'similar':
      return similar(context, course);
    case 'picture':
      return sharePicture(context, course);
    case 'report':
      return askReport(context, course);
    case 'report_reason':
      return inPlace(await report(context, course, choice.args[1]));
    default:
      return stale(context);
  }
}

function stale(context: TurnContext): Answer {
  return say(context, context.t('chat-stale'), topicChoices(context));
}
