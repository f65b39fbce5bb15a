import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { raw } from 'hono/html';
import type { FC } from 'hono/jsx';
import type { Course } from '../catalogue/index.ts';
import { courseFacts, localDate, type PictureFile, standingInWords } from '../conversation/index.ts';
import type { Clock } from '../database/index.ts';
import type { ExportedData } from '../learners/index.ts';
import type { Notebook } from '../learning/index.ts';
import { createTranslator, type Translator } from '../locales/index.ts';
import type { Locale } from '../message/index.ts';
import { addCertificatePages, type CertificatePagesOptions } from './certificate-pages.tsx';
import { addConfirmPages, type ConfirmPagesOptions } from './confirm-pages.tsx';
import { DataPage } from './data-page.tsx';
import { courseJsonLd } from './json-ld.ts';
import { NotebookPage } from './notebook-page.tsx';
import { addNumbersPages, type NumbersPagesOptions } from './numbers-pages.tsx';
import { operatorOf } from './operator.ts';
import { addOrganisationPages, type OrganisationPagesOptions } from './organisation-pages.tsx';
import { Page } from './page.tsx';
import { type Kept, PrivacyPage } from './privacy.tsx';
import { addWorkshopPages, type WorkshopPagesOptions } from './workshop-pages.tsx';

export interface SiteOptions
  extends WorkshopPagesOptions,
    CertificatePagesOptions,
    ConfirmPagesOptions,
    OrganisationPagesOptions,
    NumbersPagesOptions {
  readonly courseById: (id: string) => Promise<Course | undefined>;
  /** Offered courses about the same things. */
  readonly similarCourses: (course: Course) => Promise<readonly Course[]>;
  readonly clock: Clock;
  /** For how long things are kept, for the page that says so. */
  readonly kept: Kept;
  /** Where a link that we handed out leads; undefined for one that is not ours. A person who follows it is noted. */
  readonly followLink: (token: string, by: 'person' | 'program') => Promise<string | undefined>;
  /** Whether a user agent only looks at a link for somebody else. */
  readonly isLinkPreview: (userAgent: string | undefined) => boolean;
  /** Everything held on the person of a link; undefined when it has expired or is not ours. */
  readonly exportData: (token: string) => Promise<ExportedData | undefined>;
  /** The notebook of the learner of a link; undefined when it has expired or is not ours. */
  readonly notebook: (token: string) => Promise<Notebook | undefined>;
  /** Draws the picture of a link that we handed out; undefined when it has expired, is not ours or shows what is gone. */
  readonly picture: (token: string) => Promise<PictureFile | undefined>;
  /** Turns away an address that asks too often: drawing a picture takes a tenth of a second. */
  readonly limitRate: MiddlewareHandler;
  readonly ready: () => Promise<{ ok: boolean; checks: Record<string, string> }>;
  readonly metrics: () => Promise<{ type: string; text: string }>;
}

function localeOf(c: Context): Locale {
  return c.req.query('lang') === 'en' ? 'en' : 'vi';
}

function notFoundPage(locale: Locale, t: Translator): string {
  const page = (
    <Page locale={locale} t={t} title={t('web-not-found-title')} description={t('web-not-found')}>
      <h1>{t('web-not-found-title')}</h1>
      <p>{t('web-not-found')}</p>
    </Page>
  );
  return `<!doctype html>${String(page)}`;
}

/** A course as a page shows it. `gone`: why it is not offered any more, and what is alike. */
interface ShownCourse {
  readonly course: Course;
  readonly gone: { readonly why: string; readonly similar: readonly Course[] } | undefined;
}

