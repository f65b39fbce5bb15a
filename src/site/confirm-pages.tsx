import type { Context, Hono, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { FC } from 'hono/jsx';
import { z } from 'zod';
import type { Standing } from '../catalogue/index.ts';
import { day, localDate, localTime } from '../conversation/index.ts';
import type { Clock } from '../database/index.ts';
import type { ConfirmList, Decision, FreshnessDesk, LinkHolder, StaleCourse } from '../freshness/index.ts';
import { createTranslator, type Translator } from '../locales/index.ts';
import type { Locale } from '../message/index.ts';
import { Page } from './page.tsx';

export interface ConfirmPagesOptions {
  readonly clock: Clock;
  readonly timezone: string;
  readonly limitRate: MiddlewareHandler;
  readonly desk: FreshnessDesk;
  /** Who a token of a link belongs to, while it works. */
  readonly linkHolder: (token: string) => Promise<LinkHolder | undefined>;
  /** Courses of an organisation, those confirmed longest ago first. @param page from 0 */
  readonly confirmList: (organisationId: number, page: number) => Promise<ConfirmList>;
}

const path = '/xac-nhan/:token';
const largestForm = 16 * 1024;
const largestPage = 10_000;

const date = z
  .literal('')
  .or(z.iso.date().refine((given) => given >= '2000-01-01' && given <= '2100-12-31'))
  .optional()
  .transform((given) => (given === '' ? undefined : given));
const key = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);
const press = z.discriminatedUnion('act', [
  z.object({ act: z.enum(['confirm', 'close', 'undo']), course: key }),
  z.object({ act: z.literal('dates'), course: key, starts_on: date, ends_on: date }),
  z.object({ act: z.literal('all'), sure: z.string().optional() }),
  z.object({ act: z.literal('undo-all') }),
]);
type Press = z.output<typeof press>;

/**
 * The page by which an organisation confirms its courses, for whoever has the link. Opening it changes nothing, since programs that scan
 * mail open every link; each press is a form of its own, works without script, and the same press twice is one.
 */
export function addConfirmPages(site: Hono, options: ConfirmPagesOptions, localeOf: (c: Context) => Locale): void {
  const { desk } = options;

  /** Nobody else is to learn the address: no cache, no index, no frame; like every page, it tells no other site where one came from. */
  function secret(c: Context): void {
    c.header('Cache-Control', 'no-store');
    c.header('X-Robots-Tag', 'noindex');
    c.header('X-Frame-Options', 'DENY');
  }

  function gone(c: Context): Response | Promise<Response> {
    const locale = localeOf(c);
    const t = createTranslator(locale);
    const page = (
      <Page locale={locale} t={t} title={t('confirm-gone-title')} description={t('confirm-gone')} isHidden>
        <h1>{t('confirm-gone-title')}</h1>
        <p>{t('confirm-gone')}</p>
      </Page>
    );
    return c.html(`<!doctype html>${String(page)}`, 404);
  }

  const pageOf = (c: Context): number => {
    const asked = Number(c.req.query('trang') ?? 1);
    return Number.isSafeInteger(asked) && asked >= 1 && asked <= largestPage ? asked - 1 : 0;
  };

  async function show(c: Context, holder: LinkHolder, told?: Told): Promise<Response> {
    const locale = localeOf(c);
    const number = pageOf(c);
    const list = await options.confirmList(holder.organisation.id, number);
    const shown = { holder, list, number, told, timezone: options.timezone, token: c.req.param('token') ?? '' };
    return c.html(confirmPage(shown, locale, createTranslator(locale)), told === undefined ? 200 : 422);
  }

  site.get(path, options.limitRate, async (c) => {
    secret(c);
    const holder = await options.linkHolder(c.req.param('token'));
    return holder === undefined ? gone(c) : show(c, holder);
  });

  const limit = bodyLimit({ maxSize: largestForm, onError: (c) => c.text('', 413) });
  site.post(path, options.limitRate, limit, async (c) => {
    secret(c);
    const holder = await options.linkHolder(c.req.param('token'));
    if (holder === undefined) return gone(c);
    const form = await c.req.parseBody().catch(() => ({}));
    const parsed = press.safeParse(form);
    if (!parsed.success) return show(c, holder, { key: 'confirm-unclear' });
    if (parsed.data.act === 'all' && parsed.data.sure === undefined) return sure(c, holder);
    const told = await act(holder, parsed.data);
    if (told !== undefined) return show(c, holder, told);
    const course = 'course' in parsed.data ? `#c${parsed.data.course}` : '';
    const query = new URL(c.req.url).search;
    return c.redirect(`${c.req.path}${query}${course}`, 303);
  });

  async function sure(c: Context, holder: LinkHolder): Promise<Response> {
    const locale = localeOf(c);
    const t = createTranslator(locale);
    const { open } = await options.confirmList(holder.organisation.id, 0);
    const address = new URL(c.req.url);
    const page = (
      <Page locale={locale} t={t} title={t('confirm-all')} description={t('confirm-all')} isHidden isBare>
        <h1>{t('confirm-all')}</h1>
        <p>{t('confirm-all-sure', { count: open, organisation: holder.organisation.name })}</p>
        <form method="post" class="choices">
          <input type="hidden" name="act" value="all" />
          <button type="submit" class="button" name="sure" value="yes">
            {t('confirm-all-yes', { count: open })}
          </button>
          <a class="button" href={`${address.pathname}${address.search}`}>
            {t('confirm-back')}
          </a>
        </form>
      </Page>
    );
    return c.html(`<!doctype html>${String(page)}`);
  }

  /** Does what was pressed. Returns what is to be said when it could not be done. */
  async function act(holder: LinkHolder, pressed: Press): Promise<Told | undefined> {
    const actor = { via: 'link', linkId: holder.linkId } as const;
    const { id } = holder.organisation;
    const reach = { organisationId: id };
    if (pressed.act === 'all') return void (await desk.confirmAll(id, actor));
    if (pressed.act === 'undo-all') return failed(await desk.undoAll(id, actor));
    if (pressed.act === 'undo') return failed(await desk.undo(reach, pressed.course, actor), pressed.course);
    return failed(await desk.decide(reach, pressed.course, decisionOf(pressed), actor), pressed.course);
  }
}

