import type { Facets, NamedConcept } from '../discovery/index.ts';
import { joinedTold, type Told } from '../learners/index.ts';
import { plainWords } from './phrases.ts';
import { me, toldOfSelf, toldOutright } from './self-statements.ts';

/** A clause that asks for something is no statement about oneself. */
const asks =
  /(?:^| )(?:(?<!tieu |trung |dai )hoc(?! sinh)|lop|khoa|tim(?! viec)|co .* (?:khong|nao)|o dau|dau|course|courses|class|classes|learn|study|find)(?: |$)/;

/** Somebody else's place, age or wheelchair is not the speaker's. */
const ofOthers = new RegExp(
  // "Cô bán rau": after who speaks it is selling, not a friend.
  `(?:^| )(?:me|ba|bo|cha|ma|con|be|chong|vo|ong|ba noi|ba ngoai|(?<!^${me} )ban|my (?:mother|mom|father|son|daughter))(?: |$)`,
);

const livesAt = new RegExp(
  `^(?:${me} )?(?:(?:\\d{1,2}) ?(?:t|tuoi) )?(?:hien |dang |hien dang |nha (?:${me} )?)*(?:o|song o|tro o|o tro|thue tro o|sinh song o|live in|living in|stay in|am in|from) .+`,
);
const namesSelf = new RegExp(`^(?:hien )?(?:nha )?${me} |^(?:i live|living|nha o|dang o|song o)`);
const isFree = /(?:^| )(?:ranh|trong lich|free|available)(?: |$)/;
const noComputer =
  /(?:khong|ko|k|hong|chua) co (?:may tinh|may vi tinh|laptop|pc|computer)|(?:chi|moi) co (?:moi )?(?:cai )?(?:dien thoai|dt|smartphone)|no (?:computer|laptop)|(?:dont|don t|do not) have (?:a )?(?:computer|laptop)|only have (?:a )?(?:phone|smartphone)/;
const noDevice = /(?:khong|ko|hong) co (?:dien thoai|may tinh (?:hay|va|hoac) dien thoai|thiet bi)/;
const lowData =
  /(?:mang|wifi|internet|3g|4g)(?: (?:nha|cho|o) (?:minh|em|toi|tui))? (?:yeu|cham|chap chon|hay rot|lag)|(?:it|khong co|ko co|het) (?:dung luong|data|wifi|4g|3g)|(?:weak|slow|bad) (?:internet|connection|wifi)|(?:khong|ko) co mang/;
const noMoney =
  /(?:khong|ko|hong) (?:co|du) tien|(?:hoan canh|kinh te)(?: (?:gia dinh|nha (?:minh|em)))? kho khan|ho (?:ngheo|can ngheo)|(?:cant|can t|cannot) afford/;
const wheelchair = new RegExp(
  `^(?:${me} )(?:dang |phai |bi |use |using )*(?:di|ngoi|dung|use|in|a )* ?(?:xe lan|wheelchair)`,
);

const roles: readonly (readonly [RegExp, NonNullable<Told['role']>])[] = [
  [
    new RegExp(`^${me} (?:dang )?(?:la |lam |am )?(?:a )?(?:giao vien|co giao|thay giao|giang vien|teacher)`),
    'teacher',
  ],
  [new RegExp(`^${me} (?:dang )?(?:la |am )?(?:a )?(?:sinh vien|hoc sinh|student)`), 'student'],
  [
    new RegExp(
      `^${me} (?:dang |moi |bi )*(?:that nghiep|mat viec|nghi viec|tim viec|kiem viec|unemployed|looking for (?:a )?(?:job|work))`,
    ),
    'job_seeker',
  ],
  [new RegExp(`^${me} (?:da |moi )?(?:nghi huu|ve huu|retired)`), 'senior'],
  [
    new RegExp(
      `^${me} (?:dang )?(?:la )?(?:chu (?:shop|tiem|quan|cua hang)|tieu thuong|buon ban (?:nho|o cho)|ban (?:\\S+ ){1,2}(?:o|ngoai|trong|tai) cho(?: |$))`,
    ),
    'small_business',
  ],
  [new RegExp(`^${me} (?:dang )?(?:la |lam )(?:cong nhan|nhan vien|cong chuc|tho|tai xe)`), 'worker'],
];

