import { z } from 'zod';
import {
  type AccountLearner,
  holdLearner,
  learnersOf,
  longestName,
  mayTryCode,
  noteWrongCode,
  profileOf,
  readName,
} from '../../learners/index.ts';
import {
  type Cohort,
  cohortByCode,
  cohortById,
  cohortOfTeacher,
  joinCohort,
  membershipsOf,
  nameMember,
  readCohortCode,
} from '../../learning/index.ts';
import type { Choice } from '../../message/index.ts';
import { holdAccounts } from '../account-turn.ts';
import { type Answer, inPlace, type TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { givenName } from '../given-name.ts';
import { isRefusal, plainWords } from '../phrases.ts';
import { goesOn, memberName, teacherNames, trackTitle } from '../words/cohort.ts';
import { learnerInWords } from '../words/learner.ts';
import { askAccept } from './cohort-colleagues.ts';
import { showMembership } from './cohort-membership.ts';
import { stopped } from './cohort-open.ts';
import {
  allCohortsChoice,
  ask,
  keyOf,
  lessonChoices,
  nameOf,
  noSuchCohort,
  readKey,
  settled,
} from './cohort-standing.ts';
import { showCohort } from './cohort-teach.ts';

const joining = z.object({ cohort: z.number(), learner: z.number() });

/** The class of a code that was typed or came with a link. Wrong codes are counted, together with those that link accounts. */
export async function enterCode(context: TurnContext, argument: string): Promise<Answer> {
  const { tx, t, accountId, now, learner } = context;
  const code = readCohortCode(argument);
  if (code === undefined) return settled(context, t('cohort-code-form'), [allCohortsChoice(context)]);
  await holdAccounts(tx, [accountId]);
  if (!(await mayTryCode(tx, accountId, now))) return settled(context, t('cohort-too-often'));
  const cohort = await cohortByCode(tx, code);
  if (cohort === undefined) {
    const asked = await askAccept(context, code);
    if (asked !== undefined) return asked;
    await noteWrongCode(tx, accountId, now);
    return settled(context, t('cohort-code-wrong'));
  }
  const isOwn = (await cohortOfTeacher(tx, accountId, cohort.id)) !== undefined;
  if (isOwn && learner.relation === 'self') return showCohort(context, cohort, 0);
  if (!goesOn(cohort, context)) return settled(context, t('cohort-is-over', { name: nameOf(context, cohort) }));
  return askJoin(context, cohort);
}

/** Who runs the class, what they will see, and whether to join: for whom is a press of its own. */
async function askJoin(context: TurnContext, cohort: Cohort): Promise<Answer> {
  const { tx, t, accountId, learnerId, lessons, locale } = context;
  const inside = (await membershipsOf(tx, accountId)).filter((each) => each.cohort.id === cohort.id);
  const learners = await learnersOf(tx, accountId);
  const outside = learners
    .filter(({ id }) => !inside.some((each) => each.learnerId === id))
    .sort((a, b) => Number(b.id === learnerId) - Number(a.id === learnerId));
  const [first] = outside;
  const own = inside.find((each) => each.learnerId === learnerId) ?? inside[0];
  if (own !== undefined && (first === undefined || own.learnerId === learnerId)) return showMembership(context, own);
  if (first === undefined) return noSuchCohort(context);
  const self = outside.find(({ relation }) => relation === 'self');
  const isMinor = self !== undefined && (await profileOf(tx, self.id)).told.age_band === 'under_16';
  const text = [
    ...(context.first ? [t('cohort-join-hello')] : []),
    t('cohort-join-what', {
      name: nameOf(context, cohort),
      track: trackTitle(lessons, locale, cohort.track),
      lessons: lessons.track(cohort.track)?.lessons.length ?? 0,
      teacher: teacherNames(context.locale, cohort),
    }),
    t('cohort-join-sees', { teacher: teacherNames(context.locale, cohort) }),
    ...(isMinor ? [t('cohort-join-minor')] : []),
    t('cohort-join-leave'),
  ].join('\n\n');
  const choices = outside.map((learner) => agreeChoice(context, cohort, learner, isMinor));
  const no = context.offer('lopthoi', [], t('choice-cohort-no'));
  return ask(context, text, [...choices, no], 'cohort_join', { cohort: cohort.id, learner: first.id });
}

function agreeChoice(context: TurnContext, { id }: Cohort, learner: AccountLearner, isMinor: boolean): Choice {
  const { t } = context;
  const args = [keyOf(id), keyOf(learner.id)];
  if (learner.relation !== 'self')
    return context.offer('lopvao', args, t('choice-cohort-agree-for', { who: learnerInWords(t, learner) }));
  return context.offer('lopvao', args, t(isMinor ? 'choice-cohort-agree-minor' : 'choice-cohort-agree'));
}

/** The press that agrees: the learner is in, without a name until one is given. */
export async function pressedJoin(context: TurnContext, [id, learnerKey]: readonly string[]): Promise<Answer> {
  return inPlace(await join(context, readKey(id), readKey(learnerKey)));
}

async function join(context: TurnContext, cohortId: number, learnerId: number): Promise<Answer> {
  const { tx, t, accountId, now } = context;
  const learner = await holdLearner(tx, accountId, learnerId);
  if (learner === undefined) return settled(context, t('relatives-gone'));
  const cohort = await cohortById(tx, cohortId);
  if (cohort === undefined) return noSuchCohort(context);
  const name = nameOf(context, cohort);
  if (!goesOn(cohort, context)) return settled(context, t('cohort-is-over', { name }));
  const outcome = await joinCohort(tx, { cohort, learnerId, now });
  const teacher = teacherNames(context.locale, cohort);
  if (outcome.kind === 'removed') return settled(context, t('cohort-join-removed', { name, teacher }));
  if (outcome.kind === 'full') return settled(context, t('cohort-join-full', { name }));
  if (outcome.kind === 'already') return askJoin(context, cohort);
  return askMemberName(context, learner, { cohort, number: outcome.number }, 'cohort-joined');
}

interface Named {
  readonly cohort: Cohort;
  readonly number: number;
}

function askMemberName(
  context: TurnContext,
  learner: AccountLearner,
  { cohort, number }: Named,
  key: 'cohort-joined' | 'cohort-ask-name',
): Answer {
  const { t } = context;
  const args = [keyOf(cohort.id), keyOf(learner.id)];
  const known =
    learner.name === undefined ? [] : [context.offer('loplay', args, t('choice-cohort-show', { name: learner.name }))];
  const text = t(key, {
    name: nameOf(context, cohort),
    who: learnerInWords(t, learner),
    teacher: teacherNames(context.locale, cohort),
    shown: memberName(t, { name: undefined, number }),
  });
  const choices = [
    ...known,
    context.offer('lopan', args, t('choice-cohort-hide')),
    context.offer('loph', args, t('choice-cohort-mine')),
    ...lessonChoices(context, cohort, learner.id),
  ];
  return ask(context, text, choices, 'cohort_name', { cohort: cohort.id, learner: learner.id });
}

/** "Đổi tên hiện": asks for a name. */
export async function askName(context: TurnContext, [id, learnerKey]: readonly string[]): Promise<Answer> {
  const { tx, accountId } = context;
  const learner = await holdLearner(tx, accountId, readKey(learnerKey));
  const own = (await membershipsOf(tx, accountId)).find(
    (each) => each.cohort.id === readKey(id) && each.learnerId === learner?.id,
  );
  if (learner === undefined || own === undefined) return noSuchCohort(context);
  return askMemberName(context, learner, own, 'cohort-ask-name');
}

/** Shows the teacher a name, or hides it. Of who is under 16 only the given name is shown. */
async function setName(
  context: TurnContext,
  cohortId: number,
  learnerId: number,
  given: string | undefined,
): Promise<Answer> {
  const { tx, t, accountId, now } = context;
  const learner = await holdLearner(tx, accountId, learnerId);
  if (learner === undefined) return noSuchCohort(context);
  const isMinor = (await profileOf(tx, learnerId)).told.age_band === 'under_16';
  const name = given !== undefined && isMinor ? givenName(given) : given;
  if (!(await nameMember(tx, { cohortId, learnerId }, name, now))) return noSuchCohort(context);
  const mine = context.offer('loph', [keyOf(cohortId), keyOf(learnerId)], t('choice-cohort-mine'));
  if (name === undefined) return settled(context, t('cohort-name-hidden'), [mine]);
  return settled(context, t('cohort-name-shown', { name, isCut: name === given ? 'no' : 'yes' }), [mine]);
}

/** The name the person has for a relative, pressed. */
export async function showKnownName(context: TurnContext, [id, learnerKey]: readonly string[]): Promise<Answer> {
  const learner = await holdLearner(context.tx, context.accountId, readKey(learnerKey));
  if (learner === undefined) return noSuchCohort(context);
  return inPlace(await setName(context, readKey(id), learner.id, learner.name));
}

export async function hideName(context: TurnContext, [id, learnerKey]: readonly string[]): Promise<Answer> {
  return inPlace(await setName(context, readKey(id), readKey(learnerKey), undefined));
}

const yes =
  /^(?:co|dong y|vao|vao lop|tham gia|yes|y|ok|oke|okay|agree|join|u|uh|dung)(?: (?:a|nhe|nha|di|luon|lop|please))*$/;
/** Begins like something to find or to do: then it is no name. */
const isWish = /^(?:hoc|tim|muon|lop|khoa|day|bai|bai hoc|goi y|on tap|learn|find|course|lesson)(?: |$)/;

export const joiningQuestions: NonNullable<Feature['questions']> = {
  cohort_join: (context, text, data) => {
    const words = plainWords(text);
    const told = joining.safeParse(data);
    if (told.success && yes.test(words)) return join(context, told.data.cohort, told.data.learner);
    return isRefusal(words) ? stopped(context) : undefined;
  },
  cohort_name: (context, text, data) => {
    const words = plainWords(text);
    const told = joining.safeParse(data);
    if (!told.success || isWish.test(words)) return undefined;
    if (isRefusal(words)) return setName(context, told.data.cohort, told.data.learner, undefined);
    const name = readName(text);
    if (name !== undefined) return setName(context, told.data.cohort, told.data.learner, name);
    // The question stays: the next text is another try.
    return { ...settled(context, context.t('relatives-name-again', { most: longestName })), state: context.state };
  },
};
