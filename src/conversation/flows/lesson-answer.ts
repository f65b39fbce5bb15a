import {
  type Asking,
  afterAnswer,
  afterCompare,
  askHint,
  failuresOf,
  type Given,
  grade,
  type HintLevel,
  type Item,
  noteAttempt,
  type Outcome,
  type Question,
  type Verdict,
} from '../../learning/index.ts';
import type { Choice } from '../../message/index.ts';
import { learnt } from '../../outreach/index.ts';
import type { TurnContext } from '../context.ts';
import { disagreeChoice } from './disagree.ts';
import { goodAnswer } from './lesson-show.ts';
import { rhythmTime } from './reminder-consent.ts';

/** What is said to an answer, and how it goes on: the same item again, or onward. */
export interface Answered {
  readonly text: string;
  /** The asking as it goes on; none when the item is done with for now. */
  readonly asking: Asking | undefined;
  /** Its answer had to be shown, and the variant did not go either; or it had to be shown in an earlier lesson or review as well. */
  readonly isStuck: boolean;
  /** Offered below whatever comes next. */
  readonly choices?: readonly Choice[];
}

/** An item as it is asked in a lesson or a review. */
export interface AskedItem {
  readonly item: Item;
  readonly asking: Asking;
  readonly place: 'lesson' | 'review';
}

/** Judges an answer, notes it, and says what is right in it and where it slips. */
export function judge(context: TurnContext, asked: AskedItem, given: Given): Promise<Answered> {
  return judged(context, asked, given, grade(questionOf(asked), given));
}

/** What comes of an answer whose verdict is known. */
export async function judged(
  context: TurnContext,
  asked: AskedItem,
  given: Given,
  verdict: Verdict,
): Promise<Answered> {
  const { t, now } = context;
  const { asking, item } = asked;
  const reaction = afterAnswer(asking, given, verdict, now);
  const said = 'option' in given ? { option: given.option } : { answer: given.text };
  switch (reaction.kind) {
    case 'right':
      await note(context, asked, { outcome: 'right', closes: true, ...said });
      return got(context, asked, t('lesson-right', { note: reaction.note }));
    case 'compare':
      return { text: '', asking: reaction.asking, isStuck: false };
    case 'gave_up':
      return hint(context, { ...asked, asking: reaction.asking });
    case 'wrong': {
      const attemptId = await note(context, asked, { outcome: 'wrong', closes: false, ...said });
      const help = reaction.hint === undefined ? '' : `\n💡 ${item.hints[reaction.hint - 1]}`;
      const doubt = doubting(context, given, attemptId);
      return {
        text: `${reaction.note ?? t('lesson-not-quite')}${help}${doubt.text}\n\n${t('lesson-again')}`,
        asking: reaction.asking,
        isStuck: false,
        choices: doubt.choices,
      };
    }
    case 'shown': {
      const attemptId = await note(context, asked, { outcome: 'wrong', closes: false, ...said });
      const doubt = doubting(context, given, attemptId);
      const shown = await show(context, asked, reaction);
      return { ...shown, text: `${shown.text}${doubt.text}`, choices: doubt.choices };
    }
  }
}

/** What was typed may be right in words that nobody thought of: they can say so. Beside a number that is typed no number chooses, so it is said in words there. */
function doubting(
  context: TurnContext,
  given: Given,
  attemptId: number,
): { readonly text: string; readonly choices: readonly Choice[] } {
  if ('option' in given) return { text: '', choices: [] };
  if (context.capabilities.choices === 'numbers') return { text: `\n${context.t('disagree-typed')}`, choices: [] };
  return { text: '', choices: [disagreeChoice(context, attemptId)] };
}

/** The next hint, if they have tried since the last one. */
export async function hint(context: TurnContext, asked: AskedItem): Promise<Answered> {
  const { asking, item } = asked;
  const help = askHint(asking, context.now);
  switch (help.kind) {
    case 'try_first':
      return {
        text: context.t(asking.ladder.level === 0 ? 'lesson-try-first' : 'lesson-try-again'),
        asking,
        isStuck: false,
      };
    case 'hint':
      return { text: `💡 ${item.hints[help.level - 1]}`, asking: help.asking, isStuck: false };
    case 'shown':
      return show(context, asked, help);
  }
}

/** "Đúng ý" or "Chưa đúng", beside a good answer. */
export async function compared(context: TurnContext, asked: AskedItem, isSame: boolean): Promise<Answered> {
  const { asking } = asked;
  const after = afterCompare(asking, isSame);
  const answer = asking.toCompare ?? '';
  if (after.kind === 'same') {
    await note(context, asked, { outcome: 'unsure', closes: true, answer });
    return got(context, asked, context.t('lesson-same', { note: rightNote(questionOf(asked)) }));
  }
  await note(context, asked, { outcome: 'revealed', closes: true, answer });
  const { next } = after;
  return {
    text: context.t(next === undefined ? 'lesson-later' : 'lesson-other'),
    asking: next,
    isStuck: next === undefined,
  };
}

/** The answer and why; then the variant, or on. */
async function show(
  context: TurnContext,
  asked: AskedItem,
  { note: slip, next }: { readonly note: string | undefined; readonly next: Asking | undefined },
): Promise<Answered> {
  const { item, asking } = asked;
  await note(context, asked, { outcome: 'revealed', closes: true });
  const answer = asking.isVariant ? context.t('lesson-answer', { answer: goodAnswer(item, true) }) : item.hints[3];
  const text = [slip, `💡 ${answer}`, next === undefined ? context.t('lesson-later') : undefined];
  return {
    text: text.filter((line) => line !== undefined).join('\n'),
    asking: next,
    isStuck: next === undefined,
  };
}

/** They have it now. Whose answer had to be shown in an earlier lesson or review as well is led to a person all the same. */
async function got({ t, tx, learnerId }: TurnContext, { item, asking }: AskedItem, text: string): Promise<Answered> {
  // The showing just before is one of them.
  const isStuck = asking.wasShown && (await failuresOf(tx, learnerId, item.id)) > 1;
  return { text: isStuck ? `${text}\n${t('lesson-hard-again')}` : text, asking: undefined, isStuck };
}

export function questionOf({ item, asking }: AskedItem): Question {
  return asking.isVariant ? item.variant : item.question;
}

function rightNote(question: Question): string {
  return question.kind === 'choice' ? (question.options.find(({ isRight }) => isRight)?.note ?? '') : question.right;
}

interface Noted {
  readonly outcome: Outcome;
  /** The item is done with for now. */
  readonly closes: boolean;
  readonly option?: number;
  readonly answer?: string;
}

/** @returns the number of the answer */
async function note(context: TurnContext, { item, asking, place }: AskedItem, noted: Noted): Promise<number> {
  const hintLevel: HintLevel = noted.outcome === 'revealed' || asking.wasShown ? 4 : asking.ladder.level;
  const { tx, learnerId, now, timezone } = context;
  const earlierTries = asking.ladder.tries;
  const { id } = await noteAttempt(
    tx,
    { learnerId, item: item.id, at: now, place, isVariant: asking.isVariant, hintLevel, earlierTries, ...noted },
    timezone,
  );
  // Any answer is an answer to the reminders: the next one comes tomorrow.
  await learnt(tx, learnerId, rhythmTime(context));
  return id;
}
