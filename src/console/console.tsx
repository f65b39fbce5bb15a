import { type Context, Hono, type MiddlewareHandler } from 'hono';
import type { Clock, Database } from '../database/index.ts';
import type { StaffAuth } from '../staff/index.ts';
import { addAccountPage } from './account-page.tsx';
import { type AgreementPagesOptions, addAgreementPages } from './agreement-pages.tsx';
import { type ApplicationPagesOptions, addApplicationPages } from './application-pages.tsx';
import { addAuditPage } from './audit-page.tsx';
import { addBroadcastPages, type BroadcastPagesOptions } from './broadcast-pages.tsx';
import { addCertificatePages, type CertificatePagesOptions } from './certificate-pages.tsx';
import { addClassPages, type ClassPagesOptions } from './class-pages.tsx';
import { addCurriculumPages, type CurriculumPagesOptions } from './curriculum-pages.tsx';
import { addCurriculumRequestPages } from './curriculum-request-pages.tsx';
import { addDemandPages, type DemandPagesOptions } from './demand-pages.tsx';
import { addDoorPage } from './door-page.tsx';
import { addFeedPages, type FeedPagesOptions } from './feed-pages.tsx';
import { consoleFileNamed } from './files.ts';
import { createFrame } from './frame.ts';
import { addGapPages, type GapPagesOptions } from './gap-pages.tsx';
import { addHelpLinePages, type HelpLinePagesOptions } from './help-line-pages.tsx';
import { addImportReportPages } from './import-report-pages.tsx';
import { addImportsPages, type ImportsPagesOptions } from './imports-pages.tsx';
import { addInboxPages, type InboxPagesOptions } from './inbox-pages.tsx';
import { addInsightsPages, type InsightsPagesOptions } from './insights-pages.tsx';
import { refusal } from './layout.tsx';
import { addLoanPages, type LoanPagesOptions } from './loan-pages.tsx';
import { addNetworkPages, type NetworkPagesOptions } from './network-pages.tsx';
import { addOfferPages, type OfferPagesOptions } from './offer-pages.tsx';
import { addOverviewPage, type OverviewOptions } from './overview-page.tsx';
import { createPages, type OpenContext, type Pages } from './pages.ts';
import { addPlacePages, type PlacePagesOptions } from './place-pages.tsx';
import { addProgrammePages } from './programme-pages.tsx';
import { addProposalPages } from './proposal-pages.tsx';
import { addSignInPages, setupOrRefusal } from './sign-in-pages.tsx';
import { addStaffPages, type StaffPagesOptions } from './staff-pages.tsx';
import { addStalePages, type StalePagesOptions } from './stale-pages.tsx';
import { addTutorPages, type TutorPagesOptions } from './tutor-pages.tsx';
import type { WorkshopPagesOptions } from './workshop-access.ts';
import { addWorkshopChangePages } from './workshop-change-pages.tsx';
import { addWorkshopListPage } from './workshop-list-page.tsx';
import { addWorkshopPage } from './workshop-page.tsx';

/** What the console stands on, and what its parts need. */
export interface ConsoleOptions
  extends InboxPagesOptions,
    OverviewOptions,
    StaffPagesOptions,
    BroadcastPagesOptions,
    WorkshopPagesOptions,
    CertificatePagesOptions,
    ClassPagesOptions,
    GapPagesOptions,
    DemandPagesOptions,
    CurriculumPagesOptions,
    AgreementPagesOptions,
    OfferPagesOptions,
    InsightsPagesOptions,
    TutorPagesOptions,
    HelpLinePagesOptions,
    StalePagesOptions,
    ApplicationPagesOptions,
    PlacePagesOptions,
    LoanPagesOptions,
    NetworkPagesOptions,
    ImportsPagesOptions,
    FeedPagesOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly auth: StaffAuth;
  readonly timezone: string;
  /** Makes the tokens of forms. */
  readonly csrfSecret: string;
  readonly publicUrl: string | undefined;
  /** The network address a request comes from, seen through trusted proxies. */
  readonly clientAddress: (c: Context) => string;
  /** Whether a trusted proxy may say that the browser talks https. */
  readonly trustsProxy: boolean;
  /** The setting SETUP_TOKEN. */
  readonly setupToken: string | undefined;
  readonly logProblem: (error: unknown) => void;
}

