export { type ApiOptions, createApi } from './api.ts';
export type { FoundOffer, SearchApiOptions, SearchedKind } from './search.ts';
