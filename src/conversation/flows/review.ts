import { z } from 'zod';
import {
  type Asking,
  asksVariant,
  freshAsking,
  type Given,
  grade,
  type Item,
  mostDue,
  type Standing,
} from '../../learning/index.ts';
import type { Choice, OutboundMessage } from '../../message/index.ts';
import { cityTime, daysAfter } from '../../time/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import { dateInWords } from '../words/workshop-time.ts';
import { disagree, disagreementIn, stillComparing } from './disagree.ts';
import { type Answered, type AskedItem, compared, hint, judge } from './lesson-answer.ts';
import { asideIn, ask, isLookingElsewhere, optionTyped } from './lesson-ask.ts';
import { personChoices } from './lesson-help.ts';
import { forLearner, goodAnswer } from './lesson-show.ts';
import { standing } from './lesson-start.ts';
import { sameOrOther } from './lesson-typed.ts';
import { say } from './small-talk.ts';

/** How long a typed answer belongs to the item asked. */
const openHours = 24;

/**
 * A sitting asks what is due, oldest first, and at most `mostDue` items. What is due stands in the database, so that a sitting that is left
 * needs nothing to be taken up again; only how far the item at hand has gone is remembered with the question.
 */
interface Sitting {
  readonly item: string;
  readonly asking: Asking;
  /** Items answered before this one. */
  readonly done: number;
}

const sittingData = z.object({
  item: z.string(),
  asking: z.custom<Asking>((value) => typeof value === 'object'),
  done: z.number(),
});

/** `/on`: what is due to be asked again. */
export async function review(context: TurnContext): Promise<Answer> {
  return nextDue(context, await standing(context), '', 0, []);
}

/** The oldest item that is due, or what there is instead. @param without items answered in this very turn */
function nextDue(
  context: TurnContext,
  at: Standing,
  said: string,
  done: number,
  without: readonly string[],
  choices: readonly Choice[] = [],
): Answer {
  const { t } = context;
  const left = at.due.filter(({ item }) => !without.includes(item));
  const [due] = left;
  const count = at.dueCount - (at.due.length - left.length);
  if (due === undefined || done >= mostDue) return sittingOver(context, at, { said, done, count, choices });
  const above =
    done === 0 && said === '' ? t('review-begin', { count }) : [said, t('review-left', { count })].join('\n\n');
  return showItem(context, { item: due.item, asking: freshAsking(asksVariant(due.reviews)), done }, above, choices);
}

function sittingOver(
  context: TurnContext,
  at: Standing,
  { said, done, count, choices }: { said: string; done: number; count: number; choices: readonly Choice[] },
): Answer {
  const { t, offer } = context;
  const lines = [
    said,
    done > 0 ? t('review-done', { count: done }) : '',
    count > 0
      ? t('review-more', { count })
      : at.nextDueAt === undefined && done === 0
        ? t('review-nothing-yet')
        : nextInWords(context, at, done),
  ];
  const answer = say(context, forLearner(context, lines.filter((line) => line !== '').join('\n\n')), [
    ...(count > 0 ? [offer('rn', [], t('choice-review', { count }))] : []),
    offer('bai', [], t('choice-lesson')),
    ...choices,
  ]);
  const { question: _over, ...state } = context.state;
  return { ...answer, state };
}

/** When the next one is due: after a sitting the ones just answered are due tomorrow at the earliest. */
function nextInWords({ t, now, timezone }: TurnContext, { nextDueAt }: Standing, done: number): string {
  const today = cityTime(now, timezone).day;
  const day = nextDueAt === undefined ? undefined : cityTime(nextDueAt, timezone).day;
  if (done > 0 && (day === undefined || day > daysAfter(today, 1))) return t('review-next-soon');
  const date = day === undefined || day === daysAfter(today, 1) ? t('workshop-tomorrow') : dateInWords(t, day, today);
  return t('review-next', { date });
}

function showItem(context: TurnContext, sitting: Sitting, above: string, choices: readonly Choice[] = []): Answer {
  const { t, lessons, now, state, capabilities } = context;
  const found = lessons.item(sitting.item);
  if (found === undefined)
    return say(context, t('lesson-question-gone'), [context.offer('rn', [], t('choice-lesson-next'))]);
  const { item } = found;
  const { asking } = sitting;
  const press = (verb: string, label: string, argument?: string): Choice =>
    context.offer(
      'rv',
      [verb, sitting.item, String(sitting.done), ...(argument === undefined ? [] : [argument])],
      label,
    );
  const message = asking.toCompare === undefined ? question() : comparison();
  const data: Sitting = sitting;
  const until = new Date(now.getTime() + openHours * 3_600_000).toISOString();
  return {
    messages: [{ ...message, choices: [...message.choices, ...choices] }],
    state: { ...state, question: { kind: 'review', until, data } },
  };

  function question(): OutboundMessage {
    const asked = asking.isVariant ? item.variant : item.question;
    const shown = ask(context, asked, (at, label) => press('o', label, String(at)));
    const hasHint = asked.kind === 'choice' || capabilities.choices === 'buttons';
    const how = asked.kind === 'choice' ? '' : `\n${t('lesson-type')}`;
    return {
      text: [forLearner(context, `${above}\n\n${shown.text}${how}`)],
      choices: [...shown.choices, ...(hasHint ? [press('h', t('choice-lesson-hint'))] : [])],
    };
  }

  function comparison(): OutboundMessage {
    return {
      text: [forLearner(context, t('lesson-compare', { answer: goodAnswer(item, asking.isVariant) }))],
      choices: [press('s', t('choice-lesson-same'), 'y'), press('s', t('choice-lesson-other'), 'n')],
    };
  }
}

