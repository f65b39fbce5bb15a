import { type ReadingOptions, read } from './reading.ts';
import type { Wish } from './wish.ts';

export type { Vocabulary } from './vocabulary.ts';

/**
 * What a message means to discovery: the conditions it states, and the topic that is left, each idea with its
 * alternatives. Pure. Words are never ANDed: what counts is how much of the ideas a course covers.
 */
export function understand(text: string, options: ReadingOptions = {}): Wish {
  return read(text, options).wish;
}
