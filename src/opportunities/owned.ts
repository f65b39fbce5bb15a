import { ownedRows, raiseKindVersion } from '../catalogue/index.ts';

/** The scholarships of an organisation and what it may change of them. */
export const ownedScholarships = ownedRows({
  table: 'scholarship',
  title: 'title',
  fields: { title: 'line', description: 'text', url: 'url', deadline: 'day', amount_vnd: 'money', seats: 'count' },
  hides: 'hidden_at',
  changed: async (tx) => ({ version: await raiseKindVersion(tx, 'scholarships') }),
});

/** The internships and projects of an organisation and what it may change of them. */
export const ownedInternships = ownedRows({
  table: 'internship',
  title: 'title',
  fields: { title: 'line', description: 'text', url: 'url', deadline: 'day', pay_vnd: 'money', seats: 'count' },
  hides: 'hidden_at',
  changed: async (tx) => ({ version: await raiseKindVersion(tx, 'internships') }),
});
