import type { ApiError } from '../scripted-server/api-error.ts';
import { violation } from './refusals.ts';

/** Offsets and lengths are UTF-16 units of the parsed text. */
export interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
  readonly language?: string;
  readonly custom_emoji_id?: string;
}

export interface FormattedText {
  readonly text: string;
  readonly entities: readonly Entity[];
}

const entityTypes: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  span: 'spoiler',
  'tg-spoiler': 'spoiler',
  'tg-emoji': 'custom_emoji',
  a: 'text_link',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
};

/** The attributes each tag may have; one that is not here is wrong. */
const attributesOf: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  code: ['class'],
  span: ['class'],
  'tg-emoji': ['emoji-id'],
  blockquote: ['expandable'],
};

const namedCharacters: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

interface OpenTag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly offset: number;
}

/**
 * Parses Telegram's HTML. Throws its "can't parse entities" for anything not well formed. Stricter than the platform
 * in two places, where it would quietly show something else: an unescaped `&`, and attributes a tag does not have.
 */
export function parseHtml(source: string): FormattedText {
  const entities: Entity[] = [];
  const open: OpenTag[] = [];
  let text = '';
  let at = 0;
  while (at < source.length) {
    const character = source[at];
    if (character === '&') {
      const reference = readReference(source, at);
      text += reference.character;
      at = reference.end;
    } else if (character !== '<') {
      text += character;
      at++;
    } else if (source[at + 1] === '/') {
      const end = readEndTag(source, at);
      const tag = open.pop();
      if (tag === undefined) throw wrong(source, at, 'Unexpected end tag');
      if (end.name !== tag.name) {
        throw wrong(source, at, 'Unmatched end tag', `, expected "</${tag.name}>", found "</${end.name}>"`);
      }
      const entity = toEntity(tag, text.length - tag.offset);
      if (entity !== undefined) entities.push(entity);
      at = end.end;
    } else {
      const start = readStartTag(source, at);
      open.push({ name: start.name, attributes: start.attributes, offset: text.length });
      at = start.end;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) {
    throw violation(`can't parse entities: Can't find end tag corresponding to start tag "${unclosed.name}"`);
  }
  entities.sort((one, other) => one.offset - other.offset || other.length - one.length);
  return { text, entities };
}

/** The platform counts bytes, so that a Vietnamese text's offsets are larger than its characters. */
function wrong(source: string, at: number, problem: string, more = ''): ApiError {
  const byteOffset = Buffer.byteLength(source.slice(0, at));
  return violation(`can't parse entities: ${problem} at byte offset ${byteOffset}${more}`);
}

function readReference(source: string, at: number): { character: string; end: number } {
  const found = /^&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]+));/.exec(source.slice(at, at + 12));
  const [whole = '', decimal, hexadecimal, name] = found ?? [];
  const end = at + whole.length;
  const named = name === undefined ? undefined : namedCharacters[name];
  if (named !== undefined) return { character: named, end };
  const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hexadecimal ?? '', 16);
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  if (!isCharacter) throw wrong(source, at, 'Unescaped character "&"');
  return { character: String.fromCodePoint(code), end };
}

function readEndTag(source: string, at: number): { name: string; end: number } {
  const found = /^<\/([^\s>]*)\s*>/.exec(source.slice(at));
  if (found === null) throw wrong(source, at, 'Unclosed end tag');
  return { name: (found[1] ?? '').toLowerCase(), end: at + found[0].length };
}

function readStartTag(source: string, at: number): { name: string; attributes: Map<string, string>; end: number } {
  const head = /^<([^\s>]*)/.exec(source.slice(at));
  const name = (head?.[1] ?? '').toLowerCase();
  let end = at + 1 + name.length;
  if (end >= source.length) throw wrong(source, at, 'Unclosed start tag');
  if (!Object.hasOwn(entityTypes, name)) throw wrong(source, at, `Unsupported start tag "${name}"`);
  const attributes = new Map<string, string>();
  for (;;) {
    end += /^\s*/.exec(source.slice(end))?.[0].length ?? 0;
    if (end >= source.length) throw wrong(source, at, 'Unclosed start tag');
    if (source[end] === '>') break;
    const attribute = readAttribute(source, end, name, at);
    attributes.set(attribute.name, attribute.value);
    end = attribute.end;
  }
  if (name === 'span' && attributes.get('class') !== 'tg-spoiler') {
    throw wrong(source, at, 'Tag "span" must have class "tg-spoiler"');
  }
  return { name, attributes, end: end + 1 };
}

function readAttribute(
  source: string,
  at: number,
  tag: string,
  tagAt: number,
): { name: string; value: string; end: number } {
  const rest = source.slice(at);
  const name = /^[^\s=>/"']*/.exec(rest)?.[0] ?? '';
  if (name === '') throw wrong(source, tagAt, `Empty attribute name in the tag "${tag}"`);
  if (!(attributesOf[tag] ?? []).includes(name)) {
    throw wrong(source, tagAt, `Unsupported attribute "${name}" in the tag "${tag}"`);
  }
  const sign = /^\s*=\s*/.exec(rest.slice(name.length));
  if (sign === null) {
    if (name === 'expandable') return { name, value: '', end: at + name.length };
    throw wrong(source, tagAt, `Expected equal sign in declaration of an attribute of the tag "${tag}"`);
  }
  const valueAt = at + name.length + sign[0].length;
  const quote = source[valueAt];
  if (quote !== '"' && quote !== "'") {
    const bare = /^[a-zA-Z0-9.-]+(?=[\s>])/.exec(source.slice(valueAt))?.[0];
    if (bare === undefined) throw wrong(source, tagAt, 'Unexpected end of name token');
    return { name, value: bare, end: valueAt + bare.length };
  }
  let value = '';
  let end = valueAt + 1;
  while (end < source.length && source[end] !== quote) {
    const reference = source[end] === '&' ? readReference(source, end) : { character: source[end], end: end + 1 };
    value += reference.character;
    end = reference.end;
  }
  if (end >= source.length) throw wrong(source, tagAt, 'Unclosed start tag');
  return { name, value, end: end + 1 };
}

function toEntity(tag: OpenTag, length: number): Entity | undefined {
  if (length === 0) return undefined;
  const type = entityTypes[tag.name] ?? '';
  const place = { offset: tag.offset, length };
  if (type === 'text_link') {
    const url = tag.attributes.get('href') ?? '';
    // Like the platform: a link to nowhere is plain text.
    return URL.canParse(url) ? { type, ...place, url } : undefined;
  }
  if (type === 'custom_emoji') return { type, ...place, custom_emoji_id: tag.attributes.get('emoji-id') ?? '' };
  if (tag.attributes.has('expandable')) return { type: 'expandable_blockquote', ...place };
  const language = tag.name === 'code' ? /^language-(.+)$/.exec(tag.attributes.get('class') ?? '')?.[1] : undefined;
  return language === undefined ? { type, ...place } : { type, ...place, language };
}