interface Told {
  readonly key: string;
  /** The course it is about. */
  readonly course?: number;
}

function failed(
  outcome: { readonly ok: true } | { readonly ok: false; readonly refusal: 'not_found' | 'ended' | 'order' },
  course?: number,
): Told | undefined {
  if (outcome.ok) return undefined;
  const words = { not_found: 'confirm-nothing', ended: 'confirm-ended', order: 'confirm-order' } as const;
  return { key: words[outcome.refusal], ...(course === undefined ? {} : { course }) };
}

function decisionOf(pressed: Extract<Press, { act: 'confirm' | 'close' | 'undo' | 'dates' }>): Decision {
  if (pressed.act === 'dates') return { kind: 'revised', startsOn: pressed.starts_on, endsOn: pressed.ends_on };
  return { kind: pressed.act === 'close' ? 'closed' : 'confirmed' };
}

interface Shown {
  readonly holder: LinkHolder;
  readonly list: ConfirmList;
  readonly number: number;
  readonly told: Told | undefined;
  readonly timezone: string;
  readonly token: string;
}

function confirmPage(shown: Shown, locale: Locale, t: Translator): string {
  const { holder, list, number, told, timezone } = shown;
  const { name } = holder.organisation;
  const others = list.courses.some(({ lastAct }) => lastAct?.kind === 'confirmed');
  const query = (page: number): string => `?trang=${page}${locale === 'en' ? '&lang=en' : ''}`;
  const page = (
    <Page
      locale={locale}
      t={t}
      title={t('confirm-title', { organisation: name })}
      description={t('confirm-what')}
      isHidden
      isBare
    >
      <h1>{t('confirm-title', { organisation: name })}</h1>
      <p>{t('confirm-what')}</p>
      {told !== undefined && told.course === undefined && (
        <p class="notice" role="alert">
          {t(told.key)}
        </p>
      )}
      {list.open > 1 && (
        <form method="post" class="choices">
          <button type="submit" class="button" name="act" value="all">
            {t('confirm-all')}
          </button>
          {others && (
            <button type="submit" class="button quiet" name="act" value="undo-all">
              {t('confirm-undo-all')}
            </button>
          )}
        </form>
      )}
      {list.courses.length === 0 && <p>{t('confirm-none')}</p>}
      <ul class="confirm">
        {list.courses.map((course) => (
          <Row course={course} told={told?.course === course.key ? told : undefined} timezone={timezone} t={t} />
        ))}
      </ul>
      {(number > 0 || list.isMore) && (
        <p class="choices">
          {number > 0 && (
            <a class="button" href={query(number)}>
              {t('confirm-before')}
            </a>
          )}
          {list.isMore && (
            <a class="button" href={query(number + 2)}>
              {t('confirm-more')}
            </a>
          )}
        </p>
      )}
      <p>{t('confirm-until', { date: day(lastWholeDay(holder.expiresAt, timezone)) })}</p>
      <p>
        <a href={locale === 'en' ? '?lang=vi' : '?lang=en'} lang={locale === 'en' ? 'vi' : 'en'}>
          {locale === 'en' ? 'Tiếng Việt' : 'English'}
        </a>
      </p>
    </Page>
  );
  return `<!doctype html>${String(page)}`;
}

