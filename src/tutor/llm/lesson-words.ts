import type { Lesson, Question } from '../../learning/index.ts';
import { isStopWord, tokens } from '../../text/index.ts';
import { type OpenItem, saysKey } from '../guards/r01-no-key.ts';
import { sentencesOf } from '../guards/sentences.ts';
import { type Passage, type PassageSearch, passagesOf } from '../rules/passages.ts';
import type { Finds } from './found.ts';

/** So many passages go with a question; more is paid for and not read. */
const mostPassages = 3;
/** Of what is asked, a passage holds so much; less than for a quote, since a model sees by itself what answers. */
const fitsHere = 0.3;
const fitsElsewhere = 0.5;

/** A sentence that says so much of what only the key has tells a model the key, although no guard would take it for that in an answer. */
const mostShared = 0.5;

/** Whether a sentence has most of the words that the key of an item has and neither its question nor a wrong option. */
function sharesKey(sentence: string, { question }: OpenItem): boolean {
  const said = contentOf(sentence);
  const others = contentOf(
    [
      question.question,
      ...(question.kind === 'choice' ? question.options.filter(({ isRight }) => !isRight).map(({ text }) => text) : []),
    ].join(' '),
  );
  return keysOf(question).some((key) => {
    const own = [...contentOf(key)].filter((word) => !others.has(word));
    return own.length > 0 && own.filter((word) => said.has(word)).length / own.length >= mostShared;
  });
}

function keysOf(question: Question): readonly string[] {
  switch (question.kind) {
    case 'choice':
      return question.options.filter(({ isRight }) => isRight).map(({ text }) => text);
    case 'short':
      return [question.answer, ...question.accept];
    case 'number':
      return [String(question.answer)];
  }
}

const contentOf = (text: string): ReadonlySet<string> =>
  new Set(
    tokens(text)
      .filter((token) => !isStopWord(token))
      .map(({ folded }) => folded),
  );

/**
 * A text of a lesson as a model may see it while an item is open: without the sentences that tell its answer, in its words or in those of a
 * giveaway, and not at all if what is left still tells it.
 */
export function withoutKey(text: string, open: OpenItem | undefined): string {
  if (open === undefined) return text;
  const left = sentencesOf(text)
    .map((sentence) => sentence.text)
    .filter((sentence) => !saysKey(sentence, open) && !sharesKey(sentence, open))
    .join(' ');
  return saysKey(left, open) ? '' : left;
}

/** The passages that go with a question, best first. @param lesson the one that is open */
export function passagesFor(search: PassageSearch, asked: string, lesson: string | undefined): readonly Passage[] {
  const found = search.find(asked, { ...(lesson !== undefined && { lesson }), limit: mostPassages * 2 });
  return found
    .filter((one) => one.coverage >= (one.passage.lesson.id === lesson ? fitsHere : fitsElsewhere))
    .slice(0, mostPassages)
    .map(({ passage }) => passage);
}

/** Passages as a model may see them; their marks are kept in `finds`. */
export function notePassages(passages: readonly Passage[], open: OpenItem | undefined, finds: Finds): void {
  for (const passage of passages) {
    const words = withoutKey(passage.text, open);
    if (words === '') continue;
    const text = [withoutKey(passage.heading, open), words].filter(Boolean).join('\n');
    finds.passage({ id: passage.id, lesson: passage.lesson.id, text });
  }
}

/** The cards of a lesson as a model may see them. */
export function cardsFor(
  lesson: Lesson,
  open: OpenItem | undefined,
  finds: Finds,
): readonly { readonly mark: string; readonly text: string }[] {
  return passagesOf(lesson).flatMap(({ id, heading, text }) => {
    const words = withoutKey(text, open);
    if (words === '') return [];
    const whole = [withoutKey(heading, open), words].filter(Boolean).join('\n');
    return [{ mark: finds.passage({ id, lesson: lesson.id, text: whole }), text: whole }];
  });
}
