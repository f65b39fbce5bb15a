import { type Distress, listedDistress } from './distress-lists.ts';
import { dangerIn } from './hearing/hearing.ts';

export type { Distress } from './distress-lists.ts';

/** So likely must danger be for the answer to danger: alone, where a phrase tells of danger, where one tells of low spirits only. */
const sure = { alone: 0.5, withPhrase: 0.3, withLowSpirits: 0.8 };
/** So likely must it be to ask whether somebody is well: alone, where a phrase tells of danger, where one tells of low spirits. */
const worthAsking = { alone: 0.18, withPhrase: 0.08, withLowSpirits: 0.14 };

/**
 * Whether a text tells of danger to somebody's life or body, before anything else is done with it and before it reaches any model. Two hear it: lists
 * of phrases, which say why, and weights learnt from what others wrote, which know ways to say it that no list has, and everyday ways to say
 * what the lists take for danger. It errs towards asking.
 */
export function distressOf(text: string): Distress | undefined {
  if (last?.text === text) return last.distress;
  const listed = listedDistress(text);
  const distress = heardAs(listed, dangerIn(text, listed));
  last = { text, distress };
  return distress;
}

/** A turn asks of its one text two or three times, half a millisecond each. */
let last: { readonly text: string; readonly distress: Distress | undefined } | undefined;

/** The decision by itself: what the lists say, and how likely danger and harm by others are. */
export function heardAs(
  listed: Distress | undefined,
  { danger, violence }: { readonly danger: number; readonly violence: number },
): Distress | undefined {
  const said = listed === undefined ? 'alone' : listed === 'perhaps' ? 'withLowSpirits' : 'withPhrase';
  if (danger >= sure[said]) return violence >= 0.5 ? 'violence' : 'suicide';
  return danger >= worthAsking[said] ? 'perhaps' : undefined;
}
