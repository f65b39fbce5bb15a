import { readFileSync } from 'node:fs';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import type { Locale } from '../message/index.ts';

/** Renders a text of the locale files. Throws on an unknown key or a missing argument: both are faults of ours. */
export type Translator = (key: string, args?: Record<string, string | number>) => string;

function loadBundle(locale: Locale): FluentBundle {
  // Fluent's isolation marks (U+2068, U+2069) would show as boxes on old phones and break copying an address.
  const bundle = new FluentBundle(locale, { useIsolating: false });
  const errors = bundle.addResource(
    new FluentResource(readFileSync(new URL(`./${locale}.ftl`, import.meta.url), 'utf8')),
  );
  if (errors.length > 0) throw new Error(`src/locales/${locale}.ftl: ${errors.map(String).join('; ')}`);
  return bundle;
}

const bundles = new Map<Locale, FluentBundle>();

/** The translator of a language; its file is read once. */
export function createTranslator(locale: Locale): Translator {
  let bundle = bundles.get(locale);
  if (bundle === undefined) {
    bundle = loadBundle(locale);
    bundles.set(locale, bundle);
  }
  const texts = bundle;
  return (key, args) => {
    const pattern = texts.getMessage(key)?.value;
    if (pattern === null || pattern === undefined) throw new Error(`No text "${key}" in src/locales/${locale}.ftl`);
    const errors: Error[] = [];
    const text = texts.formatPattern(pattern, args ?? null, errors);
    if (errors[0] !== undefined) throw new Error(`Text "${key}" (${locale}): ${errors[0].message}`);
    return text;
  };
}
