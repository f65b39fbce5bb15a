import { fold, tokens } from '../../text/index.ts';
import { daysIn, type NamedDay } from './dates.ts';
import type { Guard, Result, Situation } from './draft.ts';
import { asSeen } from './letters.ts';
import { numbersIn } from './numbers.ts';
import { phrases, saysAny } from './phrases.ts';
import { sentencesOf } from './sentences.ts';

/** Told of what may be attended; within an item other sums and days belong to its examples. */
const offers = phrases(
  `khóa học|khóa này|khóa đó|có khóa|mã khóa|lớp|học phí|khai giảng|buổi học|hội thảo|học bổng|workshop|course|courses|class|classes|tuition|fee|scholarship`,
);

/** R8: ids, titles, prices and days of courses come from what this turn found, else the draft is blocked. */
export const foundOnly: Guard = ({ text }, situation) => {
  const found = [...situation.results.courses, ...situation.results.workshops, ...situation.results.places];
  for (const { text: sentence } of sentencesOf(asSeen(text))) {
    if (situation.item !== undefined && !saysAny(sentence, offers)) continue;
    const invented =
      inventedId(sentence, found, situation) ??
      inventedTitle(sentence, found, situation) ??
      inventedPrice(sentence, found, situation) ??
      inventedDay(sentence, found, situation);
    if (invented !== undefined)
      return `“${invented.slice(0, 60)}” is not in the results of this turn; leave it out or search first.`;
  }
  return undefined;
};

/** What else of this turn a draft may repeat. */
function materialOf({ item, passages }: Situation): string {
  const { question } = item ?? {};
  const options = question?.kind === 'choice' ? question.options.map((option) => option.text) : [];
  return [question?.question ?? '', ...options, ...passages.map((passage) => passage.text)].join('\n');
}

const slug = /(?<![\p{L}\p{N}@.])[a-z0-9]+(?:[-_][a-z0-9]+)+(?![\p{L}\p{N}])/gu;
const afterIdWord =
  /(?<!\p{L})(?:mã(?: số)?(?: khóa| lớp| buổi)?(?: học)?|id|code|khóa|lớp|course|class)(?: là| is)?:? ([\p{L}]*[-_]?\d[\p{L}\p{N}_-]*|[a-z0-9]+(?:[-_][a-z0-9]+)+)/giu;
const inAddress = /\/(?:courses?|khoa-?hoc|workshops?|lop|places?)\/([\p{L}\p{N}_-]+)/giu;

function inventedId(sentence: string, found: readonly Result[], situation: Situation): string | undefined {
  const long = [...sentence.matchAll(slug)]
    .map(([id]) => id)
    .filter((id) => id.split(/[-_]/).length > 3 || /[a-z].*\d/.test(id));
  const named = [...sentence.matchAll(afterIdWord)]
    .map(([, id = '']) => id)
    .filter((id) => /\p{L}/u.test(id) && /[-_]/.test(id));
  const linked = [...sentence.matchAll(inAddress)].map(([, id = '']) => id);
  const known = new Set(found.map(({ id }) => id.toLowerCase()));
  const material = `${materialOf(situation)}\n${found.map(({ title }) => title).join('\n')}`.toLowerCase();
  return [...long, ...named, ...linked].find(
    (id) => !known.has(id.toLowerCase()) && !material.includes(id.toLowerCase()),
  );
}

const titled =
  /(?<!\p{L})(?:khóa học|khóa|lớp học|lớp|buổi|hội thảo|chương trình|workshop|course|class)(?: (?:là|tên|called|named))*:? (?:“([^”]+)”|"([^"]+)"|«([^»]+)»)/giu;

function inventedTitle(sentence: string, found: readonly Result[], situation: Situation): string | undefined {
  const plain = (text: string): string =>
    tokens(text)
      .map(({ folded }) => folded)
      .join(' ');
  const titles = found.map(({ title }) => plain(title));
  const asked = plain(`${situation.asked}\n${materialOf(situation)}`);
  return [...sentence.matchAll(titled)]
    .map(([, a, b, c]) => a ?? b ?? c ?? '')
    .find((title) => !titles.some((known) => known.includes(plain(title))) && !asked.includes(plain(title)));
}

