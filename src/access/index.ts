export { type OpeningHours, readOpeningHours, type Span, spansOn } from './opening-hours.ts';
export { isOpenAt, type OpeningMoment, type OpeningState, openingState } from './opening-state.ts';
export { type Place, type PlaceKind, placeById, placesByKeys, streamPlaces } from './place.ts';
export { createPlaceFinder } from './place-finder.ts';
export {
  buildPlaceIndex,
  fartherKm,
  type IndexedPlace,
  type PlaceHit,
  type PlaceIndex,
  type PlaceQuery,
} from './place-index.ts';
export { placeKind } from './place-kind.ts';
export { type PlaceNeed, placeNeeds } from './place-need.ts';
