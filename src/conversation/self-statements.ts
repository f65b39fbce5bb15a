import type { NamedConcept } from '../discovery/index.ts';
import type { Told } from '../learners/index.ts';

/** Who speaks of themselves, as people say "I" here. "Con" and "cháu" may also be somebody's child and are not here. */
export const me = '(?:em|minh|toi|tui|tao|chi|anh|co|chu|bac|i|im|i m|i am)';

/** Politeness and emphasis at the end of a clause. */
const ends =
  '(?: (?:a|nhe|nha|nhen|nghen|hen|thoi|di|ne|do|luon|lam|qua|roi|duoc roi|cho tien|cho than mat|giup|voi|dum|please|now))*';

type Reader<Value> = readonly (readonly [RegExp, Value])[];

function read<Value>(words: string, readers: Reader<Value>): Value | undefined {
  return readers.find(([pattern]) => pattern.test(words))?.[1];
}

const calledBy = { ban: 'ban', anh: 'anh', chi: 'chi', co: 'co', chu: 'chu', bac: 'bac', em: 'em' } as const;
const called = new RegExp(
  `^(?:(?:cu|hay|nho|nen) )*(?:goi|keu|xung ho(?: voi)?) (?:${me} |me )?(?:la|bang) (?<word>ban|anh|chi|co|chu|bac|em)(?: (?!cho|la)[a-z]{1,6}){0,2}${ends}$`,
);
const calledInEnglish = /^(?:please )?call me (?<word>ban|anh|chi|co|chu|bac|em)(?: please)?$/;

const simple = new RegExp(
  `^(?:(?:ban|ad) )?(?:(?:cu|hay|lam on|vui long|nho) )*(?:noi|tra loi|viet|nhan|giai thich)(?: (?:chuyen|cho|voi|nghe|hieu|that|don gian|de|ngan|gon|ro rang|mot|chut|ti|xiu|hon|thoi|va|${me}))*${ends}$`,
);
const mentionsEasy = /de hieu|don gian|ngan gon/;
const simpleInEnglish =
  /^(?:please )?(?:speak|talk|write|answer|use)(?: (?:more|in|to me))* (?:simply|simple words|easy words|plain words|short sentences)(?: please)?$/;

const helpsChild = new RegExp(
  `^(?:${me} )?(?:muon |can |de )*(?:day|kem|giup|phu|huong dan) (?:con|be|chau|con cai)(?: (?:minh|em|toi|tui|nho))?(?: (?:hoc|hoc bai|hoc hanh|lam bai|lam bai tap|bai vo|o nha|tot hon))*${ends}$`,
);
const forFun = new RegExp(
  `^(?:${me} )?(?:chi )?(?:muon )?(?:hoc )?(?:cho vui|choi cho vui|de giai tri|giet thoi gian|for fun|just for fun)${ends}$`,
);
const organiser = new RegExp(
  `^${me} (?:dang )?(?:la |lam )(?:nguoi |can bo |ben |don vi |chu )?(?:to chuc (?:cac )?lop(?: hoc)?|mo lop|trung tam (?:day|dao tao|ngoai ngu|tin hoc|hoc tap cong dong))|^i (?:organi[sz]e|run) (?:courses|classes)`,
);

const android = 'android|samsung|oppo|xiaomi|redmi|vivo|realme|huawei|pixel|nokia';
const phone = new RegExp(
  `^(?:(?:dien thoai|may|dt|my phone)(?: (?:cua )?${me})? (?:la|is)(?: an?)?|(?:${me} )?(?:(?:dang|hien|chi) )*(?:dung|xai|su dung|use|have|am using)(?: an?)?)(?: (?:dien thoai|may|dt|con))* (?<brand>iphone|${android})(?: (?:phone|\\d{1,2}|pro|max|plus|mini|se|note|galaxy|a\\d\\d|cu|doi cu))*${ends}$`,
);

/**
 * What is said outright, whatever else the words could ask for: how to be addressed and spoken to, the phone, and a few goals that name
 * a child or learning as such. Only whole clauses count.
 */
