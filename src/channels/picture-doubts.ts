import type { Picture } from '../message/index.ts';

/**
 * Pictures sent with an unknown outcome. The message is sent again, as every reply is, but without its picture: one that the
 * platform chokes on each time must not cost the person the answer.
 */
export interface PictureDoubts {
  add(chat: string, picture: Picture): void;
  /** Whether the last try with this picture ended so; asking settles it. */
  settle(chat: string, picture: Picture): boolean;
}

/** Kept at once; a doubt that is forgotten is a picture that is tried again. */
const mostDoubts = 10_000;

export function createPictureDoubts(): PictureDoubts {
  const doubts = new Set<string>();
  const keyOf = (chat: string, picture: Picture): string => `${chat} ${JSON.stringify(picture)}`;
  return {
    add(chat, picture) {
      if (doubts.size >= mostDoubts) doubts.clear();
      doubts.add(keyOf(chat, picture));
    },
    settle: (chat, picture) => doubts.delete(keyOf(chat, picture)),
  };
}
