import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { raw } from 'hono/html';
import type { Course } from '../catalogue/index.ts';
import { courseFacts, type PictureFile } from '../conversation/index.ts';
import type { Clock } from '../database/index.ts';
import { createTranslator, type Translator } from '../locales/index.ts';
import type { Locale } from '../message/index.ts';
import { courseJsonLd } from './json-ld.ts';
import { Page } from './page.tsx';

export interface SiteOptions {
  readonly courseById: (id: string) => Promise<Course | undefined>;
  /** The address people reach us at. */
  readonly address: () => string;
  readonly clock: Clock;
  /** Where a link that we handed out leads; undefined for one that is not ours. A person who follows it is noted. */
  readonly followLink: (token: string, by: 'person' | 'program') => Promise<string | undefined>;
  /** Whether a user agent only looks at a link for somebody else. */
  readonly isLinkPreview: (userAgent: string | undefined) => boolean;
  /** Everything held on the learner of a download link; undefined when it has expired or is not ours. */
  readonly exportData: (token: string) => Promise<unknown>;
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

function coursePage(course: Course, locale: Locale, t: Translator, canonical: string): string {
  const page = (
    <Page
      locale={locale}
      t={t}
      title={`${course.title} – ${course.organisation}`}
      description={(course.description ?? `${course.title} – ${course.organisation}`).slice(0, 300)}
      canonical={canonical}
      isHidden={course.sample}
      head={<script type="application/ld+json">{raw(courseJsonLd(course, canonical))}</script>}
    >
      {course.sample && <p class="notice">{t('site-course-sample')}</p>}
      <h1>{course.sample ? `${course.title} ${t('course-sample-mark')}` : course.title}</h1>
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
    </Page>
  );
  return `<!doctype html>${String(page)}`;
}

/** Public pages, links that were handed out, and what the operator's machines ask. */
export function createSite(options: SiteOptions): Hono {
  const site = new Hono();

  site.get('/courses/:id', async (c) => {
    const locale = localeOf(c);
    const t = createTranslator(locale);
    const id = c.req.param('id');
    // No id has control characters, and the database takes none.
    const course = /\p{Cc}/u.test(id) ? undefined : await options.courseById(id);
    if (course === undefined) return c.html(notFoundPage(locale, t), 404);
    return c.html(coursePage(course, locale, t, `${options.address()}/courses/${encodeURIComponent(course.id)}`));
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
    const data = await options.exportData(c.req.param('token'));
    if (data === undefined) return c.html(notFoundPage(localeOf(c), createTranslator(localeOf(c))), 404);
    c.header('Cache-Control', 'no-store');
    c.header('Content-Disposition', 'attachment; filename="ban-hoc-du-lieu.json"');
    c.header('X-Robots-Tag', 'noindex');
    return c.body(JSON.stringify(data, null, 2), 200, { 'content-type': 'application/json; charset=utf-8' });
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
  site.get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /di/\nDisallow: /du-lieu/\nDisallow: /api/\n'));
  for (const path of new Set(site.routes.map((route) => route.path))) {
    site.all(path, (c) => {
      const allowed = 'GET, HEAD';
      return c.text(createTranslator(localeOf(c))('api-wrong-method', { problem: allowed }), 405, { Allow: allowed });
    });
  }
  return site;
}