const years = '(?:t|tuoi|years? old|yrs? old|yo|y o)';
const about = '(?:nam nay |hien |moi |duoc |da |gan |hon |nay |am |i m )*';
/** "Em 14 tuổi", "14t", "I am 14": years with their word, or the number alone after who speaks. */
const age = new RegExp(
  `^${me} ${about}(\\d{1,2}) ?${years}(?: |$)|^${about}(\\d{1,2}) ?${years}$|^${me} ${about}(\\d{1,2})$`,
);
const digits = ['khong', 'mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin'] as const;
const ageInWords = new RegExp(
  `^(?:${me} )?${about}(?:muoi (?<ten>mot|hai|ba|bon|tu|lam|nam|sau|bay|tam|chin)|(?<ten0>muoi)|(?<one>sau|bay|tam|chin)) tuoi(?: |$)`,
);
const born = new RegExp(`^(?:${me} )?(?:sinh|sn|born in|born)(?: nam)? (?<year>19[3-9]\\d|20[0-2]\\d)(?: |$)`);
/** Up to grade nine one is fifteen at most. */
const schoolGrade =
  /^(?:em|con|chau|minh|toi|tui|e|i am|im|i m) (?:dang |hien |dang hien |moi )*(?:(?:hoc|len|vao) )?(?:lop [1-9](?!\d)|lop (?:mot|hai|ba|bon|nam|sau|bay|tam|chin)|cap (?:1|2|mot|hai)|thcs|in grade [1-9](?!\d))(?: |$)/;

function yearsOf(words: string, thisYear: number): number {
  const plain = age.exec(words);
  if (plain !== null) return Number(plain[1] ?? plain[2] ?? plain[3]);
  const { ten, ten0, one } = ageInWords.exec(words)?.groups ?? {};
  const digit = (word: string): number => ({ tu: 4, lam: 5 })[word] ?? digits.indexOf(word as (typeof digits)[number]);
  if (ten !== undefined) return 10 + digit(ten);
  if (ten0 !== undefined) return 10;
  if (one !== undefined) return digit(one);
  const year = born.exec(words)?.groups?.year;
  return year === undefined ? 0 : thisYear - Number(year);
}

function bandOf(years: number): Told['age_band'] {
  if (years < 6 || years > 99) return undefined;
  if (years < 16) return 'under_16';
  if (years < 25) return '16_24';
  if (years < 40) return '25_39';
  return years < 60 ? '40_59' : '60_up';
}

/** What a person told of themselves, and what is left of the message. */
export interface AboutMe {
  readonly told: Told;
  /** The clauses that tell nothing of the kind, as they were written; "" when there are none. */
  readonly rest: string;
}

/** How discovery reads a clause. */
export interface ClauseReading {
  /** The conditions a clause names: places and times. */
  facetsOf(clause: string): Facets;
  /** The concept a text names as a whole. */
  namedConcept(text: string): NamedConcept | undefined;
  /** The year in the city: who tells the year of their birth tells their age. */
  readonly thisYear: number;
}

/**
 * What a person says of themselves in passing: "em ở Thủ Đức, chỉ rảnh buổi tối, không có máy tính". Only plain statements count;
 * what a clause asks for ("học kế toán ở Thủ Đức") or says of others ("mẹ mình 65 tuổi") is a matter of the wish. What somebody likes or
 * works towards ("em mê làm bánh") is noted and stays a wish as well.
 */