const currency = new Set('đ d đồng dong vnđ vnd vn₫'.split(' '));
const counted = new Set('người lượt em bạn tin bài học viên chỗ từ people times views'.split(' '));
const foreign = /(?:[$€£]\s*\d[\d.,]*|\d[\d.,]*\s*(?:[$€£]|usd|eur|đô|dollars?|euros?)(?!\p{L}))/iu;
const priceWords = phrases('học phí|giá|phí|chi phí|tốn|price|fee|cost|costs|tuition');
const free = phrases('miễn phí|không mất tiền|không thu phí|free|free of charge|no fee');
const searching = phrases(
  'tìm|muốn|cần|hỏi|chưa|không có|không thấy|không chắc|looking|asked|want|wanted|not found|not sure',
);

function inventedPrice(sentence: string, found: readonly Result[], situation: Situation): string | undefined {
  const material = materialOf(situation);
  const other = foreign.exec(sentence)?.[0];
  if (other !== undefined && !material.includes(other)) return other;
  const prices = new Set(found.flatMap(({ priceVnd }) => (priceVnd === undefined ? [] : [priceVnd])));
  if (saysAny(sentence, free) && !prices.has(0) && !saysAny(material, free)) {
    const isEchoed = saysAny(situation.asked, free) && saysAny(sentence, searching);
    if (!isEchoed) return 'miễn phí';
  }
  const sums = sumsIn(sentence);
  if (sums.length === 0) return undefined;
  const known = new Set([...prices, ...sumsIn(material).map(({ value }) => value)]);
  const asked = new Set(sumsIn(situation.asked).map(({ value }) => value));
  return sums.find(({ value, isLimit }) => !known.has(value) && !(isLimit && asked.has(value)))?.written;
}

const limits = new Set('dưới quá đa tầm khoảng với có under below to of budget than'.split(' '));

/** Sums of money in a text. `isLimit`: what the learner can pay, not what something costs: "dưới 500k". */
function sumsIn(
  text: string,
): readonly { readonly value: number; readonly written: string; readonly isLimit: boolean }[] {
  const words = tokens(text.replace(/(?<=\d) (?=\d{3}(?!\d))/g, ''));
  const isPrice = saysAny(words, priceWords);
  return numbersIn(words).flatMap(({ value, start, end }) => {
    const own = words.slice(start, end);
    const next = words[end]?.accented ?? '';
    const isScaled = own.some(({ folded }) =>
      /^(?:\d.*(?:k|tr\d*)|nghin|ngan|trieu|tr|ty|thousand|million)$/.test(folded),
    );
    const isSum =
      currency.has(next) || currency.has(words[start - 1]?.accented ?? '') || (isScaled && !counted.has(next));
    const isBare = isPrice && value >= 10_000;
    if (!isSum && !isBare) return [];
    const isLimit = limits.has(words[start - 1]?.accented ?? '');
    return [{ value, written: own.map((word) => word.written).join(' '), isLimit }];
  });
}

const starting = phrases('khai giảng|bắt đầu|mở lớp|mở|starts|start|begins|opens');

function inventedDay(sentence: string, found: readonly Result[], situation: Situation): string | undefined {
  const known: NamedDay[] = [
    ...found.flatMap(({ startsOn }) => daysIn(startsOn ?? '')),
    ...daysIn(materialOf(situation)),
  ];
  // "Bạn nói rảnh ngày 20/12" repeats the learner; "khai giảng 20/12" promises.
  if (!saysAny(sentence, starting)) known.push(...daysIn(situation.asked));
  const isKnown = (named: NamedDay): boolean =>
    known.some(
      ({ day, month, year }) =>
        day === named.day &&
        month === named.month &&
        (named.year === undefined || year === undefined || named.year === year),
    );
  const invented = daysIn(sentence).find((named) => !isKnown(named));
  if (invented !== undefined) return `${invented.day}/${invented.month}`;
  const start = /(?<!\p{L})(?:khai giang|bat dau|mo)(?: vao)? thang (\d{1,2})(?!\d)/u.exec(fold(sentence))?.[1];
  return start !== undefined && !known.some(({ month }) => month === Number(start)) ? `tháng ${start}` : undefined;
}
