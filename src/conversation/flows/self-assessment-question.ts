import { z } from 'zod';
import {
  mostQuestions,
  nextItem,
  type SelfAssessment,
  type Sitting,
  type Situation,
  type Statement,
  sittingsOf,
} from '../../learning/index.ts';
import type { Choice } from '../../message/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import { plainWords } from '../phrases.ts';
import { say } from './small-talk.ts';

/** How long a text belongs to a question; its buttons do for ever. */
const questionMinutes = 60;

/** What a running question is about. */
export const askedData = z.object({ sitting: z.int(), count: z.int(), assessment: z.string(), item: z.string() });

/** A sitting with what it is asked from and the others of the learner. */
export interface OpenSitting {
  readonly assessment: SelfAssessment;
  readonly sitting: Sitting;
  readonly all: readonly Sitting[];
}

export type Item = Situation | Statement;

/** A sitting of the learner of this conversation, by its id; undefined when it is gone. */
export async function openSitting(context: TurnContext, id: number): Promise<OpenSitting | undefined> {
  const all = await sittingsOf(context.tx, context.learnerId);
  const sitting = all.find((each) => each.id === id);
  const assessment = sitting && context.selfAssessments.get(sitting.assessment);
  return assessment && { assessment, sitting, all };
}

/** Ids of the items that earlier sittings asked. */
export function askedEarlier(
  all: readonly Sitting[],
  assessment: SelfAssessment,
  except?: Sitting,
): ReadonlySet<string> {
  const earlier = all.filter((each) => each.assessment === assessment.id && each.id !== except?.id);
  return new Set(earlier.flatMap(({ answers }) => answers.map(({ item }) => item)));
}

/** The item that waits for an answer; another one where it has left its file. Undefined: nothing is left to ask. */
export function currentItem({ assessment, sitting, all }: OpenSitting): Item | undefined {
  const waiting = assessment.items.find((item) => item.id === sitting.asking);
  return waiting ?? nextItem(assessment, sitting.answers, askedEarlier(all, assessment, sitting));
}

export function optionsOf(item: Item): readonly { readonly text: string }[] {
  return 'options' in item ? item.options : item.answers;
}

export const idOf = (sitting: Sitting): string => sitting.id.toString(36);

/** What a text answers: the position of an option, null for "Không biết", or that somebody would rather stop. */
export function readAnswer(text: string, item: Item): number | null | 'stop' | undefined {
  const words = plainWords(text);
  const options = optionsOf(item);
  const number = /^(?:(?:so|chon|cau|dap an|option|number) )*(\d)$/.exec(words)?.[1];
  const letter = /^(?:(?:chon|cau|dap an|option) )*([a-f])$/.exec(words)?.[1];
  const position =
    number !== undefined
      ? Number(number) - 1
      : letter !== undefined
        ? letter.charCodeAt(0) - 'a'.charCodeAt(0)
        : options.findIndex((option) => plainWords(option.text) === words);
  if (position >= 0 && position < options.length) return position;
  // "Đúng" is "dung" as well: only the accented word stops.
  if (/^dừng(?: lại| nhé| ở đây)?[.! ]*$/iu.test(text.normalize('NFC').trim())) return 'stop';
  if (/^(?:dung lai|tam dung|thoi|nghi|de sau|stop|pause|later)(?: (?:nhe|nha|a|di|da))*$/.test(words)) return 'stop';
  const unsure =
    /^(?:(?:minh|em|toi|tui|con|i) )?(?:khong|ko|k|hong|hok|chua|chang)(?: the)? (?:biet|ro|chac)(?: (?:nua|a|nhe|nha|luon))*$|^(?:chiu|bo qua|skip|i do ?n ?t know|dont know|no idea)$/;
  return unsure.test(words) ? null : undefined;
}

/**
 * Asks what the sitting waits for. Where there are buttons the options stand in the text and their numbers below, since whole
 * sentences do not fit on buttons of a phone; where choices are numbers the menu lists them.
 */
export function askItem(context: TurnContext, open: OpenSitting, item: Item, before: readonly string[] = []): Answer {
  const { t, now } = context;
  const { assessment, sitting } = open;
  const isMenu = context.capabilities.choices === 'numbers';
  const count = sitting.answers.length;
  const options = optionsOf(item);
  const args = (answer: string): string[] => ['a', idOf(sitting), String(count), answer];
  const progress = t('selftest-progress', {
    number: count + 1,
    most: mostQuestions(assessment),
    kind: assessment.kind,
  });
  const listed = options.map(({ text }, position) => `${position + 1}. ${text}`).join('\n');
  const choices: Choice[] = [
    ...options.map(({ text }, position) =>
      context.offer('st', args(String(position)), isMenu ? text : String(position + 1)),
    ),
    context.offer(
      'st',
      args('x'),
      t(assessment.kind === 'situations' ? 'choice-selftest-unknown' : 'choice-selftest-skip'),
    ),
    context.offer('st', ['stop', idOf(sitting)], t('choice-selftest-stop')),
  ];
  const text = [...before, `${progress}\n${item.question}`, ...(isMenu ? [] : [listed])].join('\n\n');
  const until = new Date(now.getTime() + questionMinutes * 60_000).toISOString();
  const answer = say(context, text, choices);
  const data: z.output<typeof askedData> = { sitting: sitting.id, count, assessment: assessment.id, item: item.id };
  return { ...answer, state: { ...context.state, question: { kind: 'selftest', until, data } } };
}

/** The conversation without the question that was just answered. */
export function withoutQuestion(context: TurnContext): TurnContext {
  const { question: _answered, ...state } = context.state;
  return { ...context, state };
}
