import { recognisePlaces } from '../../places/index.ts';
import { type MarkedText, spanOf } from '../marked-text.ts';
import type { Condition, Facets } from '../wish.ts';
import { amountInVnd, amountSource } from './money.ts';
import {
  audienceRules,
  certificateRules,
  cheapRules,
  freeRules,
  hardBefore,
  hoursRule,
  languageRules,
  levelRules,
  longHoursRule,
  lowDataRules,
  modeRules,
  nearMeRule,
  negations,
  relativeRules,
  shortRules,
  timeRules,
  topicsThatLookLikeConditions,
  type WordRule,
  wheelchairRules,
} from './rules.ts';

import { takeStart } from './starts.ts';

export type Relative = 'cheaper' | 'nearer' | 'shorter';

/** What was taken out of a text. `negated` facets were refused ("không online"). */
export interface Extraction {
  readonly facets: Facets;
  readonly relative: Relative | undefined;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const longestShortCourseHours = 20;
const seniorFrom = 55;

interface Taken {
  readonly match: RegExpExecArray;
  readonly hard: boolean;
  readonly negated: boolean;
}

/** Matches a rule and takes its words out, together with an "only" or "not" right before it. */
function take(text: MarkedText, rule: RegExp | undefined, form: 'folded' | 'accented'): Taken | undefined {
  if (rule === undefined) return undefined;
  const words = form === 'folded' ? text.folded() : text.accented();
  const match = rule.exec(words);
  if (match === null) return undefined;
  let { start, end } = spanOf(words, match);
  let hard = false;
  let negated = false;
  for (let back = 0; back < 3 && start > 0; back++) {
    const before = text.isTaken(start - 1) ? undefined : text.tokens[start - 1];
    if (before === undefined) break;
    const soft = /^(hoc|can|muon|phai|thich|co|the|lop|khoa|la|duoc|bat|buoc)$/.test(before.folded);
    if (hardBefore.has(before.folded) && before.accented !== 'chị') hard = true;
    else if (negations.has(before.folded) && !['đúng', 'đừng', 'bố', 'bọ'].includes(before.accented)) negated = true;
    else if (before.accented === 'đừng') negated = true;
    else if (!(soft && lookBehind(text, start - 1))) break;
    start--;
  }
  if (/^(only)$/.test(text.tokens[end]?.folded ?? '')) {
    hard = true;
    end++;
  }
  text.take(start, end);
  return { match, hard: hard || negated, negated };
}

/** Whether an "only" or "not" stands right before a filler word such as "học" or "phải". */
function lookBehind(text: MarkedText, index: number): boolean {
  for (let back = index - 1; back >= Math.max(0, index - 2); back--) {
    const word = text.tokens[back];
    if (word === undefined || text.isTaken(back)) return false;
    if (word.accented === 'chị') return false;
    if (hardBefore.has(word.folded) || negations.has(word.folded)) return true;
  }
  return false;
}

function takeRule<T>(text: MarkedText, rules: readonly WordRule<T>[]): (Taken & { value: T }) | undefined {
  for (const rule of rules) {
    const taken = take(text, rule.folded, 'folded') ?? take(text, rule.accented, 'accented');
    if (taken !== undefined) return { ...taken, value: rule.value };
  }
  return undefined;
}

function condition<T>(value: T, taken: Taken): Condition<T> {
  return { value, hard: taken.hard };
}

const amountRule = new RegExp(
  `(?<![^ ])(?:(?:gia|hoc phi|chi phi|phi)? ?(?:duoi|khong qua|toi da|tam|khoang|chi co|co|under|below|less than|max|up to|at most|around|within|<) )?${amountSource}(?: (?:tro xuong|do lai|thoi))?(?![^ ])`,
  'u',
);

const bareAmountRule = /(?<![^ ])(?:duoi|khong qua|toi da|tam|khoang|under|below|max) (\d{5,9})(?![^ ])/u;

function takeMoney(text: MarkedText, facets: Mutable<Facets>): void {
  const free = take(text, freeRules, 'folded');
  if (free !== undefined && !free.negated) facets.maxPriceVnd = condition(0, free);
  const amount = take(text, amountRule, 'folded');
  if (amount !== undefined) {
    const [, number, unit, tenth, half] = amount.match;
    const vnd = amountInVnd(number ?? '0', unit, tenth, half);
    if (vnd >= 1000 && facets.maxPriceVnd === undefined) facets.maxPriceVnd = { value: vnd, hard: false };
  }
  const bare = take(text, bareAmountRule, 'folded');
  if (bare !== undefined && facets.maxPriceVnd === undefined) {
    facets.maxPriceVnd = { value: Number(bare.match[1]), hard: false };
  }
  const cheap = take(text, cheapRules, 'folded');
  if (cheap !== undefined && !cheap.negated && facets.maxPriceVnd === undefined) facets.cheap = condition(true, cheap);
}

function takePlaces(text: MarkedText, facets: Mutable<Facets>): void {
  const found = recognisePlaces(text.tokens).filter((place) => {
    for (let index = place.start; index < place.end; index++) if (text.isTaken(index)) return false;
    return true;
  });
  for (const place of found) text.take(place.start, place.end);
  const narrower = found.filter((place) => place.wards.length > 0);
  if (narrower.length > 0) {
    facets.place = {
      value: {
        label: [...new Set(narrower.map((place) => place.label))].join(', '),
        wards: [...new Set(narrower.flatMap((place) => place.wards))].sort(),
        ...(narrower.length === 1 && narrower[0]?.isDivided === true ? { isDivided: true as const } : {}),
      },
      hard: narrower.some((place) => ['chi', 'only'].includes(text.tokens[place.start - 1]?.folded ?? '')),
    };
  }
}

/** Evening said as a lone unaccented "toi" behind the thing to learn: "ke toan toi", never "toi muon hoc". */
function takeLoneEvening(text: MarkedText): boolean {
  const words = text.folded();
  const match = /(?<=[^ ] (?!(?:cho|cua|giup|voi|la) )[^ ]+ )toi$/u.exec(words) ?? /^toi(?: thoi)?$/u.exec(words);
  if (match === null || text.tokens.at(-1)?.hasAccents) return false;
  const before = text.tokens.at(-2)?.folded ?? '';
  if (['cho', 'cua', 'giup', 'voi', 'la', 'me', 'bo', 'ba', 'con', 'vo', 'chong', 'nha', 'gan'].includes(before))
    return false;
  const { start, end } = spanOf(words, match);
  text.take(start, end);
  return true;
}

/** Takes every condition out of a text. What it leaves is the topic. */
export function extractFacets(text: MarkedText, protectedSpans: readonly { start: number; end: number }[]): Extraction {
  const facets: Mutable<Facets> = {};
  // Spans that belong to a topic are hidden while the rules look, and come back afterwards.
  const hidden = hide(text, protectedSpans);
  let relative: Relative | undefined;
  for (const rule of relativeRules) {
    if (take(hidden, rule.folded, 'folded') !== undefined) relative ??= rule.value;
  }
  takeMoney(hidden, facets);
  for (const rule of languageRules) {
    const taken = take(hidden, rule.folded, 'folded');
    if (taken !== undefined && !taken.negated) facets.language = condition(rule.value, taken);
  }
  const starts = takeStart(hidden);
  if (starts !== undefined) facets.starts = { value: starts, hard: false };
  takeTimes(hidden, facets);
  const mode = takeRule(hidden, modeRules);
  if (mode !== undefined) {
    const other = mode.value === 'online' ? 'in_person' : 'online';
    facets.mode = { value: mode.negated ? other : mode.value, hard: mode.hard };
    // "online hoặc trực tiếp đều được" is no condition.
    const second = takeRule(hidden, modeRules);
    if (second !== undefined && second.value !== mode.value && !second.negated && !mode.negated) delete facets.mode;
  }
  takePlaces(hidden, facets);
  const certificate = take(hidden, certificateRules, 'folded');
  if (certificate !== undefined && !certificate.negated) facets.certificate = condition(true, certificate);
  const lowData = take(hidden, lowDataRules, 'folded');
  if (lowData !== undefined) facets.lowData = { value: true, hard: false };
  const wheelchair = take(hidden, wheelchairRules, 'folded');
  if (wheelchair !== undefined) facets.wheelchair = condition(true, wheelchair);
  const long = take(hidden, longHoursRule, 'folded');
  if (long !== undefined) facets.minHours = condition(hoursOf(long.match), long);
  const hours = take(hidden, hoursRule, 'folded');
  const short = take(hidden, shortRules, 'folded');
  if (hours !== undefined) facets.maxHours = condition(hoursOf(hours.match), hours);
  else if (short !== undefined) facets.maxHours = { value: longestShortCourseHours, hard: false };
  takeAudience(hidden, facets);
  const level = takeRule(hidden, levelRules);
  if (level !== undefined && !level.negated) facets.level = condition(level.value, level);
  take(hidden, nearMeRule, 'folded');
  return { facets, relative };
}

function hoursOf([, before, behind]: RegExpMatchArray): number {
  return Number(before ?? behind);
}

function takeTimes(text: MarkedText, facets: Mutable<Facets>): void {
  const times = timeRules.flatMap((rule) => {
    const taken = takeRule(text, [rule]);
    if (taken !== undefined) takeRule(text, [rule]);
    return taken === undefined || taken.negated ? [] : [taken];
  });
  if (times.length === 0 && takeLoneEvening(text)) facets.times = { value: ['evening'], hard: false };
  if (times.length > 0) {
    facets.times = { value: times.map((taken) => taken.value), hard: times.every((taken) => taken.hard) };
  }
}

function takeAudience(text: MarkedText, facets: Mutable<Facets>): void {
  const age = /(?<![^ ])(\d{2}) ?(?:tuoi|t|years? old)(?![^ ])/u.exec(text.folded());
  const audiences = audienceRules.flatMap((rule) => {
    const taken = takeRule(text, [rule]);
    if (taken === undefined || taken.negated) return [];
    takeRule(text, [rule]);
    return [taken];
  });
  const years = Number(age?.[1] ?? 0);
  const values = audiences.map((taken) => taken.value);
  if (years >= seniorFrom && !values.includes('seniors')) values.push('seniors');
  take(text, /(?<![^ ])\d{2} ?(?:tuoi|t|years? old)(?![^ ])/u, 'folded');
  // A grandparent who speaks of a grandchild is the learner.
  if (years >= seniorFrom && values.includes('children')) values.splice(values.indexOf('children'), 1);
  if (values.length > 0) facets.audience = { value: values, hard: audiences.some((taken) => taken.hard) };
}

/** The same text with some spans standing as taken, so that no rule sees them; takes go through to the text. */
function hide(text: MarkedText, spans: readonly { start: number; end: number }[]): MarkedText {
  const isHidden = (index: number): boolean => spans.some((span) => index >= span.start && index < span.end);
  if (spans.length === 0) return text;
  const masked = (words: string): string =>
    words
      .split(' ')
      .map((word, index) => (isHidden(index) ? '_' : word))
      .join(' ');
  return {
    tokens: text.tokens,
    folded: () => masked(text.folded()),
    accented: () => masked(text.accented()),
    take: (start, end) => {
      for (let index = start; index < end; index++) if (!isHidden(index)) text.take(index, index + 1);
    },
    isTaken: (index) => isHidden(index) || text.isTaken(index),
  };
}

const everyTopicRule = new RegExp(topicsThatLookLikeConditions.source, 'gu');

/** Spans of phrases that look like a condition but are a topic. */
export function topicSpans(text: MarkedText): { start: number; end: number }[] {
  const words = text.folded();
  return [...words.matchAll(everyTopicRule)].map((match) => spanOf(words, match));
}
