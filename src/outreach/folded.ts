import { type SQL, sql } from 'drizzle-orm';

/** The marked letters of Vietnamese by what is left without marks. */
const marked = {
  a: 'àáảãạăằắẳẵặâầấẩẫậ',
  d: 'đ',
  e: 'èéẻẽẹêềếểễệ',
  i: 'ìíỉĩị',
  o: 'òóỏõọôồốổỗộơờớởỡợ',
  u: 'ùúủũụưừứửữự',
  y: 'ỳýỷỹỵ',
};

const small = Object.values(marked).join('');
// Capitals as well: what `lower` does with them depends on how the database was made.
const from = small + small.toUpperCase();
const plain = Object.entries(marked)
  .map(([letter, letters]) => letter.repeat([...letters].length))
  .join('');
const to = plain + plain;

/** A text of the database in small letters without marks, as `fold` makes them; it needs no extension. */
export function folded(text: SQL): SQL {
  return sql`lower(translate(normalize(coalesce(${text}, ''), nfc), ${from}, ${to}))`;
}
