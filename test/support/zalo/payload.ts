import { violation } from './platform-error.ts';

/** What a call came with. Values keep the type the caller gave them; those of forms and queries are strings. */
export type Payload = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Payload {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A string parameter; one of another type is 400: ids and the poll's time-out are strings here. */
export function optionalText(payload: Payload, name: string): string | undefined {
  const value = payload[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw violation(`${name} must be a string`);
  return value;
}

export function requiredText(payload: Payload, name: string): string {
  const value = optionalText(payload, name);
  if (value === undefined || value === '') throw violation(`${name} is missing`);
  return value;
}

/** A text people will read: whole characters, composed, no longer than `longest` UTF-16 units. */
export function optionalReadable(payload: Payload, name: string, longest: number): string | undefined {
  const text = optionalText(payload, name);
  if (text === undefined) return undefined;
  if (!text.isWellFormed()) throw violation(`${name} holds half a character`);
  if (text !== text.normalize('NFC')) throw violation(`${name} is not in NFC`);
  if (text.length > longest) throw violation(`${name} has ${text.length} characters, more than ${longest}`);
  return text;
}

/** A list parameter; forms carry it as JSON text. */
export function optionalList(payload: Payload, name: string): readonly unknown[] | undefined {
  const given = payload[name];
  if (given === undefined || given === null) return undefined;
  const value = typeof given === 'string' ? parsedOr(given) : given;
  if (!Array.isArray(value)) throw violation(`${name} must be an array`);
  return value;
}

function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
