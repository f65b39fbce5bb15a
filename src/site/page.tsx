import type { Child, FC } from 'hono/jsx';
import type { Translator } from '../locales/index.ts';
import type { Locale } from '../message/index.ts';

interface PageProps {
  readonly locale: Locale;
  readonly t: Translator;
  readonly title: string;
  readonly description: string;
  readonly canonical?: string;
  /** True for pages that search engines should leave out: sample data is not for the world. */
  readonly isHidden?: boolean;
  /** Without the way to the chat, for people who came to do one thing. */
  readonly isBare?: boolean;
  readonly head?: Child;
  readonly children?: Child;
}

/** The frame of a public page, with what shared links show of it. */
export const Page: FC<PageProps> = ({ locale, t, title, description, canonical, isHidden, isBare, head, children }) => (
  <html lang={locale}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <meta name="description" content={description} />
      <meta name="color-scheme" content="light dark" />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={t('web-service')} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      {canonical !== undefined && <meta property="og:url" content={canonical} />}
      {canonical !== undefined && <link rel="canonical" href={canonical} />}
      {isHidden && <meta name="robots" content="noindex" />}
      <link rel="icon" href="/assets/0/icon.svg" type="image/svg+xml" />
      <link rel="stylesheet" href="/assets/0/chat.css" />
      {head}
    </head>
    <body>
      {!isBare && (
        <header>
          <div class="bar">
            <a href="/" class="button">
              {t('web-to-chat')}
            </a>
          </div>
        </header>
      )}
      <main class="page">{children}</main>
    </body>
  </html>
);