function coursePage({ course, gone }: ShownCourse, locale: Locale, t: Translator, canonical: string): string {
  const page = (
    <Page
      locale={locale}
      t={t}
      title={`${course.title} – ${course.organisation}`}
      description={(gone?.why ?? course.description ?? `${course.title} – ${course.organisation}`).slice(0, 300)}
      canonical={canonical}
      isHidden={course.sample || gone !== undefined}
      head={gone === undefined && <script type="application/ld+json">{raw(courseJsonLd(course, canonical))}</script>}
    >
      {course.sample && <p class="notice">{t('site-course-sample')}</p>}
      {gone !== undefined && <p class="notice">{gone.why}</p>}
      <h1>{titleOf(course, t)}</h1>
      {gone !== undefined && <Similar courses={gone.similar} locale={locale} t={t} />}
      {course.description !== undefined && <p class="text">{course.description}</p>}
      {course.skills.length > 0 && <p>{t('site-course-skills', { skills: course.skills.join(', ') })}</p>}
      <ul class="facts">
        {courseFacts(t, locale, { ...course, sample: false }).map((fact) => (
          <li>{fact}</li>
        ))}
      </ul>
      <div class="choices">
        {course.url !== undefined && (
          <a class="button" href={course.url} rel="noopener nofollow">
            {t('site-course-go')}
          </a>
        )}
        <a class="button" href={`/?start=${encodeURIComponent(`course_${course.id}`)}`}>
          {t('site-course-chat')}
        </a>
      </div>
      <p>
        <a href={locale === 'en' ? '/privacy?lang=en' : '/privacy'}>{t('choice-privacy')}</a>
      </p>
    </Page>
  );
  return `<!doctype html>${String(page)}`;
}

function titleOf(course: Course, t: Translator): string {
  return course.sample ? `${course.title} ${t('course-sample-mark')}` : course.title;
}

const Similar: FC<{ readonly courses: readonly Course[]; readonly locale: Locale; readonly t: Translator }> = ({
  courses,
  locale,
  t,
}) => (
  <section>
    <h2>{t('site-similar')}</h2>
    {courses.length === 0 && <p>{t('site-similar-none')}</p>}
    <ul>
      {courses.map((course) => (
        <li>
          <a href={`/courses/${encodeURIComponent(course.id)}${locale === 'en' ? '?lang=en' : ''}`}>
            {titleOf(course, t)}
          </a>
          {` – ${course.organisation}`}
        </li>
      ))}
    </ul>
  </section>
);

