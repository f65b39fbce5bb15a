import { type Child, createContext, type FC, type PropsWithChildren, useContext } from 'hono/jsx';
import { consoleFile } from './files.ts';
import type { Frame } from './frame.ts';
import { type ConsoleRoute, reachOf } from './routes.ts';

/** The pages of the bar at the top, each for whom may see it. */
const navigation: readonly { readonly route: ConsoleRoute & `GET ${string}`; readonly label: string }[] = [
  { route: 'GET /console', label: 'console-overview' },
  { route: 'GET /console/inbox', label: 'console-inbox' },
  { route: 'GET /console/broadcasts', label: 'console-broadcasts' },
  { route: 'GET /console/workshops', label: 'console-workshops' },
  { route: 'GET /console/programmes', label: 'console-programmes' },
  { route: 'GET /console/offers', label: 'console-offers-short' },
  { route: 'GET /console/proposals', label: 'console-proposals-short' },
  { route: 'GET /console/curriculum', label: 'console-curriculum-short' },
  { route: 'GET /console/curriculum-requests', label: 'console-requests-short' },
  { route: 'GET /console/agreements', label: 'console-agreements-short' },
  { route: 'GET /console/applications', label: 'console-applications' },
  { route: 'GET /console/stale', label: 'console-stale' },
  { route: 'GET /console/places', label: 'console-places' },
  { route: 'GET /console/network', label: 'console-network' },
  { route: 'GET /console/classes', label: 'console-classes' },
  { route: 'GET /console/certificates', label: 'console-certificates' },
  { route: 'GET /console/gaps', label: 'console-gaps-short' },
  { route: 'GET /console/insights', label: 'numbers-short' },
  { route: 'GET /console/demand', label: 'console-demand-short' },
  { route: 'GET /console/tutor', label: 'console-tutor' },
  { route: 'GET /console/help-lines', label: 'console-help-lines' },
  { route: 'GET /console/imports', label: 'console-imports' },
  { route: 'GET /console/staff', label: 'console-staff' },
  { route: 'GET /console/audit', label: 'console-audit' },
  { route: 'GET /console/account', label: 'console-account' },
];

const FrameContext = createContext<Frame | undefined>(undefined);

/** The frame of the page that is being drawn. */
export function useFrame(): Frame {
  const frame = useContext(FrameContext);
  if (frame === undefined) throw new Error('Outside of a page there is no frame.');
  return frame;
}

const html = { 'content-type': 'text/html; charset=utf-8' };

export interface PageParts {
  readonly title: string;
  readonly children?: Child;
  readonly status?: 200 | 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500;
}

/** Answers with a whole page. */
export function page(frame: Frame, { title, children, status = 200 }: PageParts): Response {
  const drawn = (
    <FrameContext.Provider value={frame}>
      <Layout title={title}>{children}</Layout>
    </FrameContext.Provider>
  );
  return frame.c.body(`<!doctype html>${String(drawn)}`, status, html);
}

/** Answers with a part of a page, for htmx. */
export function part(frame: Frame, children: Child): Response {
  return frame.c.body(drawn(frame, children), 200, html);
}

/** A part of a page as text, for a stream. */
export function drawn(frame: Frame, children: Child): string {
  return String(<FrameContext.Provider value={frame}>{children}</FrameContext.Provider>);
}

/** Answers that something was not done, and what to do about it. @param key a text of the locale files */
export function refusal(
  frame: Frame,
  status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500,
  key: string,
  args: Readonly<Record<string, string | number>> = {},
): Response {
  const { t } = frame;
  const toSignIn = frame.session === undefined && status === 401;
  return page(frame, {
    status,
    title: t('console-not-done'),
    children: (
      <>
        <h1>{t('console-not-done')}</h1>
        <p>{t(key, { ...args })}</p>
        <p>
          <a href={toSignIn ? '/console/sign-in' : '/console'}>
            {toSignIn ? t('console-sign-in') : t('console-to-overview')}
          </a>
        </p>
      </>
    ),
  });
}

/** Whether who is signed in may use a route: for buttons and links that would lead to a refusal. */
export function mayUse({ session }: Frame, route: ConsoleRoute): boolean {
  return session !== undefined && reachOf(route, session.member.role) !== 'no';
}

const Layout: FC<PropsWithChildren<{ title: string }>> = ({ title, children }) => {
  const frame = useFrame();
  const { t, locale, flash, session, csrf } = frame;
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${t('console-name')}`}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <meta
          name="htmx-config"
          content='{"includeIndicatorStyles":false,"allowEval":false,"selfRequestsOnly":true,"historyCacheSize":0}'
        />
        <link rel="icon" href="/assets/0/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={consoleFile('pico.css').path} />
        <link rel="stylesheet" href={consoleFile('console.css').path} />
        <script src={consoleFile('htmx.js').path} defer></script>
        <script src={consoleFile('sse.js').path} defer></script>
        <script src={consoleFile('console.js').path} defer></script>
      </head>
      <body {...(csrf === '' ? {} : { 'hx-headers': JSON.stringify({ 'X-CSRF-Token': csrf }) })}>
        <a class="skip" href="#noi-dung">
          {t('console-skip')}
        </a>
        <header class="top">
          <div class="container">
            <strong>{t('console-name')}</strong>
            {session !== undefined && (
              <nav aria-label={t('console-navigation')}>
                {navigation
                  .filter(({ route }) => mayUse(frame, route))
                  .map(({ route, label }) => {
                    const href = route.slice('GET '.length);
                    return (
                      <a href={href} aria-current={isHere(frame.path, href) ? 'page' : undefined}>
                        {t(label)}
                      </a>
                    );
                  })}
              </nav>
            )}
            <a href={languageLink(frame)} lang={locale === 'en' ? 'vi' : 'en'}>
              {locale === 'en' ? 'Tiếng Việt' : 'English'}
            </a>
            {session !== undefined && (
              <Form action="/console/sign-out">
                <button type="submit" class="secondary">
                  {t('console-sign-out')}
                </button>
              </Form>
            )}
          </div>
        </header>
        <main class="container" id="noi-dung">
          {flash !== undefined && (
            <p class={`flash ${flash.kind}`} role="status">
              {flashText(frame)}
            </p>
          )}
          {children}
        </main>
      </body>
    </html>
  );
};

/** The first page is above all others and is marked on itself only. */
function isHere(path: string, href: string): boolean {
  return path === href || (href !== '/console' && path.startsWith(`${href}/`));
}

function languageLink({ c, locale }: Frame): string {
  const url = new URL(c.req.url);
  // The answer to a form has no address of its own to come back to.
  const path = c.req.method === 'GET' ? url.pathname : '/console';
  const query = c.req.method === 'GET' ? url.searchParams : new URLSearchParams();
  query.set('lang', locale === 'en' ? 'vi' : 'en');
  return `${path}?${query}`;
}

/** A cookie may name a text that this version no longer has. */
function flashText({ flash, t }: Frame): string {
  if (flash === undefined) return '';
  try {
    return t(flash.key, { ...flash.args });
  } catch {
    return '';
  }
}

interface FormProps {
  readonly action: string;
  readonly class?: string;
  /** For forms with files. */
  readonly enctype?: 'multipart/form-data';
}

/** A form that changes something: a POST with the session's token. */
export const Form: FC<PropsWithChildren<FormProps>> = ({ children, ...attributes }) => {
  const { csrf } = useFrame();
  return (
    <form method="post" {...attributes}>
      {csrf !== '' && <input type="hidden" name="csrf" value={csrf} />}
      {children}
    </form>
  );
};
