/** Parts of understanding and ranking that can be left out, to see what each is worth. */
export const searchParts = [
  'abbreviations',
  'spelling',
  'taxonomy',
  'situations',
  'neighbouring ideas',
  'conditions',
  'rare words',
  'word pairs',
  'accents',
  'floor',
] as const;
export type SearchPart = (typeof searchParts)[number];

let leftOut: SearchPart | undefined;

/** Leaves one part out of every search of this process, or none again: for measuring only. */
export function leaveOut(part: SearchPart | undefined): void {
  leftOut = part;
}

/** Whether a part takes part. */
export function takesPart(part: SearchPart): boolean {
  return part !== leftOut;
}