/** The sitting that runs in this conversation. */
function running({ state, now }: TurnContext): Sitting | undefined {
  const { question } = state;
  if (question?.kind !== 'review' || new Date(question.until) < now) return undefined;
  return sittingData.safeParse(question.data).data;
}

/** A choice below an item. One that was answered meanwhile leads on. */
export async function pressedReview(context: TurnContext, args: readonly string[]): Promise<Answer> {
  const [verb, id = '', done, argument] = args;
  const at = await standing(context);
  const open = running(context);
  const due = at.due.find(({ item }) => item === id);
  const item = context.lessons.item(id)?.item;
  const isOpen = open?.item === id && String(open.done) === done;
  if (item === undefined || (!isOpen && due === undefined))
    return nextDue(context, at, context.t('review-over'), 0, []);
  const sitting: Sitting = isOpen
    ? open
    : { item: id, asking: freshAsking(asksVariant(due?.reviews ?? 0)), done: Number(done) };
  if (verb === 'o') return given(context, at, sitting, item, { option: Number(argument) });
  if (verb === 's' && sitting.asking.toCompare !== undefined)
    return after(context, at, sitting, await compared(context, asked(sitting, item), argument === 'y'));
  if (verb === 'h') return after(context, at, sitting, await hint(context, asked(sitting, item)));
  return showItem(context, sitting, '');
}

const asked = ({ asking }: Sitting, item: Item): AskedItem => ({ item, asking, place: 'review' });

async function given(context: TurnContext, at: Standing, sitting: Sitting, item: Item, answer: Given): Promise<Answer> {
  const { toCompare: _changed, ...asking } = sitting.asking;
  return after(context, at, sitting, await judge(context, { item, asking, place: 'review' }, answer));
}

/** The item again, or the next one. */
async function after(
  context: TurnContext,
  at: Standing,
  sitting: Sitting,
  { text, asking, isStuck, choices = [] }: Answered,
): Promise<Answer> {
  if (asking !== undefined) return showItem(context, { ...sitting, asking }, text, choices);
  const lesson = context.lessons.item(sitting.item)?.lesson;
  const help = isStuck && lesson !== undefined ? await personChoices(context, lesson) : [];
  const said = help.length === 0 ? text : `${text}\n${context.t('lesson-person')}`;
  return nextDue(context, at, said, sitting.done + 1, [sitting.item], [...help, ...choices]);
}

/** A text while an item of a review waits. */
export function answerReview(context: TurnContext, text: string, data: unknown): Promise<Answer> | undefined {
  const sitting = sittingData.safeParse(data).data;
  const item = context.lessons.item(sitting?.item ?? '')?.item;
  if (sitting === undefined || item === undefined) return undefined;
  const aside = asideIn(text);
  if (aside === 'later') {
    const { question: _over, ...state } = context.state;
    return Promise.resolve({ ...say(context, context.t('review-later-said')), state });
  }
  const doubt = disagreementIn(text);
  const asks = sitting.asking.isVariant ? item.variant : item.question;
  if (doubt === 'about_grade' || (doubt !== undefined && grade(asks, { text }).kind === 'unsure'))
    return sitting.asking.toCompare === undefined
      ? disagree(context).then((said) => showItem(context, sitting, said))
      : Promise.resolve(showItem(context, sitting, stillComparing(context)));
  const judged = sitting.asking.toCompare === undefined ? undefined : sameOrOther(text);
  if (judged !== undefined)
    return withStanding(context, async (at) =>
      after(context, at, sitting, await compared(context, asked(sitting, item), judged === 'same')),
    );
  const answer = asks.kind === 'choice' ? optionGiven(asks.options, text) : { text };
  if (aside === 'hint')
    return withStanding(context, async (at) => after(context, at, sitting, await hint(context, asked(sitting, item))));
  if (answer === undefined || ('text' in answer && isLookingElsewhere(text))) return undefined;
  return withStanding(context, (at) => given(context, at, sitting, item, answer));
}

function optionGiven(options: Parameters<typeof optionTyped>[0], text: string): Given | undefined {
  const option = optionTyped(options, text);
  return option === undefined ? undefined : { option };
}

/** The item of a sitting once more, below something said; undefined when none runs. */
export function stillInReview(context: TurnContext, said: string): Answer | undefined {
  const open = running(context);
  return open && showItem(context, open, said);
}

async function withStanding(context: TurnContext, go: (at: Standing) => Promise<Answer>): Promise<Answer> {
  return go(await standing(context));
}
