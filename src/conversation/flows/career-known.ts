import { namedConcept, type Occupation, skillName } from '../../discovery/index.ts';
import { joinedTold, type Told } from '../../learners/index.ts';
import { type Answer, type Effect, inPlace, type TurnContext } from '../context.ts';
import { knowing } from '../manner.ts';
import { showPath } from './career-path.ts';
import { knownConcepts } from './career-skills.ts';
import { find } from './find.ts';
import { optionList } from './option-list.ts';
import { say } from './small-talk.ts';

/** The skills of an occupation that are missing, each to be pressed by who has it. */
export async function askKnown(
  context: TurnContext,
  occupation: Occupation,
  page: string | undefined,
): Promise<Answer> {
  const { t, locale } = context;
  const known = await knownConcepts(context);
  const choices = occupation.skills.flatMap((skill, position) =>
    skill.concept === undefined || known.has(skill.concept)
      ? []
      : [context.offer('ngh', [occupation.id, String(position)], skillName(skill, locale))],
  );
  const message = optionList(context, {
    text: t('career-which-known'),
    choices,
    page: Number(page) || 0,
    toPage: (next) => context.offer('ngk', [occupation.id, String(next)], t('choice-other-values')),
    out: context.offer('ng', [occupation.id], t('choice-career-back')),
  });
  return { messages: [message], state: context.state };
}

/** "Tôi biết kỹ năng này rồi", pressed: noted, and the path again without it. */
export async function noteKnown(context: TurnContext, occupation: Occupation, position: number): Promise<Answer> {
  const skill = occupation.skills[position];
  if (skill?.concept === undefined) return showPath(context, occupation);
  return knows(context, { concept: skill.concept, label: skillName(skill, context.locale) }, occupation, 'chosen');
}

/** "Em biết may rồi", typed: noted; what is no skill is something to find. */
export function sayKnown(context: TurnContext, what: string): Promise<Answer> {
  const skill = namedConcept(what);
  if (skill === undefined) return find(context, context.t('career-known-said', { what }), () => undefined);
  const occupation = context.finder.occupations.byId(context.state.career?.occupation ?? '');
  return knows(context, { concept: skill.id, label: skill.label }, occupation, 'said');
}

async function knows(
  context: TurnContext,
  skill: { readonly concept: string; readonly label: string },
  occupation: Occupation | undefined,
  source: 'said' | 'chosen',
): Promise<Answer> {
  const told: Told = joinedTold(context.profile.told, { skills: [skill] });
  const knower = knowing(context, { ...context.profile.told, ...told });
  const text = knower.t('career-known-noted', { skill: skill.label });
  const undo = knower.offer('ngu', [skill.concept], knower.t('choice-undo'));
  const effect: Effect = { kind: 'note_facts', told, source };
  const answer =
    occupation === undefined
      ? say(knower, text, [undo, knower.offer('ngo', [], knower.t('choice-career'))])
      : await showPath(knower, occupation, { note: { text, undo } });
  return { ...answer, effects: [...(answer.effects ?? []), effect] };
}

/** Takes back that the learner has a skill. */
export async function forgetKnown(context: TurnContext, concept: string): Promise<Answer> {
  const { skills = [], ...rest } = context.profile.told;
  const gone = skills.find((skill) => skill.concept === concept);
  if (gone === undefined) return say(context, context.t('remember-forgotten-before'));
  const left = skills.filter((skill) => skill !== gone);
  const told: Told = left.length === 0 ? rest : { ...rest, skills: left };
  const effect: Effect =
    left.length === 0
      ? { kind: 'forget_facts', kinds: ['skills'] }
      : { kind: 'note_facts', told: { skills: left }, source: 'chosen' };
  const answer = say(context, context.t('career-known-forgotten', { skill: gone.label }));
  const occupation = context.finder.occupations.byId(context.state.career?.occupation ?? '');
  const shown = occupation === undefined ? undefined : await showPath(knowing(context, told), occupation);
  return {
    messages: [...inPlace(answer).messages, ...(shown?.messages ?? [])],
    state: shown?.state ?? context.state,
    effects: [...(shown?.effects ?? []), effect],
  };
}
