import { withoutInvisible } from './invisible.ts';

/** Whose words they are. */
export type FencedKind = 'learner' | 'lesson' | 'catalogue' | 'tool';

/**
 * Text of others as data for a model: between two marks with a random word in them, which the text cannot know. It cannot write the marks
 * either: their brackets, the nonce itself and the control words of known chat formats are broken up. A model may still be talked round by what
 * stands inside; that is why what it answers is checked as well.
 * @param nonce 16 to 64 letters and digits, new for every call
 * @throws RangeError for a nonce that could be guessed
 */
export function fenced(kind: FencedKind, text: string, nonce: string): string {
  if (!/^[A-Za-z0-9_-]{16,64}$/.test(nonce)) throw new RangeError('A nonce has 16 to 64 letters and digits');
  return `⟦${kind} ${nonce}⟧\n${inside(text, nonce)}\n⟦/${kind} ${nonce}⟧`;
}

function inside(text: string, nonce: string): string {
  const plain = withoutInvisible(text)
    .replaceAll('⟦', '[')
    .replaceAll('⟧', ']')
    // "<|im_start|>", "[INST]", "<<SYS>>", "<start_of_turn>": written out they would be read as the format's own.
    .replace(/<\|/g, '< |')
    .replace(/\|>/g, '| >')
    .replace(/\[(\/?)(INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_RESULTS)\]/gi, '[ $1$2 ]')
    .replace(/<<(\/?SYS)>>/gi, '< <$1> >')
    .replace(/<(\/?)(start_of_turn|end_of_turn|begin_of_text|eot_id|bos|eos)>/gi, '< $1$2 >');
  // Replaced, not taken out: what stood around it must not make another.
  return plain.replace(new RegExp(nonce, 'gi'), '…');
}
