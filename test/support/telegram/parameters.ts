import type { UploadedFile } from '../scripted-server/multipart.ts';
import { violation } from './refusals.ts';

/** What a call came with. Like the platform's, every value is text underneath: `"5"` and `5`, `"true"` and `true` are the same. */
export interface Parameters {
  readonly values: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, UploadedFile>;
}

/** The text of a parameter, `undefined` when it is missing or empty. */
export function optionalText(parameters: Parameters, name: string): string | undefined {
  const value = parameters.values.get(name);
  return value === undefined || value === '' || value === 'null' ? undefined : value;
}

export function requiredText(parameters: Parameters, name: string): string {
  const value = optionalText(parameters, name);
  if (value === undefined) throw violation(`${name} is empty`);
  return value;
}

/** A whole number between the limits, else 400. */
export function optionalInteger(
  parameters: Parameters,
  name: string,
  limits: { readonly least?: number; readonly most?: number } = {},
): number | undefined {
  const value = optionalText(parameters, name);
  if (value === undefined) return undefined;
  const number = Number(value);
  const isWithin = number >= (limits.least ?? -Infinity) && number <= (limits.most ?? Infinity);
  if (!/^-?\d+$/.test(value) || !Number.isSafeInteger(number) || !isWithin) {
    throw violation(`invalid parameter ${name} specified`);
  }
  return number;
}

export function requiredInteger(parameters: Parameters, name: string): number {
  const value = optionalInteger(parameters, name);
  if (value === undefined) throw violation(`${name} is empty`);
  return value;
}

export function readFlag(parameters: Parameters, name: string): boolean {
  const value = optionalText(parameters, name)?.toLowerCase();
  if (value === undefined || value === 'false' || value === '0' || value === 'no') return false;
  if (value === 'true' || value === '1' || value === 'yes') return true;
  throw violation(`invalid parameter ${name} specified`);
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function optionalJson(parameters: Parameters, name: string): unknown {
  const value = optionalText(parameters, name);
  if (value === undefined) return undefined;
  try {
    return JSON.parse(value);
  } catch {
    throw violation(`can't parse ${name} JSON object`);
  }
}

export function optionalObject(parameters: Parameters, name: string): JsonObject | undefined {
  const value = optionalJson(parameters, name);
  if (value === undefined) return undefined;
  if (!isObject(value)) throw violation(`object expected as ${name.replaceAll('_', ' ')}`);
  return value;
}

export function optionalList(parameters: Parameters, name: string): readonly unknown[] | undefined {
  const value = optionalJson(parameters, name);
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) throw violation(`expected an Array of ${name}`);
  return value;
}

/** A list of strings; an entry of another kind is 400. */
export function optionalTexts(parameters: Parameters, name: string): readonly string[] | undefined {
  return optionalList(parameters, name)?.map((entry) => {
    if (typeof entry !== 'string') throw violation(`expected an Array of String as ${name}`);
    return entry;
  });
}

/** A whole number inside a JSON object, also written as text. */
export function integerOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}
