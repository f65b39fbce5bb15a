/** Amounts as people write them: "500k", "2tr", "1tr5", "1.5 triệu", "500 nghìn", "500000", "2 củ", "1 million". */
const unitValues: Readonly<Record<string, number>> = {
  k: 1_000,
  nghin: 1_000,
  ngan: 1_000,
  ng: 1_000,
  xi: 1_000,
  tr: 1_000_000,
  trieu: 1_000_000,
  cu: 1_000_000,
  million: 1_000_000,
  thousand: 1_000,
  d: 1,
  dong: 1,
  vnd: 1,
};

const unit = 'k|nghin|ngan|ng|tr|trieu|cu|million|thousand|d|dong|vnd';

/** An amount of money in a folded text; groups: number, unit, rest after the unit ("1tr5"). "3d" is no amount. */
export const amountSource = `(?!\\d{1,3} ?(?:d|dong|vnd)(?![^ ]))(\\d+(?:[.,]\\d+)?) ?(${unit})(\\d)?(?: (ruoi))?(?: (?:dong|vnd|d))?`;

/** Whole đồng of a matched amount; a bare number from 10,000 on is đồng already. */
export function amountInVnd(
  number: string,
  unitName: string | undefined,
  tenth: string | undefined,
  half: string | undefined,
): number {
  const value = unitValues[unitName ?? 'd'] ?? 1;
  const amount = Number(number.replace(',', '.')) * value;
  return Math.round(
    amount + (tenth === undefined ? 0 : (Number(tenth) * value) / 10) + (half === undefined ? 0 : value / 2),
  );
}
