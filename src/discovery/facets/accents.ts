import type { Token } from '../../text/index.ts';

/**
 * Words of conditions that are something else with other accents, as the conditions have them. The rules look at folded words,
 * and who types accents means them: "cổ giao duyên" is no "cô giáo". A word that is not here may have any accents.
 */
const written =
  'có cô giáo giao giảng bà ba mẹ bố bỏ bộ giá già gia rẻ bé cháu má mà trẻ mù cụ cũ củ tía sáng sang chiều xe lăn gần hưu not no';

const readings = new Map<string, Set<string>>();
for (const word of written.split(/\s+/).filter(Boolean)) {
  const folded = word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd');
  readings.set(folded, (readings.get(folded) ?? new Set()).add(word));
}

/** A word as the rules for conditions see it: folded, unless it was typed with accents that none of their words has. */
export function asConditionWord(token: Token): string {
  if (!token.hasAccents) return token.folded;
  const known = readings.get(token.folded);
  return known === undefined || known.has(token.accented) ? token.folded : token.accented;
}
