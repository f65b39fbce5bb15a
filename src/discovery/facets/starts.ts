import { dayNumber, dayOfNumber } from '../../time/index.ts';
import type { MarkedText } from '../marked-text.ts';
import { spanOf } from '../marked-text.ts';

/**
 * When something is to begin, as it was said: it means other days tomorrow, so the days are worked out when the search is made. `month_3` is
 * the next March that is not over.
 */
export type StartSpan =
  | 'today'
  | 'tomorrow'
  | 'this_week'
  | 'this_weekend'
  | 'next_week'
  | 'this_month'
  | 'next_month'
  | 'soon'
  | 'before_tet'
  | 'after_tet'
  | `month_${number}`;

/** Days, both included, as days since 1970. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

/** The first days of the lunar year in Vietnam. */
const lunarNewYears = [
  '2026-02-17',
  '2027-02-06',
  '2028-01-26',
  '2029-02-13',
  '2030-02-02',
  '2031-01-23',
  '2032-02-11',
  '2033-01-31',
  '2034-02-19',
  '2035-02-08',
].map(dayNumber);

/** "Sắp khai giảng": within so many days. */
const soonDays = 14;
/** "Sau Tết": from the end of the holidays for so many days. */
const holidays = 6;
const afterTetDays = 45;

/** The days that a span means on a day. Weeks begin on Monday. */
export function daysOf(span: StartSpan, today: number): DaySpan {
  // The first of January 1970 was a Thursday.
  const monday = today - ((today + 3) % 7);
  const [year = 0, month = 0] = dayOfNumber(today).split('-').map(Number);
  switch (span) {
    case 'today':
      return { from: today, to: today };
    case 'tomorrow':
      return { from: today + 1, to: today + 1 };
    case 'this_week':
      return { from: today, to: monday + 6 };
    case 'this_weekend':
      return { from: Math.max(today, monday + 5), to: monday + 6 };
    case 'next_week':
      return { from: monday + 7, to: monday + 13 };
    case 'this_month':
      return { from: today, to: monthOf(year, month).to };
    case 'next_month':
      return monthOf(year, month + 1);
    case 'soon':
      return { from: today, to: today + soonDays };
    case 'before_tet':
      return { from: today, to: tetAfter(today) - 1 };
    case 'after_tet': {
      const tet = lunarNewYears.find((day) => day + holidays + afterTetDays >= today) ?? tetAfter(today);
      return { from: tet + holidays, to: tet + holidays + afterTetDays };
    }
    default: {
      const wanted = Number(span.slice('month_'.length));
      return monthOf(wanted < month ? year + 1 : year, wanted);
    }
  }
}

function tetAfter(day: number): number {
  // Beyond the list the middle of February, which is no more than three weeks off.
  return lunarNewYears.find((tet) => tet > day) ?? dayNumber(`${Number(dayOfNumber(day).slice(0, 4)) + 1}-02-10`);
}

/** A month; the thirteenth is the next January. */
function monthOf(year: number, month: number): DaySpan {
  const first = (at: number): number => Math.round(Date.UTC(year, at - 1, 1) / 86_400_000);
  return { from: first(month), to: first(month + 1) - 1 };
}

const opening = '(?:khai giang|bat dau|mo lop|mo|hoc|vao hoc|vao|trong|ngay|starts?|starting|begins?|beginning|in|on)';
const around = (source: string): RegExp =>
  new RegExp(`(?<![^ ])(?:${opening} ){0,2}(?:${source})(?: (?:khai giang|bat dau|mo lop|vao hoc))?(?![^ ])`, 'u');

const rules: readonly (readonly [RegExp, StartSpan])[] = [
  [
    around(
      '(?:ngay )?cuoi tuan (?:nay|toi)|(?:thu bay|thu 7|t7|chu nhat|cn) (?:nay|tuan nay)|this (?:weekend|saturday|sunday)',
    ),
    'this_weekend',
  ],
  [around('tuan (?:sau|toi|ke tiep|ke)|next week'), 'next_week'],
  [around('(?:noi |ngay )?(?:trong )?tuan nay|this week'), 'this_week'],
  [around('thang (?:sau|toi|ke tiep|ke)|next month'), 'next_month'],
  [around('(?:trong )?thang nay|this month'), 'this_month'],
  [around('(?:truoc|can|gan) tet|before tet'), 'before_tet'],
  [around('(?:sau|ra|an) tet(?: xong)?|qua tet|after tet'), 'after_tet'],
  [around('(?:ngay )?(?:hom nay|today)(?= (?:khai giang|bat dau|hoc|co lop|mo)|$)'), 'today'],
  [around('(?:ngay )?(?:ngay mai|mai|tomorrow)(?= (?:khai giang|bat dau|hoc|co lop|mo)|$)'), 'tomorrow'],
  [
    /(?<![^ ])(?:sap|gan|chuan bi) (?:khai giang|mo lop|bat dau hoc)(?: (?:chua|nhat|chua vay))?(?![^ ])|(?<![^ ])(?:starting|starts) soon(?![^ ])/u,
    'soon',
  ],
];

const monthRule =
  /(?<![^ ])(?:(?:khai giang|bat dau|mo lop|vao|trong|tu|qua|sang|dau|giua|cuoi|hoc) ){1,3}thang (1[0-2]|[1-9]|gieng|chap)(?: nay| toi| nam sau)?(?: khai giang| bat dau)?(?![^ ])/u;
const englishMonths = 'january february march april may june july august september october november december'.split(
  ' ',
);
const englishMonthRule = new RegExp(
  `(?<![^ ])(?:in|from|starting|starts|this|next|early|late) (${englishMonths.join('|')})(?![^ ])`,
  'u',
);

/** Takes out when something is to begin; undefined where nothing says so. "Học 3 tháng" is how long, not when. */
export function takeStart(text: MarkedText): StartSpan | undefined {
  for (const [rule, span] of rules) {
    const match = rule.exec(text.folded());
    if (match === null) continue;
    const { start, end } = spanOf(text.folded(), match);
    text.take(start, end);
    return span;
  }
  const match = monthRule.exec(text.folded()) ?? englishMonthRule.exec(text.folded());
  if (match === null) return undefined;
  const named = match[1] ?? '';
  const english = englishMonths.indexOf(named) + 1;
  const month = named === 'gieng' ? 1 : named === 'chap' ? 12 : english > 0 ? english : Number(named);
  const { start, end } = spanOf(text.folded(), match);
  text.take(start, end);
  return `month_${month}`;
}