export function toldOutright(words: string): Told {
  const word = (called.exec(words) ?? calledInEnglish.exec(words))?.groups?.word;
  if (word !== undefined) return { address: calledBy[word as keyof typeof calledBy] };
  if ((simple.test(words) && mentionsEasy.test(words)) || simpleInEnglish.test(words)) return { speech: 'simple' };
  if (helpsChild.test(words)) return { goal: { kind: 'help_child' } };
  if (forFun.test(words)) return { goal: { kind: 'hobby' } };
  const brand = phone.exec(words)?.groups?.brand;
  if (brand !== undefined) return { phone: brand === 'iphone' ? 'iphone' : 'android' };
  return organiser.test(words) ? { role: 'organiser' } : {};
}

const wants = `(?:${me} )?(?:(?:dang|muon|can|se|dinh|tinh|uoc|mo uoc|want to|would like to|hope to) )*`;

const goals: Reader<NonNullable<Told['goal']>> = [
  [
    new RegExp(
      `^${wants}(?:(?:doi|chuyen) (?:nghe|viec|cong viec)|(?:kiem|tim|xin) (?:duoc )?(?:mot )?(?:viec|cong viec)(?: lam)? (?:moi|khac|tot hon|on dinh)|change jobs?|find a new job|get a (?:new |better )?job)${ends}$`,
    ),
    { kind: 'new_job' },
  ],
  [
    new RegExp(
      `^${wants}(?:thang tien|thang chuc|len luong|tang luong|len chuc|nang cao tay nghe|lam viec tot hon|gioi viec hon|(?:be|get) better at (?:my )?(?:work|job)|get promoted)(?: (?:trong|o) (?:cong viec|cho lam|cong ty))?${ends}$`,
    ),
    { kind: 'better_work' },
  ],
  [
    new RegExp(
      `^${wants}(?:tu )?(?:mo (?:mot )?(?:cai )?(?:tiem|quan|shop|cua hang)(?: (?:rieng|nho))*|kinh doanh rieng|lam an rieng|buon ban rieng|lam chu|tu lam chu|ra lam rieng|khoi nghiep|(?:start|open) (?:my own|a) (?:business|shop))${ends}$`,
    ),
    { kind: 'own_business' },
  ],
  [
    new RegExp(`^${wants}(?:thi|on thi) (?:lay )?(?:bang|chung chi|dai hoc|cong chuc|vien chuc)${ends}$`),
    { kind: 'exam' },
  ],
];

const jobIn = new RegExp(
  `^${wants}(?:(?:kiem|tim|xin) (?:duoc )?(?:mot )?(?:viec|cong viec)(?: lam)?(?: (?:nganh|nghe|ve|trong nganh|ben|mang|lam|la))?|theo nghe|lam nghe|tro thanh|vao nghe|di lam|become an?|work as an?|get a job in|find a job in) (?<tail>.+)$`,
);
const likes = new RegExp(
  `^(?:${me} )?(?:(?:rat|cung|von|kha|hoi|cuc|really|also) )*(?:thich|yeu thich|dam thich|khoai|ghien|hung thu voi|quan tam(?: toi| den)?|like|love|enjoy|am interested in|interested in) (?<tail>.+)$`,
);

const levels: Reader<NonNullable<Told['level']>> = [
  [
    new RegExp(`^${me} (?:la |am )?(?:a )?(?:nguoi )?(?:moi bat dau|moi toanh|nguoi moi|beginner|new to this)${ends}$`),
    'beginner',
  ],
  [new RegExp(`^${me} (?:chua|khong) biet gi(?: het| ca)?${ends}$`), 'beginner'],
  [new RegExp(`^${me} (?:la |o |am )?(?:trinh do )?(?:trung cap|trung binh|intermediate)${ends}$`), 'intermediate'],
  [new RegExp(`^${me} (?:la |o |am )?(?:trinh do )?(?:nang cao|cao cap|advanced)${ends}$`), 'advanced'],
];

