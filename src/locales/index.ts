import { readFileSync } from 'node:fs';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import type { Locale } from '../message/index.ts';
import { type Address, addressed } from './address.ts';

export { type Address, addressInWords } from './address.ts';

/** Renders a text of the locale files. Throws on an unknown key or a missing argument: both are faults of ours. */
export type Translator = (key: string, args?: Record<string, string | number>) => string;

/** How somebody wants to be spoken to. */
export interface Manner {
  /** In place of "bạn", in Vietnamese. */
  readonly address?: Address | undefined;
  /** Prefers the short form of a text, its attribute `.simple`, where there is one. */
  readonly isSimple?: boolean;
  /** Prefers the steps on this kind of phone, the attributes `.iphone` and `.android`. */
  readonly phone?: 'iphone' | 'android' | undefined;
}

function loadBundle(locale: Locale, address: Address): FluentBundle {
  // Fluent's isolation marks (U+2068, U+2069) would show as boxes on old phones and break copying an address.
  const bundle = new FluentBundle(locale, { useIsolating: false });
  const resource = new FluentResource(readFileSync(new URL(`./${locale}.ftl`, import.meta.url), 'utf8'));
  const errors = bundle.addResource(locale === 'vi' ? addressed(resource, address) : resource);
  if (errors.length > 0) throw new Error(`src/locales/${locale}.ftl: ${errors.map(String).join('; ')}`);
  return bundle;
}

const bundles = new Map<string, FluentBundle>();
const translators = new Map<string, Translator>();

function bundleOf(locale: Locale, address: Address): FluentBundle {
  const name = `${locale} ${address}`;
  const known = bundles.get(name);
  if (known !== undefined) return known;
  const bundle = loadBundle(locale, address);
  bundles.set(name, bundle);
  return bundle;
}

/** The translator of a language and a manner of speaking; a file is read once for each way to address people. */
export function createTranslator(locale: Locale, { address, isSimple = false, phone }: Manner = {}): Translator {
  const asked = locale === 'vi' ? (address ?? 'ban') : 'ban';
  const name = `${locale} ${asked} ${isSimple} ${phone}`;
  const known = translators.get(name);
  if (known !== undefined) return known;
  const texts = bundleOf(locale, asked);
  const preferred = [...(isSimple ? ['simple'] : []), ...(phone === undefined ? [] : [phone])];
  const translator: Translator = (key, args) => {
    const message = texts.getMessage(key);
    const attribute = message && preferred.find((form) => message.attributes[form] !== undefined);
    const pattern = attribute === undefined ? message?.value : message?.attributes[attribute];
    if (pattern === null || pattern === undefined) throw new Error(`No text "${key}" in src/locales/${locale}.ftl`);
    const errors: Error[] = [];
    const text = texts.formatPattern(pattern, args ?? null, errors);
    if (errors[0] !== undefined) throw new Error(`Text "${key}" (${locale}): ${errors[0].message}`);
    return text;
  };
  translators.set(name, translator);
  return translator;
}
