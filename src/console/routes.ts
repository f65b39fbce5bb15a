import type { Role } from '../staff/index.ts';

/** Everything, only what is of the member's own organisation, or nothing. */
export type Reach = 'all' | 'own' | 'no';

/**
 * What each role may do in the console, route by route: `all` of it, only what is of the member's `own` organisation, or nothing
 * (`no`, answered with 403). Whoever is not signed in gets none of them. The staff API has its own table
 * (`src/api/staff-routes.ts`); a test walks both with every role.
 */
export const consoleRoutes = {
  'GET /console': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'own' },
  'POST /console/sign-out': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'own' },

  'GET /console/account': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'own' },
  'POST /console/account/name': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'own' },
  'POST /console/account/language': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'own' },
  'POST /console/account/second-factor': {
    admin: 'all',
    editor: 'all',
    approver: 'all',
    viewer: 'all',
    partner: 'own',
  },
  'POST /console/account/second-factor/confirm': {
    admin: 'all',
    editor: 'all',
    approver: 'all',
    viewer: 'all',
    partner: 'own',
  },
  'POST /console/account/second-factor/off': {
    admin: 'all',
    editor: 'all',
    approver: 'all',
    viewer: 'all',
    partner: 'own',
  },
  'POST /console/account/backup-codes': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'own' },
  'POST /console/account/sign-out-everywhere': {
    admin: 'all',
    editor: 'all',
    approver: 'all',
    viewer: 'all',
    partner: 'own',
  },

  'GET /console/inbox': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'own' },
  'GET /console/inbox/:id': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'own' },
  'GET /console/inbox/:id/messages': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'own' },
  'POST /console/inbox/:id/claim': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/inbox/:id/release': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/inbox/:id/answer': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/inbox/:id/regrade': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/inbox/:id/close': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },

  'GET /console/broadcasts': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'no' },
  'GET /console/broadcasts/new': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/broadcasts': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/broadcasts/estimate': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'GET /console/broadcasts/:id': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'no' },
  'GET /console/broadcasts/:id/edit': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/broadcasts/:id': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'GET /console/broadcasts/:id/events': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'no' },
  'POST /console/broadcasts/:id/duplicate': {
    admin: 'all',
    editor: 'all',
    approver: 'no',
    viewer: 'no',
    partner: 'no',
  },
  'POST /console/broadcasts/:id/submit': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/broadcasts/:id/return': { admin: 'all', editor: 'all', approver: 'all', viewer: 'no', partner: 'no' },
  'POST /console/broadcasts/:id/approve': { admin: 'all', editor: 'no', approver: 'all', viewer: 'no', partner: 'no' },
  'POST /console/broadcasts/:id/pause': { admin: 'all', editor: 'all', approver: 'all', viewer: 'no', partner: 'no' },
  'POST /console/broadcasts/:id/resume': { admin: 'all', editor: 'all', approver: 'all', viewer: 'no', partner: 'no' },
  'POST /console/broadcasts/:id/cancel': { admin: 'all', editor: 'all', approver: 'all', viewer: 'no', partner: 'no' },
  'POST /console/broadcasts/:id/correct': { admin: 'all', editor: 'all', approver: 'all', viewer: 'no', partner: 'no' },
  'POST /console/broadcasts/:id/recall': { admin: 'all', editor: 'all', approver: 'all', viewer: 'no', partner: 'no' },
  'POST /console/broadcasts/:id/retry': { admin: 'all', editor: 'all', approver: 'all', viewer: 'no', partner: 'no' },
  'GET /console/broadcasts/:id/receipt': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'no' },
  'GET /console/broadcasts/:id/receipt.csv': {
    admin: 'all',
    editor: 'all',
    approver: 'all',
    viewer: 'all',
    partner: 'no',
  },

  // The organisation that holds a workshop stands at its door; what is announced in the city's name is the city's.
  'GET /console/workshops': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'own' },
  'GET /console/new-workshop': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/new-workshop': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'GET /console/workshops/:id': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'own' },
  'GET /console/workshops/:id/registrations.csv': {
    admin: 'all',
    editor: 'all',
    approver: 'all',
    viewer: 'all',
    partner: 'own',
  },
  'GET /console/workshops/:id/poster': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'own' },
  'GET /console/workshops/:id/edit': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/workshops/:id/edit': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'GET /console/workshops/:id/repeat': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/workshops/:id/repeat': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'GET /console/workshops/:id/cancel': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/workshops/:id/cancel': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/workshops/:id/registrations/:key/withdraw': {
    admin: 'all',
    editor: 'all',
    approver: 'no',
    viewer: 'no',
    partner: 'no',
  },
  'GET /console/door/:id': { admin: 'all', editor: 'all', approver: 'all', viewer: 'no', partner: 'own' },
  'GET /console/door/:id/list': { admin: 'all', editor: 'all', approver: 'all', viewer: 'no', partner: 'own' },
  'POST /console/door/:id/scans': { admin: 'all', editor: 'all', approver: 'all', viewer: 'no', partner: 'own' },

  // Who may read the figures of classes in the API; nobody of the city reads who is in one.
  'GET /console/classes': { admin: 'all', editor: 'all', approver: 'no', viewer: 'all', partner: 'no' },
  'GET /console/classes/:id': { admin: 'all', editor: 'all', approver: 'no', viewer: 'all', partner: 'no' },

  // As in the API: a certificate is the city's, and has no organisation.
  'GET /console/certificates': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'no' },
  'GET /console/certificates/:code': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'no' },
  'POST /console/certificates/:code/withdraw': {
    admin: 'all',
    editor: 'all',
    approver: 'no',
    viewer: 'no',
    partner: 'no',
  },

  // As in the API: an organisation says itself what became of its courses, and reads what was reported of them, not by whom.
  'GET /console/stale': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'own' },
  'GET /console/stale.csv': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'own' },
  'POST /console/stale/:id/confirm': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'own' },
  'POST /console/stale/:id/close': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'own' },
  'POST /console/stale/:id/undo': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'own' },
  'POST /console/stale/:id/restore': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/stale/links': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/stale/links/:id/revoke': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },

  // As in the API: whoever gives the seats decides.
  'GET /console/applications': { admin: 'all', editor: 'all', approver: 'all', viewer: 'no', partner: 'own' },
  'GET /console/applications/:id': { admin: 'all', editor: 'all', approver: 'all', viewer: 'no', partner: 'own' },
  'POST /console/applications/:id/accept': {
    admin: 'all',
    editor: 'all',
    approver: 'no',
    viewer: 'no',
    partner: 'own',
  },
  'POST /console/applications/:id/refuse': {
    admin: 'all',
    editor: 'all',
    approver: 'no',
    viewer: 'no',
    partner: 'own',
  },
  'POST /console/applications/:id/rate': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'own' },
  'POST /console/applications/:id/ask': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'own' },
  // An organisation sees its own places and lends what is there; what residents say of a place is for the city to settle.
  'GET /console/places': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'own' },
  'GET /console/places/:id': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'own' },
  'POST /console/places/:id': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/places/:id/close': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/places/:id/reopen': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/places/:id/dismiss': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },

  // Figures of the whole city.
  'GET /console/network': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'no' },
  'GET /console/network.csv': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'no' },

  // Who borrows is read by who lends.
  'GET /console/places/:id/loans': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'own' },
  'POST /console/places/:id/stock': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'own' },
  'POST /console/loans/:id/hand-out': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'own' },
  'POST /console/loans/:id/return': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'own' },
  'POST /console/loans/:id/withdraw': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'own' },

  // Whoever writes lessons reads what is missing; it is nobody's own.
  'GET /console/gaps': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'no' },
  'POST /console/gaps/:id/close': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/gaps/:id/open': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },

  // What an organisation agreed on with the city is between the two: it reads its own.
  'GET /console/agreements': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'own' },
  'GET /console/agreements/new': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/agreements': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'GET /console/agreements/:id': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'own' },
  'GET /console/agreements/:id/edit': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/agreements/:id/edit': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/agreements/:id/activate': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/agreements/:id/end': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },

  // An organisation keeps its own offers and proposes workshops; the city says yes or no.
  'GET /console/offers': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'own' },
  'GET /console/offers/:kind/:id/edit': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'own' },
  'POST /console/offers/:kind/:id/edit': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'own' },
  'POST /console/offers/:kind/:id/confirm': {
    admin: 'all',
    editor: 'all',
    approver: 'no',
    viewer: 'no',
    partner: 'own',
  },
  'POST /console/offers/:kind/:id/hide': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'own' },
  'POST /console/offers/:kind/:id/show': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'own' },
  'GET /console/proposals': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'own' },
  'GET /console/proposals/new': { admin: 'no', editor: 'no', approver: 'no', viewer: 'no', partner: 'own' },
  'POST /console/proposals': { admin: 'no', editor: 'no', approver: 'no', viewer: 'no', partner: 'own' },
  'GET /console/proposals/:id': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'own' },
  'GET /console/proposals/:id/edit': { admin: 'no', editor: 'no', approver: 'no', viewer: 'no', partner: 'own' },
  'POST /console/proposals/:id/edit': { admin: 'no', editor: 'no', approver: 'no', viewer: 'no', partner: 'own' },
  'POST /console/proposals/:id/withdraw': { admin: 'no', editor: 'no', approver: 'no', viewer: 'no', partner: 'own' },
  'POST /console/proposals/:id/return': { admin: 'all', editor: 'no', approver: 'all', viewer: 'no', partner: 'no' },
  'POST /console/proposals/:id/approve': { admin: 'all', editor: 'no', approver: 'all', viewer: 'no', partner: 'no' },

  // The figures are the whole city's; what was done about a wish is said in its name.
  'GET /console/insights': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'no' },
  'GET /console/insights/:part': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'no' },
  'GET /console/insights/:part/file': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'no' },
  'POST /console/insights/answers': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/insights/answers/:id/withdraw': {
    admin: 'all',
    editor: 'all',
    approver: 'no',
    viewer: 'no',
    partner: 'no',
  },
  // As workshops: the organisation that holds a programme notes who came.
  'GET /console/programmes': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'own' },
  'GET /console/programmes/new': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/programmes': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'GET /console/programmes/:id': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'own' },
  'POST /console/programmes/:id/attendance': {
    admin: 'all',
    editor: 'all',
    approver: 'all',
    viewer: 'no',
    partner: 'own',
  },

  // What is stale against the city's demand is the city's; of what it asks for an organisation reads its own and answers.
  'GET /console/curriculum': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'no' },
  'GET /console/curriculum.csv': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'no' },
  'GET /console/curriculum-requests': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'own' },
  'GET /console/curriculum-requests/new': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/curriculum-requests': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'GET /console/curriculum-requests/:id': {
    admin: 'all',
    editor: 'all',
    approver: 'all',
    viewer: 'all',
    partner: 'own',
  },
  'POST /console/curriculum-requests/:id/answer': {
    admin: 'all',
    editor: 'all',
    approver: 'no',
    viewer: 'no',
    partner: 'own',
  },
  'POST /console/curriculum-requests/:id/take-back': {
    admin: 'all',
    editor: 'all',
    approver: 'no',
    viewer: 'no',
    partner: 'own',
  },
  'POST /console/curriculum-requests/:id/close': {
    admin: 'all',
    editor: 'all',
    approver: 'no',
    viewer: 'no',
    partner: 'no',
  },
  'POST /console/curriculum-requests/:id/withdraw': {
    admin: 'all',
    editor: 'all',
    approver: 'no',
    viewer: 'no',
    partner: 'no',
  },
  'POST /console/curriculum-requests/:id/reopen': {
    admin: 'all',
    editor: 'all',
    approver: 'no',
    viewer: 'no',
    partner: 'no',
  },

  // What openings ask for is nobody's own.
  'GET /console/demand': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'no' },
  'GET /console/demand.csv': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'no' },

  // Figures of the whole city, with what it pays.
  'GET /console/tutor': { admin: 'all', editor: 'all', approver: 'no', viewer: 'all', partner: 'no' },

  // What people in danger are told: read by the city's staff, kept by those who answer residents.
  'GET /console/help-lines': { admin: 'all', editor: 'all', approver: 'all', viewer: 'all', partner: 'no' },
  'GET /console/help-lines/new': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/help-lines': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'GET /console/help-lines/:id': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/help-lines/:id': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/help-lines/:id/show': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/help-lines/:id/hide': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/help-lines/:id/up': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/help-lines/:id/down': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/help-lines/:id/verify': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },

  // An organisation imports rows of its own; an address that is fetched every day is the city's to set up.
  'GET /console/import-templates/:kind': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'own' },
  'GET /console/import-templates/:kind/example': {
    admin: 'all',
    editor: 'all',
    approver: 'no',
    viewer: 'no',
    partner: 'own',
  },
  'GET /console/imports': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'own' },
  'POST /console/imports': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'own' },
  'GET /console/imports/:id': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'own' },
  'GET /console/imports/:id/events': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'own' },
  'GET /console/imports/:id/errors.csv': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'own' },
  'POST /console/imports/:id/start': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'own' },
  'POST /console/imports/:id/discard': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'own' },
  'GET /console/import-reports': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'GET /console/import-reports/:id': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'GET /console/import-reports/:id/changes.csv': {
    admin: 'all',
    editor: 'all',
    approver: 'no',
    viewer: 'no',
    partner: 'no',
  },
  'GET /console/feeds': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'GET /console/feeds/new': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/feeds': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'GET /console/feeds/:id': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/feeds/:id': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/feeds/:id/sync': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/feeds/:id/pause': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/feeds/:id/resume': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/feeds/:id/remove': { admin: 'all', editor: 'all', approver: 'no', viewer: 'no', partner: 'no' },

  'GET /console/staff': { admin: 'all', editor: 'no', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/staff': { admin: 'all', editor: 'no', approver: 'no', viewer: 'no', partner: 'no' },
  'GET /console/staff/:id': { admin: 'all', editor: 'no', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/staff/:id/role': { admin: 'all', editor: 'no', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/staff/:id/link': { admin: 'all', editor: 'no', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/staff/:id/token': { admin: 'all', editor: 'no', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/staff/:id/revoke': { admin: 'all', editor: 'no', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/staff/:id/sessions': { admin: 'all', editor: 'no', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/staff/:id/second-factor': { admin: 'all', editor: 'no', approver: 'no', viewer: 'no', partner: 'no' },
  'POST /console/staff/:id/remove': { admin: 'all', editor: 'no', approver: 'no', viewer: 'no', partner: 'no' },

  'GET /console/audit': { admin: 'all', editor: 'no', approver: 'no', viewer: 'no', partner: 'no' },
  'GET /console/audit.csv': { admin: 'all', editor: 'no', approver: 'no', viewer: 'no', partner: 'no' },
} as const satisfies Readonly<Record<string, Readonly<Record<Role, Reach>>>>;

export type ConsoleRoute = keyof typeof consoleRoutes;

export function reachOf(route: ConsoleRoute, role: Role): Reach {
  return consoleRoutes[route][role];
}

/** What needs no session: files, and the way in. */
export const openRoutes = [
  'GET /console/tep/:hash/:name',
  'GET /console/door-worker.js',
  'GET /console/sign-in',
  'POST /console/sign-in/ask',
  'GET /console/sign-in/code',
  'POST /console/sign-in/code',
  'GET /console/link/:token',
  'POST /console/link/:token',
  'POST /console/setup',
] as const;

export type OpenRoute = (typeof openRoutes)[number];
