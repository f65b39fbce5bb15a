import { learnersOf } from '../../learners/index.ts';
import { type Cohort, cohortProgress, endMembership, memberByNumber, takeBackEnding } from '../../learning/index.ts';
import { allowedFromOf } from '../../outreach/index.ts';
import { type Answer, inPlace, type TurnContext } from '../context.ts';
import { memberName } from '../words/cohort.ts';
import { learnerInWords } from '../words/learner.ts';
import { cohortChoice, keyOf, nameOf, noSuchCohort, ownTeacher, readKey, settled } from './cohort-standing.ts';
import { membersOnPage } from './cohort-teach.ts';
import { tellChat } from './tell-chat.ts';

/** Whom to take out, of the learners on a page. */
export async function askRemove(context: TurnContext, cohort: Cohort, [page]: readonly string[]): Promise<Answer> {
  const { t, tx, lessons } = context;
  const track = lessons.track(cohort.track);
  if (track === undefined) return noSuchCohort(context);
  const { members } = await cohortProgress(tx, cohort, track, context);
  const from = readKey(page) * membersOnPage;
  const choices = members
    .slice(from, from + membersOnPage)
    .map((member) =>
      context.offer(
        'lopbo',
        [keyOf(cohort.id), keyOf(member.number)],
        t('choice-cohort-remove-who', { who: memberName(t, member) }),
      ),
    );
  return settled(context, t('cohort-remove-whom'), [...choices, cohortChoice(context, cohort)]);
}

/** Takes somebody out at once; they are told, and a press takes it back. */
export async function remove(context: TurnContext, cohort: Cohort, [number]: readonly string[]): Promise<Answer> {
  const { t, tx, now } = context;
  const member = await memberByNumber(tx, cohort.id, readKey(number));
  if (member === undefined) return noSuchCohort(context);
  const place = { cohortId: cohort.id, learnerId: member.learnerId };
  if (await endMembership(tx, place, 'removed', now)) await tell(context, cohort, member, 'cohort-removed-told');
  const who = memberName(t, { name: member.name, number: readKey(number) });
  return inPlace(
    settled(context, t('cohort-removed', { who, name: nameOf(context, cohort) }), [
      context.offer('lophoi', [keyOf(cohort.id), number ?? ''], t('choice-cohort-return', { who })),
      cohortChoice(context, cohort),
    ]),
  );
}

/** Takes a removal back; they are told as well. */
export async function takeBack(context: TurnContext, cohort: Cohort, [number]: readonly string[]): Promise<Answer> {
  const { t, tx, now } = context;
  const member = await memberByNumber(tx, cohort.id, readKey(number));
  if (member === undefined) return noSuchCohort(context);
  const place = { cohortId: cohort.id, learnerId: member.learnerId };
  if (await takeBackEnding(tx, place, 'removed', now)) await tell(context, cohort, member, 'cohort-returned-told');
  const who = memberName(t, { name: member.name, number: readKey(number) });
  return inPlace(
    settled(context, t('cohort-returned', { who, name: nameOf(context, cohort) }), [cohortChoice(context, cohort)]),
  );
}

/** Says it in the learner's own chat, by day. */
async function tell(
  context: TurnContext,
  cohort: Cohort,
  { accountId, learnerId }: { readonly accountId: number; readonly learnerId: number },
  key: 'cohort-removed-told' | 'cohort-returned-told',
): Promise<void> {
  const learner = (await learnersOf(context.tx, accountId)).find(({ id }) => id === learnerId);
  if (learner === undefined) return;
  const teacher = (await ownTeacher(context, cohort))?.name ?? '';
  const dueAt = allowedFromOf(context.quietHours, context.timezone)(context.now);
  await tellChat(context, { accountId, key, dueAt }, (t) => ({
    who: learnerInWords(t, learner),
    relation: learner.relation,
    name: nameOf(context, cohort),
    teacher,
  }));
}
