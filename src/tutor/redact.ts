import { addresses } from './identifiers/addresses.ts';
import { birthDates } from './identifiers/birth-dates.ts';
import { emails } from './identifiers/emails.ts';
import { type Finding, type IdentifierKind, placeholders } from './identifiers/finding.ts';
import { letteredNumbers } from './identifiers/lettered-numbers.ts';
import { numbers } from './identifiers/numbers.ts';
import { plates } from './identifiers/plates.ts';
import { profiles } from './identifiers/profiles.ts';
import { type Legible, legible, type Span, withoutSpans } from './legible.ts';

export interface Redacted {
  readonly text: string;
  /** In the order of `placeholders`, each once. */
  readonly kinds: readonly IdentifierKind[];
}

/**
 * Every finder sees what those before it left, so that a phone number inside an address of mail is no phone number of its own. What is
 * recognised by its words comes first, bare numbers last.
 */
const finders: readonly ((view: Legible) => readonly Finding[])[] = [
  emails,
  profiles,
  birthDates,
  plates,
  letteredNumbers,
  addresses,
  numbers,
];

/** Taking something away may bring two pieces of a number side by side; nobody needs more rounds than this. */
const mostRounds = 5;

/**
 * The text with what identifies a person replaced by a word in brackets, before it is kept or sent to a model. Names stay: without a list of
 * people they cannot be told from streets, schools and Bác Hồ. Prices, times, dates, scores, hotlines and the numbers of lessons stay too,
 * because a question about them makes no sense without. Where a number could be either, it goes. Redacting twice changes nothing; invisible
 * characters are lost. Time grows with the length of the text.
 */
export function redact(given: string): Redacted {
  const kinds = new Set<IdentifierKind>();
  let text = given;
  for (let round = 0; round < mostRounds; round++) {
    const view = legible(text);
    const found = identifiersIn(view);
    text = found.length === 0 ? view.text : replaced(view, found);
    if (found.length === 0) break;
    for (const { kind } of found) kinds.add(kind);
  }
  return { text, kinds: (Object.keys(placeholders) as IdentifierKind[]).filter((kind) => kinds.has(kind)) };
}

const placeholderPattern = new RegExp(
  Object.values(placeholders)
    .map((words) => words.replace(/[[\]]/g, '\\$&'))
    .join('|'),
  'g',
);

function identifiersIn(view: Legible): readonly Finding[] {
  const found: Finding[] = [];
  // Words of an earlier round are no sign of anything.
  const earlier: Span[] = [...view.lower.matchAll(placeholderPattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  let rest = withoutSpans(view, earlier);
  for (const find of finders) {
    const more = find(rest).filter(({ start, end }) => end > start);
    rest = withoutSpans(rest, more);
    found.push(...more);
  }
  return found.sort((one, other) => one.start - other.start);
}

function replaced(view: Legible, found: readonly Finding[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end, kind } of found) {
    const begin = view.places[start] ?? 0;
    // What overlaps what was taken already was part of it.
    if (begin >= from) pieces.push(view.text.slice(from, begin), placeholders[kind]);
    from = Math.max(from, view.places[end] ?? view.text.length);
  }
  return pieces.join('') + view.text.slice(from);
}
