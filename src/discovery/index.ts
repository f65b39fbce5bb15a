export { understand } from './understand.ts';
export type { Facets, Wish } from './wish.ts';
