import { ownedRows } from './owned-rows.ts';
import { bumpCatalogueVersion } from './repository.ts';

/** The courses of an organisation and what it may change of them; closing and confirming are `freshness`'s. */
export const ownedCourses = ownedRows({
  table: 'course',
  title: 'title',
  fields: {
    title: 'line',
    description: 'text',
    url: 'url',
    address: 'line',
    price_vnd: 'money',
    seats: 'count',
    reviewed_on: 'past_day',
  },
  confirmedOn: 'confirmed_on',
  hides: 'closed_at',
  isDecidedElsewhere: true,
  changed: async (tx) => ({ change_version: await bumpCatalogueVersion(tx) }),
});