/** A link ends in the middle of a day; the one before is what one can rely on. */
const lastWholeDay = (end: Date, timezone: string): string => localDate(new Date(end.getTime() - 86_400_000), timezone);

const isOver = (standing: Standing): boolean => standing === 'closed' || standing === 'ended';

const Row: FC<{
  readonly course: StaleCourse;
  readonly told: Told | undefined;
  readonly timezone: string;
  readonly t: Translator;
}> = ({ course, told, timezone, t }) => {
  const { key, title, standing, lastAct } = course;
  const named = (label: string): string => `${label}: ${title}`;
  return (
    <li id={`c${key}`}>
      <h2>{course.sample ? `${title} ${t('course-sample-mark')}` : title}</h2>
      <p>
        {t('confirm-state', { standing, date: day(course.confirmedOn), people: course.reports.people })}
        {dates(course, t)}
      </p>
      {told !== undefined && (
        <p class="notice" role="alert">
          {t(told.key)}
        </p>
      )}
      {lastAct !== undefined && (
        <p class="done">{t('confirm-done', { kind: lastAct.kind, time: localTime(lastAct.at, timezone) })}</p>
      )}
      <form method="post" class="choices">
        <input type="hidden" name="course" value={String(key)} />
        {standing !== 'ended' && lastAct?.kind !== 'confirmed' && (
          <button type="submit" class="button" name="act" value="confirm" aria-label={named(t('confirm-open'))}>
            {t('confirm-open')}
          </button>
        )}
        {!isOver(standing) && (
          <button type="submit" class="button quiet" name="act" value="close" aria-label={named(t('confirm-close'))}>
            {t('confirm-close')}
          </button>
        )}
        {lastAct?.via === 'link' && (
          <button type="submit" class="button quiet" name="act" value="undo" aria-label={named(t('choice-undo'))}>
            {t('choice-undo')}
          </button>
        )}
      </form>
      <details open={told !== undefined}>
        <summary aria-label={named(t('confirm-dates'))}>{t('confirm-dates')}</summary>
        <form method="post" class="dates">
          <input type="hidden" name="course" value={String(key)} />
          <label>
            {t('confirm-starts')}
            <input type="date" name="starts_on" value={course.startsOn ?? ''} min="2000-01-01" max="2100-12-31" />
          </label>
          <label>
            {t('confirm-ends')}
            <input type="date" name="ends_on" value={course.endsOn ?? ''} min="2000-01-01" max="2100-12-31" />
          </label>
          <button type="submit" class="button" name="act" value="dates" aria-label={named(t('confirm-save-dates'))}>
            {t('confirm-save-dates')}
          </button>
        </form>
      </details>
    </li>
  );
};

function dates({ startsOn, endsOn }: StaleCourse, t: Translator): string {
  const parts = [
    ...(startsOn === undefined ? [] : [t('confirm-starts-on', { date: day(startsOn) })]),
    ...(endsOn === undefined ? [] : [t('confirm-ends-on', { date: day(endsOn) })]),
  ];
  return parts.length === 0 ? '' : ` ${parts.join(' ')}`;
}
