export { arcKm, inRadians, kmBetween, kmBetweenRadians, type Point, type PointInRadians } from './distance.ts';
export { outsidePlace } from './outside.ts';
export { type RecognisedPlace, recognisePlaces } from './recognise.ts';
export { type Tile, tileSize, wardTiles } from './tiles.ts';
export { distanceKm, findWard, nearestWards, type Ward, type WardSearch, wardAt, wardByCode, wards } from './wards.ts';
