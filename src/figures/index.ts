import { feedbackPart } from './feedback.tsx';
import type { FigurePart, PartName } from './part.ts';
import { reachPart } from './reach.tsx';
import { unmetPart } from './unmet.tsx';
import { yearsPart } from './years.tsx';

export { type Asked, type FigurePart, type PartName, type Place, partNames, type Words } from './part.ts';

/** The pages of figures, by name. */
export const figureParts: Readonly<Record<PartName, FigurePart>> = {
  years: yearsPart,
  unmet: unmetPart,
  reach: reachPart,
  feedback: feedbackPart,
};
export { TileMap } from './tile-map.tsx';
