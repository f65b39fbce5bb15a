import { fold } from '../text/index.ts';
import { type Distress, listedDistress } from './distress-lists.ts';
import { dangerIn } from './hearing/hearing.ts';

export type { Distress } from './distress-lists.ts';

/** So likely is it that a text tells of danger: alone, with a phrase of the lists, and for the question whether somebody is well. */
const sureAlone = 0.8;
const sureWithPhrase = 0.4;
const worthAsking = 0.15;

/**
 * Whether a text tells of danger to somebody's life or body, before anything else is done with it and before it reaches any model. Two hear it: lists
 * of phrases, which say why, and weights learnt from what others wrote, which know ways to say it that no list has. What only one of them is sure
 * of is asked after. It errs towards asking.
 */
export function distressOf(text: string): Distress | undefined {
  const listed = listedDistress(text);
  const danger = dangerIn(text, listed);
  const isListed = listed === 'suicide' || listed === 'violence';
  if (isListed && danger >= sureWithPhrase) return listed;
  if (danger >= sureAlone) return isListed ? listed : kindOf(text);
  return listed !== undefined || danger >= worthAsking ? 'perhaps' : undefined;
}

const death =
  /(?:^| )(?:chet|tu tu|tu van|tu sat|song|mat|die|dying|suicide|kill|dead|bien mat|ra di|thuoc|cau|rach|ganh nang)(?: |$)/;
const harm =
  /(?:^| )(?:danh|dap|giet|chem|bop co|hiep|sam so|so soang|so mo|doa|de doa|nhot|ep|clip|anh nong|tong tien|bao hanh|bat coc|mat tich|di lac|quay roi|cuong|hanh ha|hit|hits|beat|beats|rape|threat\w*|abus\w*|missing|stalk\w*)(?: |$)/;

/** What only the weights are sure of: harm by others where the words say so and speak of no death, else one's own life. */
function kindOf(text: string): 'suicide' | 'violence' {
  const words = fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ');
  return harm.test(words) && !death.test(words) ? 'violence' : 'suicide';
}
