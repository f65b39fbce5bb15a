import { ownedRows, raiseKindVersion } from '../catalogue/index.ts';

/** The places of an organisation and what it may change of them. */
export const ownedPlaces = ownedRows({
  table: 'place',
  title: 'name',
  fields: { name: 'line', address: 'line', phone: 'line' },
  confirmedOn: 'confirmed_on',
  hides: 'hidden_at',
  changed: async (tx) => ({ version: await raiseKindVersion(tx, 'places') }),
});
