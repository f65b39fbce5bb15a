import { type EvidenceFact, notebookOf, type RuleStanding } from '../../learning/index.ts';
import type { Choice } from '../../message/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { day, localDate } from '../words/format.ts';
import { ofWhom } from '../words/learner.ts';
import { criterionState, evidenceLine, ruleInWords } from '../words/notebook.ts';
import { say } from './small-talk.ts';

/** Evidence that is shown of a rule; the page has all of it. */
const mostShown = 3;

const inLanguage = ({ locale }: TurnContext, { title, english }: { title: string; english: string }): string =>
  locale === 'en' ? english : title;

/** `/sohoc`: what the learner did here, under each criterion; a criterion by its number says more. */
async function showNotebook(context: TurnContext): Promise<Answer> {
  const { t, offer, links, conversationId, now, locale } = context;
  const notebook = await notebookOf(context.tx, context.learnerId, context);
  if (notebook === undefined) return say(context, t('notebook-none'));
  const { criteria, standings } = notebook;
  const met = standings.filter(({ isMet }) => isMet).length;
  const lines = standings.map((standing, position) =>
    t('notebook-line', {
      number: position + 1,
      title: inLanguage(context, standing.criterion),
      state: criterionState(t, standing),
    }),
  );
  const text = [
    t('notebook-title', { title: inLanguage(context, criteria) }),
    ...(criteria.sample ? [t('notebook-sample')] : []),
    t('notebook-met', { met, of: standings.length }),
    ...lines,
    ...(context.presentation.isShort ? [] : [t('notebook-elsewhere')]),
  ].join('\n');
  const page = links.notebook(conversationId, now);
  return say(context, ofWhom(context, text), [
    ...standings.map((standing, position) =>
      offer(
        'so',
        [String(position)],
        t('choice-notebook-criterion', { title: inLanguage(context, standing.criterion) }),
      ),
    ),
    ...(page === undefined
      ? []
      : [offer('so', ['page'], t('choice-notebook-page'), { url: locale === 'en' ? `${page}?lang=en` : page })]),
  ]);
}

/** One criterion: what it asks, what counts for it, and how to go on. */
async function pressedCriterion(context: TurnContext, [position]: readonly string[]): Promise<Answer> {
  const { t, offer } = context;
  const standing = (await notebookOf(context.tx, context.learnerId, context))?.standings[Number(position)];
  if (standing === undefined) return showNotebook(context);
  const { criterion, rules, isMet } = standing;
  const text = [
    `${inLanguage(context, criterion)}: ${criterionState(t, standing)}`,
    ...(context.locale === 'vi' ? [criterion.about] : []),
    ...rules.flatMap((rule) => ruleLines(context, rule)),
    ...(isMet ? [] : [t('notebook-not-met')]),
  ].join('\n');
  const way = rules.find((rule) => !rule.isMet)?.rule.kind;
  return say(context, ofWhom(context, text), [
    ...(way === undefined ? [] : wayOn(context, way)),
    offer('so', [], t('choice-notebook-back')),
  ]);
}

function ruleLines(context: TurnContext, standing: RuleStanding): string[] {
  const { t, timezone } = context;
  const titled = standing.facts.filter(({ title }) => title !== '');
  const shown = titled.slice(0, mostShown);
  const more = titled.length - shown.length;
  return [
    ruleInWords(t, standing),
    ...shown.map((fact: EvidenceFact) => evidenceLine(t, fact, day(localDate(fact.at, timezone)))),
    ...(more > 0 ? [t('notebook-more', { count: more })] : []),
  ];
}

/** How to get what is missing, as a choice. */
function wayOn({ t, offer }: TurnContext, kind: EvidenceFact['kind']): Choice[] {
  switch (kind) {
    case 'workshop_attended':
      return [offer('wsl', ['all'], t('choice-workshops'))];
    case 'course_finished':
      return [offer('mine', ['0'], t('choice-notebook-courses'))];
    case 'certificate_earned':
      return [offer('certl', [], t('choice-track-certificates'))];
    case 'items_mastered':
      return [offer('rn', [], t('choice-progress-review'))];
    case 'selftest_taken':
      return [offer('tt', [], t('choice-notebook-selftest'))];
    default:
      return [offer('bai', [], t('choice-progress-lesson'))];
  }
}

/** The learner's notebook: evidence under the criteria of a learning citizen. */
export const notebookFeature: Feature = {
  commands: { sohoc: showNotebook, sohoctap: showNotebook, notebook: showNotebook },
  phrases: {
    'sổ học tập': 'sohoc',
    'so hoc tap': 'sohoc',
    'sổ học tập của tôi': 'sohoc',
    'sổ học tập của mình': 'sohoc',
    'công dân học tập': 'sohoc',
    'cong dan hoc tap': 'sohoc',
    'my notebook': 'sohoc',
    'learning notebook': 'sohoc',
  },
  presses: { so: (context, args) => (args[0] === undefined ? showNotebook(context) : pressedCriterion(context, args)) },
  help: ['help-sohoc'],
};
