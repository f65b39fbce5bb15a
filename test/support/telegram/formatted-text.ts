import { type Entity, type FormattedText, parseHtml } from './html.ts';
import { integerOf, isObject, optionalList, optionalText, type Parameters } from './parameters.ts';
import { violation } from './refusals.ts';

/** A text as sent and as shown. */
export interface ReadText extends FormattedText {
  readonly raw: string;
  readonly parseMode?: string;
}

/** Reads `text` or `caption` with its parse mode or entities; trims it as the platform does. The caller judges its length. */
export function readFormattedText(parameters: Parameters, name: 'text' | 'caption'): ReadText {
  const raw = parameters.values.get(name) ?? '';
  const parseMode = optionalText(parameters, 'parse_mode');
  if (parseMode === undefined) {
    const entities = readEntities(parameters, name === 'text' ? 'entities' : 'caption_entities', raw);
    return { raw, ...trim({ text: raw, entities }) };
  }
  if (parseMode.toLowerCase() !== 'html')
    throw violation(`unsupported parse_mode "${parseMode}" (only HTML is read here)`);
  return { raw, parseMode, ...trim(parseHtml(raw)) };
}

function readEntities(parameters: Parameters, name: string, text: string): readonly Entity[] {
  return (optionalList(parameters, name) ?? []).map((entity) => {
    const problem = violation("can't parse MessageEntity");
    if (!isObject(entity) || typeof entity.type !== 'string') throw problem;
    const [offset, length] = [integerOf(entity.offset), integerOf(entity.length)];
    if (offset === undefined || length === undefined || offset < 0 || length < 1) throw problem;
    if (offset + length > text.length) throw violation('entity is out of the text');
    return { ...entity, type: entity.type, offset, length };
  });
}

function trim({ text, entities }: FormattedText): FormattedText {
  const cut = text.length - text.trimStart().length;
  const trimmed = text.trim();
  return { text: trimmed, entities: entities.flatMap((entity) => moved(entity, cut, trimmed.length)) };
}

function moved(entity: Entity, cut: number, end: number): Entity[] {
  const offset = Math.max(entity.offset - cut, 0);
  const length = Math.min(entity.offset + entity.length - cut, end) - offset;
  return length > 0 ? [{ ...entity, offset, length }] : [];
}

/** What the platform marks in a person's text: commands and mentions. */
export function detectEntities(text: string): Entity[] {
  const entities: Entity[] = [];
  for (const found of text.matchAll(/(?<![^\s(])(?:\/[A-Za-z0-9_]{1,32}(?:@\w{3,32})?|@\w{3,32})(?![\w/@])/g)) {
    const type = found[0].startsWith('/') ? 'bot_command' : 'mention';
    entities.push({ type, offset: found.index, length: found[0].length });
  }
  return entities;
}
