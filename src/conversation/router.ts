import type { InboundContent } from '../message/index.ts';
import { distressOf } from '../tutor/index.ts';
import type { ChoiceEvent } from './choice-id.ts';
import { readCommand } from './commands.ts';

import { type Intent, startIntent, typedLink } from './intent.ts';
import { plainWords, smallTalkOf } from './phrases.ts';
import { courseQuestion, takeReference } from './question.ts';
import type { DialogueState } from './state.ts';

const more =
  /^((cho|xem|tim|gui) )?((minh|em|toi|anh|chi) )?((xem|coi) )?(them|nua|tiep|them nua|them khoa( (khac|hoc|nua))*|them lop( khac)?|con (khoa|lop)? ?(nao )?(khac )?(nua )?khong|khoa khac|lop khac|cai khac|more|more courses|show more|next|others|other courses)( (di|nhe|nha|a|ban|please))*$/;
const why =
  /^(?:(?:vi|tai) sao(?: (?:lai|ban|goi y|chon|dua|may|cac|nhung|khoa|lop|nay|ra|the|vay|minh|cho|em|toi))*|sao (?:lai )?(?:goi y|chon|dua|ra)(?: (?:may|cac|nhung|khoa|lop|nay|vay|the))*|why(?: (?:these|this|those|did you|recommend|suggest|courses|them|me))*)(?: (?:vay|the|a|ha|nhi))*$/;
const again =
  /^(?:quay lai|tro lai|xem lai|back|go back|danh sach|xem lai danh sach|list)(?: (?:danh sach|list|di|nhe|nha))*$/;
const numbered =
  /^(?<verb>(xem|coi|chi tiet|chon|luu|mo|lay|cho (minh|em|toi|tui) (xem|coi)?|details?|save|open|show|select)( (khoa|lop|course|cai|so))*|khoa|lop|so|cai|course|number|muc)? ?(so )?(?<number>\d{1,2})[.)]?( (nhe|nha|di|a|ban|do|thoi|please|nghen|hen))*$/;

function numberedIntent(words: string): Intent | undefined {
  const match = numbered.exec(words);
  const digits = match?.groups?.number;
  if (digits !== undefined)
    return { kind: 'numbered', number: Number(digits), action: actionOf(match?.groups?.verb ?? '') };
  const { which, rest } = takeReference(words);
  if (
    which === undefined ||
    !/^(?:(?:xem|coi|chi tiet|chon|luu|mo|lay|cho|minh|em|toi|tui|di|nhe|nha|show|save|open|me)(?: |$))*$/.test(
      `${rest} `.trimStart(),
    )
  ) {
    return undefined;
  }
  return { kind: 'numbered', number: which === 'last' ? -1 : which, action: actionOf(rest) };
}

function actionOf(verb: string): 'details' | 'save' | 'open' {
  return /(^| )(luu|save)/.test(verb) ? 'save' : /(^| )(mo|open)/.test(verb) ? 'open' : 'details';
}

/** Small talk and follow-ups that need no look at the catalogue. */
function smallIntent(text: string, words: string, state: DialogueState): Intent | undefined {
  const talk = smallTalkOf(text, words);
  if (talk === 'human') return { kind: 'command', name: 'nguoithat', argument: '' };
  if (talk !== undefined) return { kind: 'small_talk', talk };
  if (state.search === undefined) return undefined;
  if (why.test(words)) return { kind: 'why' };
  if (more.test(words)) return { kind: 'more' };
  if (again.test(words)) return { kind: 'list_again' };
  // "2" is a number of the list only while there is a list; "so 1" alike.
  const number = numberedIntent(words);
  if (number !== undefined) return number;
  const question = courseQuestion(text);
  if (question === undefined) return undefined;
  // "Miễn phí", "có online không" narrow a list; of one course in view they are a question.
  const isOfOne = question.which !== undefined || state.focus !== undefined;
  return question.mayNarrow && !isOfOne ? undefined : { kind: 'course_question', ...question };
}

/** What a person sent, with a pressed choice already read. */
export type Routed =
  | Exclude<InboundContent, { kind: 'choice' | 'heard' }>
  | { readonly kind: 'pressed'; readonly choice: ChoiceEvent };

/**
 * Decides what a message asks for that answers no running question: a pressed choice, a command, small talk, and
 * everything else is something to find. Pure.
 */
export function route(content: Routed, state: DialogueState): Intent {
  switch (content.kind) {
    case 'pressed':
    case 'tutor':
    case 'media':
      return content;
    case 'unsupported':
      return { kind: 'unsupported', what: content.what };
    case 'place':
      return { kind: 'place', ward: content.ward, point: content.point };
    case 'start':
      return startIntent(content.parameter);
    case 'text': {
      const words = plainWords(content.text);
      const distress = distressOf(content.text);
      // "Buồn quá" by itself has its own kind word; "xin lỗi" and "nghỉ nha" may be a leave-taking.
      const talk = distress === 'perhaps' ? smallTalkOf(content.text, words) : undefined;
      if (distress !== undefined && (talk === undefined || talk === 'sorry' || talk === 'resting'))
        return { kind: 'distress', distress };
      return (
        typedLink(content.text) ??
        readCommand(content.text) ??
        smallIntent(content.text, words, state) ?? { kind: 'find', text: content.text }
      );
    }
  }
}
