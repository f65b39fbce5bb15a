import type { Item, Lesson } from '../../learning/index.ts';
import { fenced } from '../fence.ts';
import type { ItemSituation } from '../guards/draft.ts';
import type { TutorQuestion } from '../question.ts';
import type { History } from '../record.ts';
import type { Found } from './found.ts';
import { withoutKey } from './lesson-words.ts';

/** From so many exchanges on an item a break or a person is offered. */
const itemTurnsBeforeBreak = 12;

/** The item whose answer is to be kept from the model: none once the last hint has told it. */
export function hiding(item: ItemSituation | undefined): ItemSituation | undefined {
  return item === undefined || item.hintLevel >= 4 ? undefined : item;
}

/** Of an exchange before, no more than this goes along. */
const longestTurn = 400;

/** What was said before, cut, and without what tells the answer of what is open now. */
export function spared(text: string, open: ItemSituation | undefined): string {
  return withoutKey(text.slice(0, longestTurn), hiding(open)) || '…';
}

/** The last message: everything the model may know, each thing in its fence, and the question. */
export function taskFor(
  { question, history }: { readonly question: TutorQuestion; readonly history: History },
  {
    open,
    lesson,
    nonce,
    finds,
  }: {
    readonly open: { readonly item: Item; readonly situation: ItemSituation } | undefined;
    readonly lesson: Lesson | undefined;
    readonly nonce: string;
    readonly finds: Found;
  },
): string {
  const parts: string[] = [];
  if (history.summary !== undefined)
    parts.push('Asked earlier:', fenced('learner', withoutKey(history.summary, hiding(open?.situation)), nonce));
  if (lesson !== undefined) {
    const objective = withoutKey(lesson.objective, hiding(open?.situation));
    parts.push(
      'The lesson that is open:',
      fenced(
        'lesson',
        [withoutKey(lesson.title, hiding(open?.situation)), objective].filter(Boolean).join('\n'),
        nonce,
      ),
    );
  }
  if (finds.passages.length > 0) {
    const passages = finds.passages.map(({ mark, text }) => `[${mark}] ${text}`).join('\n\n');
    parts.push('Passages that may answer:', fenced('lesson', passages, nonce));
  }
  if (open !== undefined) {
    const { question: asked, hintLevel, turns } = open.situation;
    const options = asked.kind === 'choice' ? asked.options.map(({ text }, at) => `${at + 1}. ${text}`) : [];
    parts.push('The question that is open:', fenced('lesson', [asked.question, ...options].join('\n'), nonce));
    const hints = open.item.hints.slice(0, hintLevel);
    if (hints.length > 0) parts.push('Hints shown so far:', fenced('lesson', hints.join('\n'), nonce));
    const attempt = question.place.item?.attempt;
    if (attempt !== undefined) {
      parts.push(`Their last answer, judged ${attempt.wasWrong ? 'wrong' : 'not clearly right'} by the program:`);
      parts.push(fenced('learner', attempt.answer, nonce));
    }
    if (turns >= itemTurnsBeforeBreak) parts.push('This has gone on for twelve exchanges (R10).');
  }
  parts.push('The learner writes:', fenced('learner', question.asked, nonce));
  return parts.join('\n');
}

/** What a model is told whose draft was refused. */
export function againFor(reasons: readonly string[]): string {
  return [
    'Your draft was refused:',
    ...reasons.map((reason) => `- ${reason}`),
    'Write it again, without a word about this.',
  ].join('\n');
}