/** Public pages, links that were handed out, and what the operator's machines ask. */
export function createSite(options: SiteOptions): Hono {
  const site = new Hono();
  const operators = { vi: operatorOf('vi'), en: operatorOf('en') };

  site.get('/courses/:id', async (c) => {
    const locale = localeOf(c);
    const t = createTranslator(locale);
    const id = c.req.param('id');
    // No id has control characters, and the database takes none.
    const course = /\p{Cc}/u.test(id) ? undefined : await options.courseById(id);
    if (course === undefined) return c.html(notFoundPage(locale, t), 404);
    const why = standingInWords(t, course, localDate(options.clock(), options.timezone));
    const gone = why === undefined ? undefined : { why, similar: await options.similarCourses(course) };
    if (gone !== undefined) c.header('X-Robots-Tag', 'noindex');
    const canonical = `${options.address()}/courses/${encodeURIComponent(course.id)}`;
    return c.html(coursePage({ course, gone }, locale, t, canonical));
  });

  const notFound = (c: Context): Response | Promise<Response> =>
    c.html(notFoundPage(localeOf(c), createTranslator(localeOf(c))), 404);
  addWorkshopPages(site, options, localeOf, notFound);
  addOrganisationPages(site, options, localeOf, notFound);
  addCertificatePages(site, options, localeOf);
  addConfirmPages(site, options, localeOf);
  addNumbersPages(site, options, localeOf);

  site.get('/privacy', (c) => {
    const locale = localeOf(c);
    const page = (
      <PrivacyPage
        locale={locale}
        t={createTranslator(locale)}
        canonical={`${options.address()}/privacy${locale === 'en' ? '?lang=en' : ''}`}
        kept={options.kept}
        operator={operators[locale]}
      />
    );
    return c.html(`<!doctype html>${String(page)}`);
  });

  site.get('/di/:token', async (c) => {
    // Checkers ask with HEAD, and chats fetch a link to show what is behind it: nobody has opened the course.
    const isProgram = c.req.method === 'HEAD' || options.isLinkPreview(c.req.header('user-agent'));
    const target = await options.followLink(c.req.param('token'), isProgram ? 'program' : 'person');
    if (target === undefined) return c.html(notFoundPage(localeOf(c), createTranslator(localeOf(c))), 404);
    c.header('Cache-Control', 'no-store');
    return c.redirect(target, 302);
  });

  site.get('/du-lieu/:token', async (c) => {
    const locale = localeOf(c);
    const t = createTranslator(locale);
    const data = await options.exportData(c.req.param('token'));
    if (data === undefined) return c.html(notFoundPage(locale, t), 404);
    c.header('Cache-Control', 'no-store');
    c.header('X-Robots-Tag', 'noindex');
    c.header('Vary', 'Accept');
    // A browser asks for a page; whatever else asks, and who presses the button on it, gets the file.
    const isFile = c.req.query('file') !== undefined || !(c.req.header('accept') ?? '').includes('text/html');
    if (!isFile) {
      const file = `/du-lieu/${encodeURIComponent(c.req.param('token'))}?file`;
      const page = <DataPage data={data} locale={locale} t={t} timezone={options.timezone} file={file} />;
      return c.html(`<!doctype html>${String(page)}`);
    }
    c.header('Content-Disposition', 'attachment; filename="ban-hoc-du-lieu.json"');
    return c.body(JSON.stringify(data, null, 2), 200, { 'content-type': 'application/json; charset=utf-8' });
  });

  site.get('/so-hoc-tap/:token', async (c) => {
    const notebook = await options.notebook(c.req.param('token'));
    if (notebook === undefined) return notFound(c);
    c.header('Cache-Control', 'no-store');
    c.header('X-Robots-Tag', 'noindex');
    const locale = localeOf(c);
    const t = createTranslator(locale);
    const { timezone, kept } = options;
    const page = (
      <NotebookPage notebook={notebook} locale={locale} t={t} timezone={timezone} minutes={kept.linkMinutes} />
    );
    return c.html(`<!doctype html>${String(page)}`);
  });

  site.get('/anh/:token', options.limitRate, async (c) => {
    const file = await options.picture(c.req.param('token'));
    if (file === undefined) return c.html(notFoundPage(localeOf(c), createTranslator(localeOf(c))), 404);
    // For the person's own browser; shared caches would outlive the link.
    c.header('Cache-Control', 'private, max-age=3600');
    c.header('Content-Disposition', `inline; filename="${file.name}"`);
    c.header('Content-Length', String(file.content.length));
    // Not in robots.txt: a platform that fetches the picture for a chat might obey that.
    c.header('X-Robots-Tag', 'noindex');
    return c.body(new Uint8Array(file.content), 200, { 'content-type': 'image/png' });
  });

  site.get('/healthz', (c) => c.json({ status: 'ok', time: options.clock().toISOString() }));
  site.get('/readyz', async (c) => {
    const { ok, checks } = await options.ready();
    return c.json({ status: ok ? 'ready' : 'not ready', checks }, ok ? 200 : 503);
  });
  site.get('/metrics', async (c) => {
    const { type, text } = await options.metrics();
    return c.body(text, 200, { 'content-type': type });
  });
  site.get('/robots.txt', (c) =>
    c.text(
      'User-agent: *\nDisallow: /di/\nDisallow: /du-lieu/\nDisallow: /so-hoc-tap/\nDisallow: /xac-nhan/\nDisallow: /api/\n',
    ),
  );
  const posted = new Set(site.routes.filter(({ method }) => method === 'POST').map(({ path }) => path));
  for (const path of new Set(site.routes.map((route) => route.path))) {
    site.all(path, (c) => {
      const allowed = posted.has(path) ? 'GET, HEAD, POST' : 'GET, HEAD';
      return c.text(createTranslator(localeOf(c))('api-wrong-method', { problem: allowed }), 405, { Allow: allowed });
    });
  }
  return site;
}