/** No script, style or frame but our own files, and nothing of a page stays in a cache. */
const headers = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'X-Frame-Options': 'DENY',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Robots-Tag': 'noindex',
} as const;

const secureHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
  if (c.res.headers.get('cache-control') === null) c.header('Cache-Control', 'no-store');
};

/** The pages for staff. What each role may do stands in `routes.ts`. */
export function createConsole(options: ConsoleOptions): Hono {
  const app = new Hono();
  app.use('/console', secureHeaders);
  app.use('/console/*', secureHeaders);

  const isSecure = (c: Context): boolean =>
    options.publicUrl?.startsWith('https:') === true ||
    (options.trustsProxy && c.req.header('x-forwarded-proto')?.split(',').at(-1)?.trim() === 'https');
  const callerOf = (c: Context) => ({
    cookie: c.req.header('cookie'),
    userAgent: c.req.header('user-agent'),
    address: options.clientAddress(c),
    isSecure: isSecure(c),
  });
  const signIn = { ...options, callerOf };
  const pages = createPages(app, { ...options, callerOf });

  // The address printed at the first start: the page behind the sign-in, and with a token the one that comes before it.
  app.get('/console', async (c, next) => {
    const token = c.req.query('setup');
    if (token === undefined) return next();
    const context = c as unknown as OpenContext;
    context.set('frame', createFrame(c, options.timezone));
    return setupOrRefusal(context, token, signIn);
  });
  addFiles(pages);
  addSignInPages(pages, signIn);
  addInboxPages(pages, options);
  addBroadcastPages(pages, options);
  addWorkshopListPage(pages, options);
  addWorkshopChangePages(pages, options);
  addWorkshopPage(pages, options);
  addDoorPage(pages, options);
  addClassPages(pages, options);
  addCertificatePages(pages, options);
  addApplicationPages(pages, options);
  addStalePages(pages, options);
  addPlacePages(pages, options);
  addLoanPages(pages, options);
  addNetworkPages(pages, options);
  addGapPages(pages, options);
  addDemandPages(pages, options);
  addCurriculumPages(pages, options);
  addCurriculumRequestPages(pages, options);
  addAgreementPages(pages, options);
  addOfferPages(pages, options);
  addProposalPages(pages, options);
  addInsightsPages(pages, options);
  addProgrammePages(pages, options);
  addTutorPages(pages, options);
  addHelpLinePages(pages, options);
  addOverviewPage(pages, options);
  addImportsPages(pages, options);
  addImportReportPages(pages, options);
  addFeedPages(pages, options);
  addStaffPages(pages, options);
  addAuditPage(pages, options);
  addAccountPage(pages, signIn);
  pages.on('POST /console/sign-out', async (c) => {
    for (const cookie of await options.auth.signOut(callerOf(c))) c.header('Set-Cookie', cookie, { append: true });
    return c.redirect('/console/sign-in', 303);
  });

  app.all('/console/*', (c) => refusal(createFrame(c, options.timezone), 404, 'console-no-page'));
  app.onError((error, c) => {
    options.logProblem(error);
    return refusal(createFrame(c, options.timezone), 500, 'console-failed');
  });
  return app;
}

function addFiles(pages: Pages): void {
  pages.open('GET /console/tep/:hash/:name', (c) => {
    const file = consoleFileNamed(c.req.param('name') ?? '');
    if (file === undefined) return refusal(c.var.frame, 404, 'console-no-page');
    const isCurrent = c.req.path === file.path;
    c.header('Cache-Control', isCurrent ? 'public, max-age=31536000, immutable' : 'no-cache');
    c.header('Content-Type', file.type);
    c.header('Vary', 'Accept-Encoding');
    if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(file.content);
    c.header('Content-Encoding', 'gzip');
    return c.body(file.packed);
  });
}
