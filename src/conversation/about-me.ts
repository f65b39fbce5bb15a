import type { Facets } from '../discovery/index.ts';
import type { Told } from '../learners/index.ts';
import { plainWords } from './phrases.ts';

/** Who speaks of themselves, as people say "I" here. "Con" and "cháu" may also be somebody's child and are not here. */
const me = '(?:em|minh|toi|tui|tao|chi|anh|co|chu|bac|i|im|i m|i am)';

/** A clause that asks for something is no statement about oneself. */
const asks =
  /(?:^| )(?:(?<!tieu |trung |dai )hoc(?! sinh)|lop|khoa|tim(?! viec)|co .* (?:khong|nao)|o dau|dau|course|courses|class|classes|learn|study|find)(?: |$)/;

/** Somebody else's place, age or wheelchair is not the speaker's. */
const ofOthers =
  /(?:^| )(?:me|ba|bo|cha|ma|con|be|chong|vo|ong|ba noi|ba ngoai|ban|my (?:mother|mom|father|son|daughter))(?: |$)/;

const livesAt = new RegExp(
  `^(?:${me} )?(?:hien |dang |hien dang |nha (?:${me} )?)*(?:o|song o|tro o|o tro|thue tro o|sinh song o|live in|living in|stay in|am in|from) .+`,
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
    new RegExp(`^${me} (?:dang )?(?:la )?(?:chu (?:shop|tiem|quan|cua hang)|tieu thuong|ban hang o cho|buon ban nho)`),
    'small_business',
  ],
  [new RegExp(`^${me} (?:dang )?(?:la |lam )(?:cong nhan|nhan vien|cong chuc|tho|tai xe)`), 'worker'],
];

const age = new RegExp(`^${me} (?:nam nay |moi |duoc |da |gan |hon |nay |am )*(\\d{1,2}) ?(?:t|tuoi|years old)(?: |$)`);

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

/**
 * What a person says of themselves in passing: "em ở Thủ Đức, chỉ rảnh buổi tối, không có máy tính". Only plain statements count;
 * what a clause asks for ("học kế toán ở Thủ Đức") or says of others ("mẹ mình 65 tuổi") is a matter of the wish.
 * @param facetsOf the conditions discovery reads in a clause: places and times are named there
 */
export function aboutMe(text: string, facetsOf: (clause: string) => Facets): AboutMe {
  let told: Told = {};
  const rest: string[] = [];
  for (const clause of text.split(/[,.;!\n]+(?=\s|$)| và | mà | nhưng | and | but /iu)) {
    const words = plainWords(clause);
    if (words === '' || lead.test(words)) continue;
    const found = asks.test(words) || ofOthers.test(words) ? {} : statementOf(words, () => facetsOf(clause));
    if (Object.keys(found).length === 0) rest.push(clause.trim());
    told = { ...told, ...found };
  }
  return { told, rest: rest.join(', ') };
}

/** Whether a message is about somebody else: what is known of the writer is then no preference of theirs. */
export function isAboutOthers(text: string): boolean {
  return ofOthers.test(plainWords(text));
}

/** Openings that say nothing. */
const lead = /^(?:da|vang|chao(?: ban| ad)?|hi|hello|ad oi|ban oi|a|uhm|thi|hien tai)$/;

function statementOf(words: string, facets: () => Facets): Told {
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
  const band = bandOf(Number(age.exec(words)?.[1] ?? 0));
  if (band !== undefined) told.age_band = band;
  return told;
}
