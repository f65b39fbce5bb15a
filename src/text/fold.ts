const combiningMarks = /[\u0300-\u036f]/g;
const ascii = /^[\u0000-\u007f]*$/;

/**
 * The text without accents and in lower case, as people type it on a hurried phone: "Kế toán" → "ke toan", "Đ" → "d".
 * Composed and decomposed input give the same result; folding twice changes nothing. Length may differ from the input's.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (ascii.test(lower)) return lower;
  return lower.normalize('NFD').replace(combiningMarks, '').replaceAll('đ', 'd').normalize('NFC');
}

const vietnameseMark = /[\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031bđĐ]/;

/** Whether the text carries a Vietnamese accent (tone, hat, breve, horn or đ). */
export function hasAccents(text: string): boolean {
  return !ascii.test(text) && vietnameseMark.test(text.normalize('NFD'));
}
