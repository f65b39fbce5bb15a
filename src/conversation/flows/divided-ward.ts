import { type KeptWish, keptWish, type PlaceWish } from '../../discovery/index.ts';
import type { OutboundMessage } from '../../message/index.ts';
import { recognisePlaces, wardByCode } from '../../places/index.ts';
import { tokens } from '../../text/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import { plainWords } from '../phrases.ts';
import type { DialogueState, SearchState } from '../state.ts';
import { listing } from '../words/format.ts';

/** How long the question waits for an answer in words. */
const askedMinutes = 60;

/** So many former wards are remembered with what was meant by them. */
const mostRemembered = 8;

/** The argument of the choice that means every part. */
export const everyPart = 'all';

function keyOf({ wards }: PlaceWish): string {
  return wards.join(' ');
}

/** The wish with the part of a divided ward that the person chose before, if they did. */
export function withKnownPart(state: DialogueState, wish: KeptWish): KeptWish {
  const place = wish.facets.place?.value;
  const known = place?.isDivided === true ? state.parts?.[keyOf(place)] : undefined;
  return known === undefined ? wish : withPart(wish, known).wish;
}

/** The wish in some parts of its divided ward, and what is to be remembered of it. */
export function withPart(
  wish: KeptWish,
  codes: readonly string[],
): { wish: KeptWish; parts: Readonly<Record<string, readonly string[]>> } {
  const { place } = wish.facets;
  if (place === undefined) return { wish, parts: {} };
  const [only, ...others] = codes;
  const ward = only === undefined || others.length > 0 ? undefined : wardByCode(only);
  const { label, wards } = place.value;
  const value = ward === undefined ? { label, wards } : { label: ward.fullName, wards: [ward.code] };
  return {
    wish: { ...wish, facets: { ...wish.facets, place: { ...place, value } } },
    parts: { [keyOf(place.value)]: value.wards },
  };
}

/**
 * A former ward that was divided is asked about once, with its parts as choices, where it matters: each of two parts or more holds courses
 * that meet the whole wish. Until the question is answered all parts are meant, so that whoever goes on without an answer goes on well.
 */
export function askWhichPart(
  context: TurnContext,
  wish: KeptWish,
  { remembered, earlier }: Required<Pick<SearchState, 'remembered' | 'earlier'>>,
): Answer | undefined {
  const place = wish.facets.place?.value;
  if (place?.isDivided !== true || remembered.includes('place')) return undefined;
  const holding = place.wards.filter((code) => holdsFitting(context, wish, code));
  if (holding.length < 2) return undefined;
  const { t, locale } = context;
  const named = holding.flatMap((code) => wardByCode(code) ?? []);
  const serial = (context.state.search?.serial ?? context.state.lastSerial ?? 0) + 1;
  const offer = (part: string, label: string) => context.offer('spart', [serial.toString(36), part], label);
  const message: OutboundMessage = {
    text: [
      t('search-which-part', {
        place: place.label,
        wards: listing(
          locale,
          named.map(({ fullName }) => fullName),
        ),
      }),
    ],
    choices: [...named.map(({ code, fullName }) => offer(code, fullName)), offer(everyPart, t('choice-both-parts'))],
  };
  const { focus: _before, why: _recommended, missed: _missed, ...rest } = context.state;
  const others = Object.entries(rest.parts ?? {}).slice(1 - mostRemembered);
  const search: SearchState = {
    wish: keptWish(wish),
    serial,
    shown: [],
    offset: 0,
    at: context.now.toISOString(),
    ...(remembered.length === 0 ? {} : { remembered }),
    ...(earlier.length === 0 ? {} : { earlier }),
  };
  return {
    messages: [message],
    state: {
      ...rest,
      search,
      parts: { ...Object.fromEntries(others), [keyOf(place)]: place.wards },
      question: {
        kind: 'divided_ward',
        until: new Date(context.now.getTime() + askedMinutes * 60_000).toISOString(),
      },
    },
    effects: [{ kind: 'record_wish', wish, results: holding.length }],
  };
}

/** Whether a ward by itself holds a course that meets every condition. */
function holdsFitting({ finder, now, dismissed }: TurnContext, wish: KeptWish, code: string): boolean {
  const place = { value: { label: '', wards: [code] }, hard: true };
  const inside = { ...wish, facets: { ...wish.facets, place } };
  const { hits } = finder.search(inside, { limit: 1, now, exclude: dismissed });
  return hits.some(({ misses }) => misses.length === 0);
}

/** The parts that a search still waits to be told one of; undefined when it was no such question. */
export function partsAsked({ wish, shown }: SearchState): readonly string[] | undefined {
  const place = wish.facets.place?.value;
  return shown.length === 0 && place?.isDivided === true ? place.wards : undefined;
}

const bothInWords =
  /^(?:ca hai|ca 2|hai noi|2 noi|tat ca|deu duoc|dau cung duoc|noi nao cung duoc|both|all|either|any)(?: .*)?$/;

/** The parts that a typed answer means, or undefined when it answers something else. */
export function partsInWords(text: string, asked: readonly string[]): readonly string[] | undefined {
  if (bothInWords.test(plainWords(text))) return asked;
  const number = /^(?:so )?(\d)$/.exec(plainWords(text))?.[1];
  if (number !== undefined) {
    const one = asked[Number(number) - 1];
    return one === undefined ? asked : [one];
  }
  const words = tokens(text);
  const meant = asked.filter((code) => {
    const ward = wardByCode(code);
    return ward !== undefined && isNameOf(words.map(({ folded }) => folded).join(' '), ward.name);
  });
  if (meant.length === 1) return meant;
  const named = recognisePlaces(words).flatMap(({ wards }) => wards.filter((code) => asked.includes(code)));
  return named.length === 1 && words.length <= 5 ? named : undefined;
}

/** Whether folded words are a ward's name, with or without its kind and a word before it. */
function isNameOf(words: string, name: string): boolean {
  const folded = tokens(name)
    .map((token) => token.folded)
    .join(' ');
  return [folded, `phuong ${folded}`, `xa ${folded}`, `o ${folded}`, `o phuong ${folded}`, `o xa ${folded}`].includes(
    words,
  );
}
