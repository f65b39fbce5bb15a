import { isObject, optionalList, type Payload } from './payload.ts';
import { violation } from './platform-error.ts';

/** A stretch of text in UTF-16 units and the styles it has. */
export interface TextStyle {
  readonly start: number;
  readonly len: number;
  readonly st: readonly string[];
}

/** Weights, sizes, colours, lists and indents. */
const codes = new Set([
  ...['b', 'i', 'u', 's'],
  ...['f_13', 'f_15', 'f_18', 'f_20'],
  ...['c_db342e', 'c_f27806', 'c_f7b503', 'c_15a85f', 'c_050a19'],
  ...['lst_1', 'lst_2'],
  ...['ind_1', 'ind_2', 'ind_3', 'ind_4', 'ind_5'],
]);

export function readTextStyles(payload: Payload, text: string): readonly TextStyle[] {
  return (optionalList(payload, 'text_styles') ?? []).map((entry, index) => readStyle(entry, index, text));
}

function readStyle(entry: unknown, index: number, text: string): TextStyle {
  const problem = (what: string) => violation(`text_styles[${index}]: ${what}`);
  if (!isObject(entry)) throw problem('must be an object');
  const { start, len, st, ...others } = entry;
  const [other] = Object.keys(others);
  if (other !== undefined) throw problem(`unknown field ${other}`);
  if (!isCount(start) || !isCount(len) || len === 0) throw problem('start and len must be whole numbers');
  if (start + len > text.length) throw problem(`${start}+${len} is outside the text of ${text.length}`);
  if (!text.slice(start, start + len).isWellFormed()) throw problem('cuts a character in two');
  if (!Array.isArray(st) || st.length === 0) throw problem('st must be a list of codes');
  const unknown = st.find((code) => typeof code !== 'string' || !codes.has(code));
  if (unknown !== undefined) throw problem(`unknown code ${JSON.stringify(unknown)}`);
  return { start, len, st: st.map(String) };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
