export { type RecognisedPlace, recognisePlaces } from './recognise.ts';
export { distanceKm, findWard, type Ward, type WardSearch, wardByCode } from './wards.ts';
