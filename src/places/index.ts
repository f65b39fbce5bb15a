export { type RecognisedPlace, recognisePlaces } from './recognise.ts';
export { distanceKm, findWard, nearestWards, type Ward, type WardSearch, wardByCode } from './wards.ts';
