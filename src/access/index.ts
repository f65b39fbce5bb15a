export {
  type DayAndTime,
  isOpenAt,
  type OpeningHours,
  readOpeningHours,
  type Span,
  spansOn,
} from './opening-hours.ts';
export { type Place, type PlaceKind, placeById, placesByKeys, streamPlaces } from './place.ts';
export { placeKind } from './place-kind.ts';
