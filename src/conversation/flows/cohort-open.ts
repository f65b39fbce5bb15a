import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { learnersOf, readName } from '../../learners/index.ts';
import {
  type Cohort,
  cohortsOfTeacher,
  longestCohortName,
  mostOpenCohorts,
  newCohortCode,
  openCohort,
  shownCohortCode,
} from '../../learning/index.ts';
import type { OutboundMessage } from '../../message/index.ts';
import { fold } from '../../text/index.ts';
import { holdAccounts } from '../account-turn.ts';
import type { Answer, TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { isRefusal, plainWords } from '../phrases.ts';
import { teacherNames, trackTitle } from '../words/cohort.ts';
import {
  allCohortsChoice,
  ask,
  cohortChoice,
  keyOf,
  nameOf,
  ownTeacher,
  picturePart,
  settled,
} from './cohort-standing.ts';

const titled = z.object({ name: z.string() });
const tracked = z.object({ name: z.string(), track: z.string() });

/** The first question of opening a class: what it is called. */
export async function askTitle(context: TurnContext): Promise<Answer> {
  const { t, tx, accountId } = context;
  const open = (await cohortsOfTeacher(tx, accountId)).filter(({ closedAt }) => closedAt === undefined);
  if (open.length >= mostOpenCohorts)
    return settled(context, t('cohort-too-many', { most: mostOpenCohorts }), [allCohortsChoice(context)]);
  return ask(context, t('cohort-ask-title'), [stopChoice(context)], 'cohort_title', undefined);
}

const stopChoice = (context: TurnContext) => context.offer('lopthoi', [], context.t('choice-cohort-stop'));

/** Nothing is done; the question is over. */
export const stopped = (context: TurnContext): Answer => settled(context, context.t('cohort-stopped'));

function titleInWords(context: TurnContext, text: string): Answer {
  if (isRefusal(plainWords(text))) return stopped(context);
  const name = readName(text);
  return name === undefined ? nameAgain(context) : askTrack(context, name);
}

/** The question stays: the next text is another try. */
export const nameAgain = (context: TurnContext): Answer => ({
  ...settled(context, context.t('cohort-name-again', { most: longestCohortName }), [stopChoice(context)]),
  state: context.state,
});

function askTrack(context: TurnContext, name: string): Answer {
  const { t, lessons, locale } = context;
  const choices = lessons.tracks.map(({ id }, position) =>
    context.offer('loptr', [keyOf(position)], trackTitle(lessons, locale, id)),
  );
  return ask(context, t('cohort-ask-track', { name }), choices, 'cohort_track', { name });
}

/** The track, pressed; the name is with the question it answers. */
export function chooseTrack(context: TurnContext, [position]: readonly string[]): Answer | Promise<Answer> {
  const { question } = context.state;
  const told = titled.safeParse(question?.data);
  const track = context.lessons.tracks[Number.parseInt(position ?? '', 36)];
  const isAsked = question?.kind === 'cohort_track' || question?.kind === 'cohort_teacher';
  if (!isAsked || !told.success || track === undefined) return askTitle(context);
  return askTeacher(context, { name: told.data.name, track: track.id });
}

function trackInWords(context: TurnContext, text: string, data: unknown): Answer | Promise<Answer> | undefined {
  const words = plainWords(text);
  const told = titled.safeParse(data);
  if (!told.success) return undefined;
  if (isRefusal(words)) return stopped(context);
  const track = context.lessons.tracks.find(({ title, english }) =>
    [title, english].some((each) => fold(each) === words),
  );
  return track === undefined ? undefined : askTeacher(context, { name: told.data.name, track: track.id });
}

/** How learners see the person in the newest class they run. */
async function nameBefore(context: TurnContext): Promise<string | undefined> {
  const [newest] = await cohortsOfTeacher(context.tx, context.accountId);
  return newest && (await ownTeacher(context, newest))?.name;
}

/** Asks how learners see who runs it; who ran one before need not type it again. */
async function askTeacher(context: TurnContext, told: z.output<typeof tracked>): Promise<Answer> {
  const { t } = context;
  const before = await nameBefore(context);
  const choices = before === undefined ? [] : [context.offer('lopnhu', [], t('choice-cohort-same', { name: before }))];
  return ask(context, t('cohort-ask-teacher'), [...choices, stopChoice(context)], 'cohort_teacher', told);
}

/** "As before", pressed. */
export async function sameTeacher(context: TurnContext): Promise<Answer> {
  const { question } = context.state;
  const told = tracked.safeParse(question?.kind === 'cohort_teacher' ? question.data : undefined);
  const before = await nameBefore(context);
  return told.success && before !== undefined ? open(context, { ...told.data, teacher: before }) : askTitle(context);
}

function teacherInWords(context: TurnContext, text: string, data: unknown): Answer | Promise<Answer> {
  const told = tracked.safeParse(data);
  if (!told.success || isRefusal(plainWords(text))) return stopped(context);
  const teacher = readName(text);
  return teacher === undefined ? nameAgain(context) : open(context, { ...told.data, teacher });
}

/** Codes that were drawn already are drawn again; three in a row happen to nobody. */
const mostTries = 3;

async function open(
  context: TurnContext,
  told: { readonly name: string; readonly track: string; readonly teacher: string },
): Promise<Answer> {
  const { tx, accountId, now } = context;
  await holdAccounts(tx, [accountId]);
  const [self] = await learnersOf(tx, accountId);
  for (let tries = 0; self !== undefined && tries < mostTries; tries++) {
    const code = newCohortCode((below) => randomInt(below));
    const cohort = await openCohort(tx, { ...told, learnerId: self.id, code, now });
    if (cohort !== undefined) return invite(context, cohort, 'cohort-opened');
  }
  return settled(context, context.t('cohort-too-many', { most: mostOpenCohorts }), [allCohortsChoice(context)]);
}

/**
 * The code with what is done with it, and a message to pass on as it is, with links and a picture of the code. A channel on which each
 * message costs gets both as one.
 */
export function invite(context: TurnContext, cohort: Cohort, key: 'cohort-opened' | 'cohort-invite'): Answer {
  const { t, lessons, locale, links } = context;
  const code = shownCohortCode(cohort.code);
  const { web, telegram } = links.joinClass(cohort.code, locale);
  const words = { name: nameOf(context, cohort), track: trackTitle(lessons, locale, cohort.track) };
  const answer = settled(context, t(key, { ...words, code }), [
    cohortChoice(context, cohort),
    context.offer('lophan', [keyOf(cohort.id)], t('choice-cohort-end')),
  ]);
  const share = [
    t('cohort-share', { ...words, teacher: teacherNames(locale, cohort), code }),
    ...(telegram === undefined ? [] : [t('cohort-share-telegram', { link: telegram })]),
    ...(web === undefined ? [] : [t('cohort-share-web', { link: web })]),
  ].join('\n');
  const card: OutboundMessage = {
    text: [share],
    choices: [],
    ...picturePart(
      context,
      { kind: 'cohort_card', cohortId: cohort.id, locale },
      t('picture-class-alt', { ...words, code }),
    ),
  };
  return { ...answer, messages: [...answer.messages, card] };
}

export const openingQuestions: NonNullable<Feature['questions']> = {
  cohort_title: titleInWords,
  cohort_track: trackInWords,
  cohort_teacher: teacherInWords,
};
