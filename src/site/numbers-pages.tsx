import type { Context, Hono } from 'hono';
import { day } from '../conversation/index.ts';
import type { Queryable } from '../database/index.ts';
import { type FigurePart, figureParts, type PartName, partNames } from '../figures/index.ts';
import { countedUntil } from '../insights/index.ts';
import { createTranslator } from '../locales/index.ts';
import type { Locale } from '../message/index.ts';
import { csvOf } from '../text/index.ts';
import { Page } from './page.tsx';

export interface NumbersPagesOptions {
  /** Where the counted figures are read. */
  readonly numbers: Queryable;
  readonly address: () => string;
}

const pathOf = (part: PartName): string => (part === 'years' ? '/numbers' : `/numbers/${part}`);

/** What was chosen on a page, for its file; nothing else of an address is repeated. */
function chosen(asked: Readonly<Record<string, string>>): string {
  const kept = ['year', 'quarter', 'ward', 'figure', 'lang'].flatMap((name) =>
    asked[name] === undefined ? [] : [[name, asked[name]]],
  );
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`;
}

/** The figures that everybody may read, each page with its file. They change once a night. */
export function addNumbersPages(
  site: Hono,
  { numbers, address }: NumbersPagesOptions,
  localeOf: (c: Context) => Locale,
): void {
  for (const part of partNames) {
    site.get(pathOf(part), (c) => numbersPage(c, figureParts[part]));
    site.get(`/numbers/${part}.csv`, async (c) => {
      const locale = localeOf(c);
      const loaded = await figureParts[part].load(numbers, c.req.query());
      c.header('Content-Disposition', `attachment; filename="ban-hoc-${part}.csv"`);
      const rows = loaded.rows({ t: createTranslator(locale), locale });
      return c.body(csvOf(rows), 200, { 'content-type': 'text/csv; charset=utf-8' });
    });
  }

  async function numbersPage(c: Context, part: FigurePart): Promise<Response> {
    const locale = localeOf(c);
    const t = createTranslator(locale);
    const asked = c.req.query();
    const loaded = await part.load(numbers, asked);
    const until = await countedUntil(numbers);
    const path = pathOf(part.name);
    const language = locale === 'en' ? '?lang=en' : '';
    const title = t('numbers-part', { part: part.name });
    const drawn = (
      <Page
        locale={locale}
        t={t}
        title={title}
        description={t('numbers-what')}
        canonical={`${address()}${path}${language}`}
      >
        <h1>{title}</h1>
        <nav class="choices" aria-label={t('numbers-title')}>
          {partNames.map((name) => (
            <a
              class={name === part.name ? 'button' : 'button quiet'}
              href={`${pathOf(name)}${language}`}
              aria-current={name === part.name ? 'page' : undefined}
            >
              {t('numbers-part-short', { part: name })}
            </a>
          ))}
        </nav>
        <p class="crumb">
          {until === undefined ? t('numbers-until-none') : t('numbers-until', { date: day(until) })} {t('numbers-rule')}
        </p>
        {loaded.body({ t, locale }, { path, file: `/numbers/${part.name}.csv${chosen(asked)}`, isStaff: false })}
      </Page>
    );
    return c.html(`<!doctype html>${String(drawn)}`);
  }
}
