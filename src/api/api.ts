import { Hono, type MiddlewareHandler } from 'hono';
import { createTranslator } from '../locales/index.ts';
import type { StaffMember } from '../staff/index.ts';
import { type AgreementsApiOptions, agreementEndpoints } from './agreements.ts';
import { type ApplicationsApiOptions, applicationEndpoints } from './applications.ts';
import { attendanceEndpoints } from './attendance.ts';
import { type BroadcastsApiOptions, broadcastEndpoints } from './broadcasts.ts';
import { type CertificatesApiOptions, certificateEndpoints } from './certificates.ts';
import { type CohortsApiOptions, cohortEndpoints } from './cohorts.ts';
import { type ContentGapsApiOptions, contentGapEndpoints } from './content-gaps.ts';
import { type CoursesApiOptions, courseEndpoints } from './courses.ts';
import { type CurriculumApiOptions, curriculumEndpoints } from './curriculum.ts';
import { curriculumRequestEndpoints } from './curriculum-requests.ts';
import { mountEndpoints, publicEndpoint } from './endpoint.ts';
import { type FreshnessApiOptions, freshnessEndpoints } from './freshness.ts';
import { type HelpLinesApiOptions, helpLineEndpoints } from './help-lines.ts';
import { type ImportFeedsApiOptions, importFeedEndpoints } from './import-feeds.ts';
import { importReportEndpoints } from './import-reports.ts';
import { type InboxApiOptions, inboxEndpoints } from './inbox.ts';
import { type InsightsApiOptions, insightsEndpoints } from './insights.ts';
import { type LoansApiOptions, loanEndpoints } from './loans.ts';
import { type NetworkReportsApiOptions, networkReportEndpoints } from './network-reports.ts';
import { type OccupationsApiOptions, occupationEndpoints } from './occupations.ts';
import { type OffersApiOptions, offerEndpoints } from './offers.ts';
import { describeApi } from './openapi.ts';
import { type PlaceDeskApiOptions, placeDeskEndpoints } from './place-desk.ts';
import { type PlacesApiOptions, placeEndpoints } from './places.ts';
import { programmeEndpoints } from './programmes.ts';
import { type ProposalsApiOptions, proposalEndpoints } from './proposals.ts';
import { type SearchApiOptions, searchEndpoints } from './search.ts';
import { localeOf, type StaffEnvironment } from './staff-access.ts';
import { type WorkshopsApiOptions, workshopEndpoints } from './workshops.ts';

export interface ApiOptions
  extends CoursesApiOptions,
    OccupationsApiOptions,
    SearchApiOptions,
    PlacesApiOptions,
    PlaceDeskApiOptions,
    LoansApiOptions,
    NetworkReportsApiOptions,
    InboxApiOptions,
    BroadcastsApiOptions,
    WorkshopsApiOptions,
    CohortsApiOptions,
    CertificatesApiOptions,
    ContentGapsApiOptions,
    HelpLinesApiOptions,
    FreshnessApiOptions,
    AgreementsApiOptions,
    ApplicationsApiOptions,
    OffersApiOptions,
    ProposalsApiOptions,
    CurriculumApiOptions,
    InsightsApiOptions,
    ImportFeedsApiOptions {
  /** Turns away an address that asks too often. */
  readonly limitRate: MiddlewareHandler;
  /** The member a token belongs to. */
  readonly memberOf: (token: string) => Promise<StaffMember | undefined>;
}

const fromAnyOrigin: MiddlewareHandler = (c, next) => {
  c.header('Access-Control-Allow-Origin', '*');
  return next();
};

/** Methods by path, as an Allow header lists them; GET is answered to HEAD too. */
function allowedMethods(routes: readonly string[]): ReadonlyMap<string, string> {
  const methods = new Map<string, Set<string>>();
  for (const route of routes) {
    const [method = '', path = ''] = route.split(' ');
    const known = methods.get(path) ?? new Set();
    for (const each of method === 'GET' ? ['GET', 'HEAD'] : [method]) known.add(each);
    methods.set(path, known);
  }
  return new Map([...methods].map(([path, known]) => [path, [...known].join(', ')]));
}

/** The API, version 1: what is public, and what is for staff. Its description is made from the same schemas that parse requests. */
export function createApi(options: ApiOptions): Hono<StaffEnvironment> {
  const api = new Hono<StaffEnvironment>();
  const endpoints = [
    ...courseEndpoints(options),
    ...occupationEndpoints(options),
    ...searchEndpoints(options),
    ...placeEndpoints(options),
    ...placeDeskEndpoints(options),
    ...loanEndpoints(options),
    ...networkReportEndpoints(options),
    ...inboxEndpoints(options),
    ...broadcastEndpoints(options),
    ...workshopEndpoints(options),
    ...attendanceEndpoints(options),
    ...certificateEndpoints(options),
    ...cohortEndpoints(options),
    ...contentGapEndpoints(options),
    ...helpLineEndpoints(options),
    ...freshnessEndpoints(options),
    ...agreementEndpoints(options),
    ...applicationEndpoints(options),
    ...offerEndpoints(options),
    ...proposalEndpoints(options),
    ...curriculumEndpoints(options),
    ...curriculumRequestEndpoints(options),
    ...insightsEndpoints(options),
    ...programmeEndpoints(options),
    ...importFeedEndpoints(options),
    ...importReportEndpoints(options),
  ];
  const description = publicEndpoint('GET /api/v1/openapi.json', {
    summary: 'This description',
    answers: { 200: { description: 'OpenAPI 3.1' } },
    handle: ({ c }) => {
      described ??= describeApi(all);
      return c.json(described);
    },
  });
  const all = [...endpoints, description];
  // Made for the first who asks: it takes 30 ms, and most processes are never asked.
  let described: object | undefined;
  mountEndpoints(api, all, { ...options, fromAnyOrigin });
  const open = new Set(all.filter(({ access }) => access === 'public').map(({ route }) => route.split(' ')[1]));
  for (const [path, allowed] of allowedMethods(all.map(({ route }) => route))) {
    if (open.has(path)) api.all(path, fromAnyOrigin);
    api.all(path, (c) => {
      const message = createTranslator(localeOf(c))('api-wrong-method', { problem: allowed });
      return c.json({ error: { code: 'method_not_allowed', message } }, 405, { Allow: allowed });
    });
  }
  return api;
}
