import type { PlaceNeed } from '../../access/index.ts';
import type { OfferKind } from './offer.ts';

/** A text that names a kind of offer, as somebody said it. */
export interface AskedOffers {
  readonly kind: OfferKind;
  /** What a place must have; none named: any place. */
  readonly needs: readonly PlaceNeed[];
  /** The text without the words for the kind: what it should be about, and where. */
  readonly rest: string;
  /** The words also mean a class ("chỗ học tiếng Anh"): they name a place only while the rest names no subject. */
  readonly isWeak: boolean;
}

/** Whole words, whatever stands around them. */
const words = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'giu');

/** Words after which "thư viện" is a subject and no house: "ngành thư viện", "quản lý thư viện". */
const subjectBefore =
  '(?<!(?:ngành|nganh|nghề|nghe|học|hoc|khóa|khoá|khoa|lớp|lop|về|ve|quản lý|quan ly|quản trị|quan tri|nghiệp vụ|nghiep vu|python|js|react|java) )';
const somewhere = '(?:chỗ|cho|nơi|noi|điểm|diem|ở đâu|o dau|đâu|dau|chỗ nào|nơi nào|where|place|places|anywhere)';
const machine = '(?:máy (?:vi )?tính(?: bảng)?|may (?:vi )?tinh(?: bang)?|laptop|máy|computers?|laptops?|pcs?)';
const has =
  '(?:(?:nào |nao )?(?:có|co|dùng|dung|cho dùng|cho dung|xài|xai|mượn|with|has|to use|to borrow)(?: (?:a|sẵn|san))?)';

interface Named {
  readonly kind: OfferKind;
  readonly pattern: RegExp;
  readonly need?: PlaceNeed;
  readonly isWeak?: true;
}

/** In the order in which they are looked for; every one that stands in a text of the same kind adds what it needs. */
const named: readonly Named[] = [
  {
    kind: 'scholarship',
    pattern: words(
      '(?:suất |suat )?(?:học bổng|hoc bong)|(?:quỹ|quy) (?:khuyến học|khuyen hoc)|(?:hỗ trợ|ho tro|trợ cấp|tro cap) (?:học phí|hoc phi)|scholarships?|bursar(?:y|ies)',
    ),
  },
  {
    kind: 'internship',
    pattern: words(
      '(?<!(?:báo cáo|bao cao) )(?:(?:chỗ|nơi|vị trí|suất|việc|cho|noi|vi tri|suat|viec) )?(?:thực tập(?: sinh)?|thuc tap(?: sinh)?|kiến tập|kien tap)|internships?|intern',
    ),
  },
  {
    kind: 'place',
    need: 'lending',
    pattern: words(`(?:cho )?(?:mượn|muon) ${machine}|borrow (?:a )?${machine}|(?:device|laptop) (?:lending|loans?)`),
  },
  {
    kind: 'place',
    need: 'wifi',
    pattern: words(
      `(?:${somewhere} )?(?:${has} )?wi-?\\s?fi (?:miễn phí|mien phi|free|công cộng|cong cong)|${somewhere} ${has} wi-?\\s?fi|(?:free|public) wi-?\\s?fi`,
    ),
  },
  {
    kind: 'place',
    need: 'computers',
    pattern: words(`(?:phòng máy|phong may)(?: (?:tính|tinh))?|${somewhere} ${has} ${machine}|computer (?:room|lab)s?`),
  },
  {
    kind: 'place',
    need: 'library',
    pattern: words(
      `${subjectBefore}(?:thư viện|thu vien)(?! (?:python|lập trình|lap trinh|javascript|js))|librar(?:y|ies)`,
    ),
  },
  {
    kind: 'place',
    need: 'centre',
    pattern: words(
      'trung tâm học tập cộng đồng|trung tam hoc tap cong dong|tthtcđ|tthtcd|(?:điểm|diem) (?:học tập|hoc tap)|learning (?:centre|center|point)s?',
    ),
  },
  {
    kind: 'place',
    isWeak: true,
    pattern: words(
      '(?:chỗ|nơi|cho|noi) (?:tự |tu |ngồi |ngoi )?(?:học(?: bài)?|hoc(?: bai)?)|places? to (?:study|learn)',
    ),
  },
];

/** What a place should have besides, said of a place that was named: "thư viện có máy tính và wifi". */
const equipment: readonly (readonly [need: PlaceNeed, pattern: RegExp])[] = [
  ['computers', words(`(?:${has} )?(?:và |va |and )?${machine}`)],
  ['wifi', words(`(?:${has} )?(?:và |va |and )?wi-?\\s?fi(?: (?:miễn phí|mien phi|free))?`)],
];

/** Reads which kind of offer a text names, or undefined when it names none. */
export function askedOffers(text: string): AskedOffers | undefined {
  const said = text.normalize('NFC');
  const first = named.find(({ pattern }) => matches(pattern, said));
  if (first === undefined) return undefined;
  const ofKind = named.filter(({ kind, pattern, isWeak }) => kind === first.kind && !isWeak && matches(pattern, said));
  const taken = ofKind.length === 0 ? [first] : ofKind;
  let rest = taken.reduce((left, { pattern }) => left.replace(pattern, ' '), said);
  const needs = new Set(taken.flatMap(({ need }) => (need === undefined ? [] : [need])));
  if (first.kind === 'place') {
    for (const [need, pattern] of equipment) {
      if (!matches(pattern, rest)) continue;
      needs.add(need);
      rest = rest.replace(pattern, ' ');
    }
  }
  return { kind: first.kind, needs: [...needs], rest: rest.replace(/\s+/g, ' ').trim(), isWeak: first.isWeak === true };
}

function matches(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  const found = pattern.test(text);
  pattern.lastIndex = 0;
  return found;
}