const languages: Reader<NonNullable<Told['language']>> = [
  [
    new RegExp(
      `^(?:${me} )?(?:chi (?:biet|noi|hieu|nghe)(?: duoc| hieu)? tieng viet|only (?:speak|understand) vietnamese)${ends}$`,
    ),
    'vi',
  ],
  [
    new RegExp(
      `^(?:${me} )?(?:(?:khong|ko|hong) (?:biet|noi|hieu)(?: duoc)? tieng viet|only (?:speak|understand) english|(?:dont|don t|do not|cannot|cant|can t) (?:speak|understand) vietnamese)${ends}$`,
    ),
    'en',
  ],
];

const am = `(?:${me} )(?:(?:hien|dang|cung) )*(?:bi |la nguoi |la |have |am |a )*|^bi `;
const difficulties: Reader<NonNullable<Told['disability']>[number]> = [
  [
    new RegExp(
      `^(?:${am})(?:khiem thinh|diec|lang tai|nghe kem|kho nghe|khong nghe duoc|khong nghe ro|tai (?:kem|yeu|lang)|deaf|hard of hearing|hearing impaired)|^tai (?:${me} )?(?:bi )?(?:nghe )?(?:kem|yeu|lang|khong nghe)`,
    ),
    'hearing',
  ],
  [
    new RegExp(
      `^(?:${am})(?:khiem thi|mu(?: loa)?(?=$| (?:hai|mot|tu))|nhin kem|kho nhin|khong nhin ro|khong nhin thay|mat (?:kem|mo|yeu)|blind|visually impaired|low vision)|^mat (?:${me} )?(?:bi )?(?:nhin )?(?:kem|mo|yeu|khong thay|khong nhin)`,
    ),
    'seeing',
  ],
  [
    new RegExp(
      `^(?:${am})(?:khuyet tat (?:van dong|chan|tay)|kho di lai|di lai (?:kho|kho khan|bat tien|khong tien)|liet(?: hai chan| chan| nua nguoi)?|chan (?:yeu|dau)|khong di (?:lai )?duoc|cannot walk|cant walk|mobility impaired)|^chan (?:${me} )?(?:bi )?(?:yeu|dau|liet)|^di lai kho khan${ends}$`,
    ),
    'moving',
  ],
  [
    new RegExp(
      `^(?:${am})(?:cham hieu|tiep thu cham|kho tiep thu|kho doc|tu ky|roi loan hoc tap|khuyet tat tri tue|dyslexi[ac]|slow to learn)`,
    ),
    'learning',
  ],
];

const parent = new RegExp(`^${me} (?:dang )?(?:la )(?:phu huynh|me bim sua|ba me don than|me don than|a parent)`);

/**
 * What is said of oneself besides place, times and means. `keeps` says what the clause is also a search for: who loves baking is
 * shown baking.
 * @param namedConcept the concept that the last words of the clause name
 */
export function toldOfSelf(
  words: string,
  namedConcept: (tail: string) => NamedConcept | undefined,
  clause: string,
): { readonly told: Told; readonly keeps?: string } {
  const difficulty = read(words, difficulties);
  const level = read(words, levels);
  const language = read(words, languages);
  const told: Told = {
    ...(difficulty === undefined ? {} : { disability: [difficulty] }),
    ...(level === undefined ? {} : { level }),
    ...(language === undefined ? {} : { language }),
    ...(parent.test(words) ? { role: 'parent' as const } : {}),
  };
  const goal = read(words, goals) ?? occupationIn(words, namedConcept);
  if (goal !== undefined) return { told: { ...told, goal }, keeps: 'occupation' in goal ? goal.label : clause };
  const tail = likes.exec(words)?.groups?.tail?.replace(new RegExp(`${ends}$`), '');
  const liked =
    tail === undefined ? undefined : (namedConcept(tail) ?? namedConcept(tail.replace(/^(?:lam|choi) /, '')));
  if (liked === undefined) return level === undefined ? { told } : { told, keeps: clause };
  return { told: { ...told, interests: [{ concept: liked.id, label: liked.label }] }, keeps: liked.label };
}

function occupationIn(
  words: string,
  namedConcept: (tail: string) => NamedConcept | undefined,
): Told['goal'] | undefined {
  const tail = jobIn.exec(words)?.groups?.tail?.replace(new RegExp(`${ends}$`), '');
  const named = tail === undefined ? undefined : namedConcept(tail);
  return named && { occupation: named.id, label: named.label };
}
