import type { InboundContent } from '../message/index.ts';
import { fold } from '../text/index.ts';
import type { ChoiceEvent } from './choice-id.ts';
import { readCommand } from './commands.ts';
import { type Intent, startIntent } from './intent.ts';
import type { DialogueState } from './state.ts';

const hello =
  /^(xin )?(chao|hello|hi|hey|alo|hallo|good (morning|afternoon|evening))( (ban|ad|admin|shop|em|anh|chi|moi nguoi|ban oi|there|bot))?( (a|nhe|nha|oi))?$/;
const thanks =
  /^((da|ok|oke|vang|u) )?(xin )?(cam on|thanks|thank you|tks|thank|cam on)( (ban|ad|shop|em|anh|chi|nhieu|you|so much|a lot|very much|nhe|nha|a))*$/;
const bye = /^(tam biet|bye|bye bye|goodbye|hen gap lai|chao tam biet)( (ban|ad|nhe|nha|a|em|anh|chi))*$/;
const more =
  /^((cho|xem|tim|gui) )?((minh|em|toi|anh|chi) )?((xem|coi) )?(them|nua|tiep|them nua|them khoa( (khac|hoc|nua))*|them lop( khac)?|con (khoa|lop)? ?(nao )?(khac )?(nua )?khong|khoa khac|lop khac|cai khac|more|more courses|show more|next|others|other courses)( (di|nhe|nha|a|ban|please))*$/;
const yes = /^(co|dong y|xoa|xoa het|xoa di|yes|y|ok|oke|delete|dung|chac|chac chan)( (a|nhe|di))?$/;
const no = /^(khong|ko|k|giu|giu lai|thoi|no|n|huy|cancel|keep)( (a|nhe|can|xoa|it))*$/;
const numbered =
  /^(?<verb>(xem|chi tiet|chon|luu|mo|details?|save|open|show|select)( (khoa|lop|course))?|khoa|lop|so|cai|course|number)? ?(so )?(?<number>[1-9])[.)]?$/;

function plainWords(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}.)/\s]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.)]+$/u, (end) => (end === ')' ? ')' : ''))
    .trim();
}

function numberedIntent(words: string): Intent | undefined {
  const match = numbered.exec(words);
  const digits = match?.groups?.number;
  if (digits === undefined) return undefined;
  const verb = match?.groups?.verb ?? '';
  const action = /^(luu|save)/.test(verb) ? 'save' : /^(mo|open)/.test(verb) ? 'open' : 'details';
  return { kind: 'numbered', number: Number(digits), action };
}

/** Small talk and follow-ups that need no look at the catalogue. */
function smallIntent(words: string, state: DialogueState): Intent | undefined {
  if (hello.test(words)) return { kind: 'hello' };
  if (thanks.test(words)) return { kind: 'thanks' };
  if (bye.test(words)) return { kind: 'bye' };
  if (state.search !== undefined && more.test(words)) return { kind: 'more' };
  // "2" is a number of the list only while there is a list; "so 1" alike.
  if (state.search !== undefined) return numberedIntent(words);
  return undefined;
}

/** A running question has the first claim on the text, if the text answers it at all. */
function answerToQuestion(words: string, state: DialogueState, now: Date): Intent | undefined {
  if (state.question === undefined || new Date(state.question.until) < now) return undefined;
  if (yes.test(words)) return { kind: 'erase_answer', yes: true };
  if (no.test(words)) return { kind: 'erase_answer', yes: false };
  return undefined;
}

/**
 * Decides what a message asks for: a running question first, then a pressed choice, a command, small talk, and
 * everything else is something to find. Pure.
 */
export function route(
  content: Exclude<InboundContent, { kind: 'choice' }> | { readonly kind: 'pressed'; readonly choice: ChoiceEvent },
  state: DialogueState,
  now: Date,
): Intent {
  switch (content.kind) {
    case 'pressed':
      return content;
    case 'unsupported':
      return { kind: 'unsupported', what: content.what };
    case 'start':
      return startIntent(content.parameter);
    case 'text': {
      const words = plainWords(content.text);
      return (
        answerToQuestion(words, state, now) ??
        readCommand(content.text) ??
        smallIntent(words, state) ?? { kind: 'find', text: content.text }
      );
    }
  }
}