export function aboutMe(text: string, reading: ClauseReading): AboutMe {
  let told: Told = {};
  const rest: string[] = [];
  for (const clause of text.split(/[,.;!\n]+(?=\s|$)| và | mà | nhưng | and | but /iu)) {
    const words = plainWords(clause.replace(/(?<!\p{L})mê(?!\p{L})/giu, 'thích'));
    if (words === '' || lead.test(words)) continue;
    const found = heardIn(clause, words, reading);
    const left = Object.keys(found.told).length === 0 ? clause.trim() : found.keeps;
    if (left !== undefined) rest.push(left);
    told = { ...told, ...joinedTold(told, found.told) };
  }
  return { told, rest: rest.join(', ') };
}

function heardIn(
  clause: string,
  words: string,
  { facetsOf, namedConcept, thisYear }: ClauseReading,
): { readonly told: Told; readonly keeps?: string } {
  const outright = toldOutright(words);
  if (Object.keys(outright).length > 0)
    return helpsChild(outright) ? { told: outright, keeps: clause.trim() } : { told: outright };
  // What a pupil asks for in the same words is still asked for.
  if (schoolGrade.test(words)) return { told: { age_band: 'under_16', role: 'student' }, keeps: clause.trim() };
  if (asks.test(words) || speaksOfOthers(clause, words)) return { told: {} };
  const more = toldOfSelf(
    words,
    (tail) => namedConcept(lastWords(clause, tail.split(' ').length)) ?? namedConcept(tail),
    clause.trim(),
  );
  return { ...more, told: { ...statementOf(words, () => facetsOf(clause), thisYear), ...more.told } };
}

/** "Muốn dạy con học" is also something to learn; "học cho vui" says nothing of what. */
function helpsChild({ goal }: Told): boolean {
  return goal !== undefined && 'kind' in goal && goal.kind === 'help_child';
}

/** The end of a clause as it was written, with its accents. */
function lastWords(clause: string, count: number): string {
  return clause.trim().split(/\s+/u).slice(-count).join(' ');
}

/** Whether a message is about somebody else: what is known of the writer is then no preference of theirs. */
export function isAboutOthers(text: string): boolean {
  return speaksOfOthers(text, plainWords(text));
}

/** "Bán hàng", "mê vẽ" are no "bạn" and no "mẹ": who writes accents means them. */
function speaksOfOthers(text: string, words: string): boolean {
  const telling = /(?<!\p{L})(?:mê|bán|bàn|bản)(?!\p{L})/iu.test(text)
    ? plainWords(text.replace(/(?<!\p{L})(?:mê|bán|bàn|bản)(?!\p{L})/giu, ' '))
    : words;
  return ofOthers.test(telling);
}

/** Openings that say nothing. */
const lead = /^(?:da|vang|chao(?: ban| ad)?|hi|hello|ad oi|ban oi|a|uhm|thi|hien tai)$/;

function statementOf(words: string, facets: () => Facets, thisYear: number): Told {
  const told: { -readonly [Kind in keyof Told]: Told[Kind] } = {};
  if (noDevice.test(words)) told.device = 'none';
  else if (noComputer.test(words)) told.device = 'phone';
  if (lowData.test(words)) told.data = 'low';
  if (noMoney.test(words)) told.budget = 0;
  if (isFree.test(words)) {
    const times = facets().times?.value.flatMap((time) => (time === 'self_paced' ? [] : [time])) ?? [];
    if (times.length > 0) told.times = times;
  }
  if (livesAt.test(words) && namesSelf.test(words)) {
    const place = facets().place?.value;
    if (place !== undefined) told.place = { label: place.label, wards: [...place.wards] };
  }
  if (wheelchair.test(words)) told.wheelchair = true;
  const role = roles.find(([pattern]) => pattern.test(words))?.[1];
  if (role !== undefined) told.role = role;
  const band = bandOf(yearsOf(words, thisYear));
  if (band !== undefined) told.age_band = band;
  return told;
}
