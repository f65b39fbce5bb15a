import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { learnersOf, readName } from '../../learners/index.ts';
import {
  acceptInvitation,
  accountsOfCohort,
  type Cohort,
  cohortById,
  cohortOfInvitation,
  endTeaching,
  inviteTeacher,
  mostOpenCohorts,
  mostTeachers,
  newCohortCode,
  shownCohortCode,
  type Teacher,
  takeBackTeachingEnd,
} from '../../learning/index.ts';
import { allowedFromOf } from '../../outreach/index.ts';
import { holdAccounts } from '../account-turn.ts';
import { type Answer, inPlace, type TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { isRefusal, plainWords } from '../phrases.ts';
import { goesOn, teacherNames, trackTitle } from '../words/cohort.ts';
import { nameAgain, stopped } from './cohort-open.ts';
import {
  allCohortsChoice,
  ask,
  cohortChoice,
  keyOf,
  nameOf,
  noSuchCohort,
  ownTeacher,
  readKey,
  settled,
} from './cohort-standing.ts';
import { showCohort } from './cohort-teach.ts';
import { type Told, tellChats } from './tell-chat.ts';

/** How long an invitation to run a class is good. */
const invitationDays = 3;
const dayMilliseconds = 86_400_000;

/** Who runs a class, and how that is changed: another one invited, taken out, or left to the others. */
export async function showColleagues(context: TurnContext, cohort: Cohort): Promise<Answer> {
  const { t, locale } = context;
  const own = await ownTeacher(context, cohort);
  const others = cohort.teachers.filter((each) => each !== own);
  const isFirst = own !== undefined && cohort.teachers[0] === own;
  const name = nameOf(context, cohort);
  const text = [
    t('cohort-run-by', { name, teacher: teacherNames(locale, cohort) }),
    t(others.length === 0 ? 'cohort-colleague-none' : 'cohort-colleague-what'),
  ].join('\n\n');
  return settled(context, text, [
    ...(cohort.teachers.length < mostTeachers
      ? [context.offer('lopgiao', [keyOf(cohort.id)], t('choice-cohort-colleague-invite'))]
      : []),
    ...(isFirst ? others.map((other) => removeChoice(context, cohort, other)) : []),
    ...(others.length === 0 ? [] : [context.offer('lopthoip', [keyOf(cohort.id)], t('choice-cohort-hand-over'))]),
    cohortChoice(context, cohort),
  ]);
}

const removeChoice = (context: TurnContext, { id }: Cohort, { learnerId, name }: Teacher) =>
  context.offer('lopbop', [keyOf(id), keyOf(learnerId)], context.t('choice-cohort-colleague-remove', { who: name }));

/** Codes that were drawn already are drawn again; three in a row happen to nobody. */
const mostTries = 3;

/** A code with which one person comes to run the class as well, and a message to pass on to them. */
export async function inviteColleague(context: TurnContext, cohort: Cohort): Promise<Answer> {
  const { t, tx, now, locale, links, lessons } = context;
  if (cohort.teachers.length >= mostTeachers)
    return settled(context, t('cohort-colleague-full', { most: mostTeachers }), [cohortChoice(context, cohort)]);
  const expiresAt = new Date(now.getTime() + invitationDays * dayMilliseconds);
  for (let tries = 0; tries < mostTries; tries++) {
    const code = newCohortCode((below) => randomInt(below));
    if (!(await inviteTeacher(tx, { cohortId: cohort.id, code, expiresAt }))) continue;
    const shown = shownCohortCode(code);
    const { web, telegram } = links.joinClass(code, locale);
    const name = nameOf(context, cohort);
    const answer = settled(context, t('cohort-colleague-invite', { name, code: shown, days: invitationDays }), [
      cohortChoice(context, cohort),
    ]);
    const share = [
      t('cohort-colleague-share', {
        name,
        teacher: (await ownTeacher(context, cohort))?.name ?? '',
        track: trackTitle(lessons, locale, cohort.track),
        code: shown,
      }),
      ...(telegram === undefined ? [] : [t('cohort-share-telegram', { link: telegram })]),
      ...(web === undefined ? [] : [t('cohort-share-web', { link: web })]),
    ].join('\n');
    return { ...answer, messages: [...answer.messages, { text: [share], choices: [] }] };
  }
  throw new Error('No code for an invitation was free.');
}

const accepting = z.object({ code: z.string() });

/** What running the class means, to somebody with the code for it; a name is how they agree. Undefined when the code invites to nothing. */
export async function askAccept(context: TurnContext, code: string): Promise<Answer | undefined> {
  const { t, tx, now, locale, lessons } = context;
  const cohort = await cohortOfInvitation(tx, code, now);
  if (cohort === undefined) return undefined;
  if ((await ownTeacher(context, cohort)) !== undefined) return showColleagues(context, cohort);
  if (!goesOn(cohort, context)) return settled(context, t('cohort-is-over', { name: nameOf(context, cohort) }));
  const text = [
    ...(context.first ? [t('cohort-join-hello')] : []),
    t('cohort-colleague-ask', {
      name: nameOf(context, cohort),
      teacher: teacherNames(locale, cohort),
      track: trackTitle(lessons, locale, cohort.track),
      members: cohort.members,
    }),
  ].join('\n\n');
  return ask(context, text, [context.offer('lopthoi', [], t('choice-cohort-colleague-no'))], 'cohort_accept', { code });
}

async function accept(context: TurnContext, code: string, teacher: string): Promise<Answer> {
  const { t, tx, accountId, now } = context;
  await holdAccounts(tx, [accountId]);
  const [self] = await learnersOf(tx, accountId);
  const invited = await cohortOfInvitation(tx, code, now);
  if (self === undefined || invited === undefined || !goesOn(invited, context))
    return settled(context, t('cohort-colleague-gone'), [allCohortsChoice(context)]);
  const others = await accountsOfCohort(tx, invited.id);
  const outcome = await acceptInvitation(tx, { code, learnerId: self.id, name: teacher, now });
  const name = nameOf(context, invited);
  switch (outcome) {
    case 'gone':
      return settled(context, t('cohort-colleague-gone'), [allCohortsChoice(context)]);
    case 'full':
      return settled(context, t('cohort-colleague-full', { most: mostTeachers }));
    case 'too_many':
      return settled(context, t('cohort-too-many', { most: mostOpenCohorts }), [allCohortsChoice(context)]);
    case 'already':
      return showColleagues(context, invited);
    case 'accepted': {
      const cohort = (await cohortById(tx, invited.id)) ?? invited;
      await tell(context, cohort, others.teachers, 'cohort-colleague-joined-told', teacher);
      const learners = others.learners.filter((each) => each !== accountId);
      await tell(context, cohort, learners, 'cohort-colleague-learners-told', teacher);
      return settled(context, t('cohort-colleague-accepted', { name }), [
        cohortChoice(context, cohort),
        context.offer('lopcung', [keyOf(cohort.id)], t('choice-cohort-colleagues')),
      ]);
    }
  }
}

/** Leaves a class to the others who run it, at once; they are told, and a press takes it back. */
export async function handOver(context: TurnContext, cohort: Cohort): Promise<Answer> {
  const { t, tx, accountId, now } = context;
  const own = await ownTeacher(context, cohort);
  if (own === undefined) return noSuchCohort(context);
  const place = { cohortId: cohort.id, learnerId: own.learnerId };
  if (!(await endTeaching(tx, place, 'left', now))) return showColleagues(context, cohort);
  const { teachers } = await accountsOfCohort(tx, cohort.id);
  await tell(
    context,
    cohort,
    teachers.filter((each) => each !== accountId),
    'cohort-colleague-left-told',
    own.name,
  );
  const back = context.offer('lopvep', [keyOf(cohort.id)], t('choice-cohort-hand-back'));
  const rest = { ...cohort, teachers: cohort.teachers.filter((each) => each !== own) };
  const text = t('cohort-handed-over', {
    name: nameOf(context, cohort),
    teacher: teacherNames(context.locale, rest),
  });
  return inPlace(settled(context, text, [back, allCohortsChoice(context)]));
}

/** Takes leaving a class to the others back. */
export async function comeBackToTeach(context: TurnContext, [id]: readonly string[]): Promise<Answer> {
  const { tx, accountId, now } = context;
  const cohortId = readKey(id);
  const before = await accountsOfCohort(tx, cohortId);
  const [self] = await learnersOf(tx, accountId);
  if (self === undefined || !(await takeBackTeachingEnd(tx, { cohortId, learnerId: self.id }, 'left', now)))
    return noSuchCohort(context);
  const cohort = await cohortById(tx, cohortId);
  const own = cohort && (await ownTeacher(context, cohort));
  if (cohort === undefined || own === undefined) return noSuchCohort(context);
  await tell(context, cohort, before.teachers, 'cohort-colleague-joined-told', own.name);
  return showCohort(context, cohort, 0);
}

/** Has another one no longer run the class; only the first of those who do may. They are told, and a press takes it back. */
export async function removeColleague(
  context: TurnContext,
  cohort: Cohort,
  [learnerKey]: readonly string[],
): Promise<Answer> {
  const { t, tx, now } = context;
  const own = await ownTeacher(context, cohort);
  const other = cohort.teachers.find(({ learnerId }) => learnerId === readKey(learnerKey));
  if (own === undefined || cohort.teachers[0] !== own || other === undefined || other === own)
    return showColleagues(context, cohort);
  const accounts = (await accountsOfCohort(tx, cohort.id)).teachers;
  await endTeaching(tx, { cohortId: cohort.id, learnerId: other.learnerId }, 'removed', now);
  const left = (await accountsOfCohort(tx, cohort.id)).teachers;
  const gone = accounts.filter((each) => !left.includes(each));
  await tell(context, cohort, gone, 'cohort-colleague-removed-told', own.name);
  const back = context.offer(
    'lopnhanp',
    [keyOf(cohort.id), learnerKey ?? ''],
    t('choice-cohort-return', { who: other.name }),
  );
  return inPlace(
    settled(context, t('cohort-colleague-removed', { who: other.name, name: nameOf(context, cohort) }), [
      back,
      cohortChoice(context, cohort),
    ]),
  );
}

/** Takes having somebody no longer run a class back; they are told as well. */
export async function returnColleague(
  context: TurnContext,
  cohort: Cohort,
  [learnerKey]: readonly string[],
): Promise<Answer> {
  const { tx, now } = context;
  const own = await ownTeacher(context, cohort);
  if (own === undefined || cohort.teachers[0] !== own) return showColleagues(context, cohort);
  const before = (await accountsOfCohort(tx, cohort.id)).teachers;
  const place = { cohortId: cohort.id, learnerId: readKey(learnerKey) };
  if (await takeBackTeachingEnd(tx, place, 'removed', now)) {
    const { teachers } = await accountsOfCohort(tx, cohort.id);
    const returned = teachers.filter((each) => !before.includes(each));
    await tell(context, cohort, returned, 'cohort-colleague-returned-told', own.name);
  }
  return inPlace(await showColleagues(context, (await cohortById(tx, cohort.id)) ?? cohort));
}

/** Says it in the chats of accounts, by day. @param who as learners see them */
async function tell(
  context: TurnContext,
  cohort: Cohort,
  accountIds: readonly number[],
  key: Told,
  who: string,
): Promise<void> {
  const dueAt = allowedFromOf(context.quietHours, context.timezone)(context.now);
  await tellChats(context, { accountIds, key, dueAt }, { who, name: nameOf(context, cohort) });
}

export const colleagueQuestions: NonNullable<Feature['questions']> = {
  cohort_accept: (context, text, data) => {
    const told = accepting.safeParse(data);
    if (!told.success) return undefined;
    if (isRefusal(plainWords(text))) return stopped(context);
    const name = readName(text);
    return name === undefined ? nameAgain(context) : accept(context, told.data.code, name);
  },
};
