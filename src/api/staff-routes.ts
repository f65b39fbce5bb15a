import type { Role } from '../staff/index.ts';

/**
 * What each role may do, route by route: `all` of it, only what is of the member's `own` organisation, or nothing (`no`, answered
 * with 403). A partner reads the reports about its courses and answers nobody: what residents wrote to the city is not its mail.
 */
export const staffRoutes = {
  'GET /api/v1/inbox': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'own' },
  'GET /api/v1/inbox/:id': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'own' },
  'POST /api/v1/inbox/:id/claim': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /api/v1/inbox/:id/answer': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /api/v1/inbox/:id/close': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /api/v1/inbox/:id/regrade': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /api/v1/inbox/:id/release': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /api/v1/broadcasts': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'GET /api/v1/broadcasts': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'no' },
  'GET /api/v1/broadcasts/:id': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'no' },
  'GET /api/v1/broadcasts/:id/preview': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'no' },
  'POST /api/v1/broadcasts/:id/test': { admin: 'all', editor: 'all', approver: 'all', viewer: 'no', partner: 'no' },
  'POST /api/v1/broadcasts/estimate': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'PATCH /api/v1/broadcasts/:id': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /api/v1/broadcasts/:id/submit': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /api/v1/broadcasts/:id/return': { admin: 'all', editor: 'all', approver: 'all', viewer: 'no', partner: 'no' },
  'POST /api/v1/broadcasts/:id/approve': { admin: 'all', editor: 'no', approver: 'all', viewer: 'no', partner: 'no' },
  'POST /api/v1/broadcasts/:id/pause': { admin: 'all', editor: 'all', approver: 'all', viewer: 'no', partner: 'no' },
  'POST /api/v1/broadcasts/:id/resume': { admin: 'all', editor: 'all', approver: 'all', viewer: 'no', partner: 'no' },
  'POST /api/v1/broadcasts/:id/cancel': { admin: 'all', editor: 'all', approver: 'all', viewer: 'no', partner: 'no' },
  'POST /api/v1/broadcasts/:id/recall': { admin: 'all', editor: 'all', approver: 'all', viewer: 'no', partner: 'no' },
  'POST /api/v1/broadcasts/:id/correct': { admin: 'all', editor: 'all', approver: 'all', viewer: 'no', partner: 'no' },
  'POST /api/v1/broadcasts/:id/retry': { admin: 'all', editor: 'all', approver: 'all', viewer: 'no', partner: 'no' },
  'GET /api/v1/broadcasts/:id/receipt': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'no' },
  'GET /api/v1/broadcasts/:id/receipt.csv': {
    admin: 'all',
    editor: 'all',
    approver: 'all',
    viewer: 'all',
    partner: 'no',
  },
  // The organisation that holds a workshop stands at its door; what is announced in the city's name is the city's.
  'GET /api/v1/workshops': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'own' },
  'POST /api/v1/workshops': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'GET /api/v1/workshops/:id': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'own' },
  'PATCH /api/v1/workshops/:id': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /api/v1/workshops/:id/cancel': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /api/v1/workshops/:id/repeat': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'GET /api/v1/workshops/:id/registrations': {
    admin: 'all',
    editor: 'all',
    approver: 'all',
    viewer: 'all',
    partner: 'own',
  },
  'GET /api/v1/workshops/:id/registrations.csv': {
    admin: 'all',
    editor: 'all',
    approver: 'all',
    viewer: 'all',
    partner: 'own',
  },
  'POST /api/v1/workshops/:id/check-in': { admin: 'all', editor: 'all', approver: 'all', viewer: 'no', partner: 'own' },
  'POST /api/v1/workshops/:id/check-in/undo': {
    admin: 'all',
    editor: 'all',
    approver: 'all',
    viewer: 'no',
    partner: 'own',
  },
  'POST /api/v1/workshops/:id/walk-in': { admin: 'all', editor: 'all', approver: 'all', viewer: 'no', partner: 'own' },
  // An organisation says itself what became of its courses; what residents reported without ground is for the city to say.
  'GET /api/v1/stale': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'own' },
  'POST /api/v1/courses/:id/confirm': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'own' },
  'POST /api/v1/courses/:id/close': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'own' },
  'POST /api/v1/courses/:id/undo': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'own' },
  'POST /api/v1/courses/:id/restore': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  // A class has no organisation, so that a partner has none of its own.
  'GET /api/v1/cohorts': { admin: 'all', editor: 'all', approver: 'no', viewer: 'all', partner: 'no' },
  'GET /api/v1/certificates/:code': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'no' },
  'POST /api/v1/certificates/:code/withdraw': {
    admin: 'all',
    editor: 'all',
    approver: 'no',
    viewer: 'no',
    partner: 'no',
  },
  // As in the console: it is nobody's own.
  'GET /api/v1/content-gaps': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'no' },
  'POST /api/v1/content-gaps/:id/close': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /api/v1/content-gaps/:id/reopen': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'GET /api/v1/help-lines': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'no' },
  'POST /api/v1/help-lines': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'PATCH /api/v1/help-lines/:id': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /api/v1/help-lines/:id/show': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /api/v1/help-lines/:id/hide': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /api/v1/help-lines/:id/move': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /api/v1/help-lines/:id/verify': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
} as const satisfies Readonly<Record<string, Readonly<Record<Role, 'all' | 'own' | 'no'>>>>;

export type StaffRoute = keyof typeof staffRoutes;
