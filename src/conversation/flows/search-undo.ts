import type { Facets } from '../../discovery/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import type { SearchState } from '../state.ts';
import { everyPart, partsAsked, partsInWords, withPart } from './divided-ward.ts';
import { lastSearch, searchRefined, showEarlier } from './search.ts';
import { say, topicChoices } from './small-talk.ts';

/** The search whose answer a pressed choice stands below, unless another one came since. */
function pressedSearch({ state }: TurnContext, serial: string | undefined): SearchState | undefined {
  return state.search?.serial.toString(36) === serial ? state.search : undefined;
}

function stale(context: TurnContext): Answer {
  return say(context, context.t('chat-stale'), topicChoices(context));
}

/** Both ways of naming a price go together. */
const alongWith: Readonly<Record<string, string>> = { maxPriceVnd: 'cheap', cheap: 'maxPriceVnd' };

/** Searches again without one of the conditions. */
function pressedDrop(context: TurnContext, [serial, name = '']: readonly string[]): Answer | Promise<Answer> {
  const previous = pressedSearch(context, serial);
  if (previous?.wish.facets[name as keyof Facets] === undefined) return stale(context);
  const kept = Object.entries(previous.wish.facets).filter(([each]) => each !== name && each !== alongWith[name]);
  return searchRefined(context, previous, { ...previous.wish, facets: Object.fromEntries(kept) });
}

/** Searches for what a word was meant as, as it was typed or by another meaning of a short form. */
function pressedMeant(context: TurnContext, [serial, place = '']: readonly string[]): Answer | Promise<Answer> {
  const previous = pressedSearch(context, serial);
  const doubt = previous && context.finder.doubts(previous.wish)[Number(place)];
  if (previous === undefined || doubt === undefined) return stale(context);
  return searchRefined(context, previous, context.finder.meantOtherwise(previous.wish, doubt));
}

/** Shows the earlier result again, with the ways that it had. */
function pressedBack(context: TurnContext, [serial]: readonly string[]): Answer | Promise<Answer> {
  const [before, ...earlier] = pressedSearch(context, serial)?.earlier ?? [];
  return before === undefined ? stale(context) : showEarlier(context, { ...before, earlier });
}

/** Searches in the part of a divided ward that was pressed, or in all of it. */
function pressedPart(context: TurnContext, [serial, part]: readonly string[]): Answer | Promise<Answer> {
  const previous = pressedSearch(context, serial);
  const asked = previous && partsAsked(previous);
  if (previous === undefined || asked === undefined) return stale(context);
  return searchPart(
    context,
    previous,
    asked.filter((code) => part === everyPart || part === code),
  );
}

/** The same, said in words; anything else is a message of its own, and all parts stay meant. */
function typedPart(context: TurnContext, text: string): Promise<Answer> | undefined {
  const previous = lastSearch(context);
  const asked = previous && partsAsked(previous);
  const meant = asked && partsInWords(text, asked);
  return previous && meant && searchPart(context, previous, meant);
}

/** A part that is no part of the ward asked about is none at all: then all of them are meant. */
function searchPart(context: TurnContext, previous: SearchState, codes: readonly string[]): Promise<Answer> {
  const { question: _answered, ...state } = context.state;
  const { wish, parts } = withPart(previous.wish, codes);
  const remembering = { ...context, state: { ...state, parts: { ...state.parts, ...parts } } };
  return searchRefined(remembering, previous, wish);
}

/** What was understood can be undone: a condition dropped, a word meant otherwise, a step taken back. */
export const searchUndoFeature: Feature = {
  presses: { sdrop: pressedDrop, smean: pressedMeant, sback: pressedBack, spart: pressedPart },
  questions: { divided_ward: typedPart },
};
