import { fold } from '../text/index.ts';

/** What people ask of a course that they have just seen. */
export type Aspect =
  | 'price'
  | 'time'
  | 'place'
  | 'start'
  | 'length'
  | 'enrol'
  | 'certificate'
  | 'seats'
  | 'level'
  | 'language'
  | 'teacher'
  | 'mode'
  | 'trial'
  | 'captions'
  | 'equipment'
  | 'wheelchair';

/** Which of the courses shown: a number of the list, the last of it, or whatever was looked at last. */
export type Which = number | 'last' | undefined;

export interface CourseQuestion {
  readonly aspect: Aspect;
  readonly which: Which;
  /** The same words also state a condition for a list. */
  readonly mayNarrow: boolean;
}

const numbers: Readonly<Record<string, number>> = {
  nhat: 1,
  dau: 1,
  'dau tien': 1,
  mot: 1,
  first: 1,
  hai: 2,
  nhi: 2,
  second: 2,
  ba: 3,
  third: 3,
  tu: 4,
  bon: 4,
  fourth: 4,
  nam: 5,
  fifth: 5,
};

const reference =
  /(?:^| )(?:(?:cai|khoa|lop|so|course|number|option|the)(?: (?:hoc|so|thu))*|thu) (?<number>[1-9]|nhat|dau tien|dau|mot|hai|nhi|ba|tu|bon|nam|cuoi cung|cuoi|first|second|third|fourth|fifth|last)(?: (?:one|course))?(?: (?:do|nay|ay|a|nhe))?(?= |$)/;

/** "khóa 2", "cái đầu tiên", "lớp thứ ba", "the second one" in folded words, and what is left without it. */
export function takeReference(words: string): { which: Which; rest: string } {
  const match = reference.exec(words);
  const named = match?.groups?.number;
  if (match === null || named === undefined) return { which: undefined, rest: words };
  const rest = `${words.slice(0, match.index)} ${words.slice(match.index + match[0].length)}`
    .replace(/\s+/g, ' ')
    .trim();
  if (/^(?:cuoi|last)/.test(named)) return { which: 'last', rest };
  return { which: numbers[named] ?? Number(named), rest };
}

/** What each aspect is asked with; a question is any row of its phrases. */
const phrasesOfAspects: Readonly<Record<Aspect, string>> = {
  price:
    'hoc phi|gia ca|gia tien|gia|phi|chi phi|bao nhieu tien|bao nhieu|nhieu tien|nhieu|het|mac|re|mat tien|mat phi|ton tien|dong tien|thu tien|thu phi|mien phi|co mien phi|how much|is it|price|cost|fees?|is it free|free',
  start:
    'khai giang|bat dau|nhap hoc|vao hoc|mo lop|khi nao|bao gio|ngay nao|hom nao|khi nao mo|lop mo|mo|hoc|when|does it|do they|will it|start|starts|begin|start date',
  time: 'may gio|gio nao|gio hoc|lich hoc|lich|thoi gian hoc|thoi gian|buoi nao|thu may|ngay nao|luc nao|hoc|toi hay sang|khung gio|what time|schedule|when is it',
  length: 'bao lau|may buoi|may thang|may tuan|may gio|may ngay|thoi luong|keo dai|hoc|how long|is it|does it take',
  place: 'o dau|dia chi|dia diem|cho nao|nam o|quan nao|phuong nao|hoc|gan day|where|is it|address|location',
  enrol:
    'dang ky|ghi danh|nop ho so|nop don|sao|the nao|nhu the nao|lam sao|bang cach nao|o dau|cach|de|hoc|link|how do i|how to|how can i|register|enroll?|sign up|join|apply',
  certificate:
    'co|chung chi|chung nhan|giay chung nhan|bang cap|bang|cap bang|nhan bang|is there|do i get|any|certificate',
  seats: 'con cho|con slot|het cho|con|cho trong|bao nhieu nguoi|may nguoi|si so|any|seats?|left|available|still open',
  level:
    'trinh do|cho nguoi moi|nguoi moi|moi hoc|can biet gi truoc|can biet gi|can kinh nghiem|co|kho|hoc duoc|hoc|is it hard|for beginners|level',
  language: 'day bang tieng gi|bang tieng gi|tieng gi|ngon ngu gi|day|hoc|tieng viet hay tieng anh|what language|is it',
  teacher: 'ai day|ai|day|thay nao|co nao|giao vien|giang vien|la ai|who|teaches|teacher',
  mode: 'co|hoc|online|truc tuyen|offline|truc tiep|hay|is it|or',
  trial: 'co|duoc|hoc thu|thu|trial|free trial',
  captions:
    'co|phu de|nguoi khiem thinh|khiem thinh|nguoi diec|ngon ngu ky hieu|thong dich|phien dich|ky hieu|hoc|any|are there|subtitles?|captions?|sign language|interpreter',
  equipment:
    'co|can|phai|mang|theo|may tinh|laptop|hoc|bang|tren|dien thoai|chi|smartphone|computer|phone|a|need|do i|on my|can i',
  wheelchair:
    'co|xe lan|di|vao|len|loi di|thang may|cho|nguoi|wheelchair|access|accessible|lift|elevator|ngoi xe lan|di xe lan',
};

/** At least one of these must stand in it: "học" alone asks nothing. */
const tellingWords: Readonly<Record<Aspect, RegExp>> = {
  price: /hoc phi|gia|phi|bao nhieu|tien|mac|re|how much|price|cost|fee|free/,
  start: /khai giang|bat dau|nhap hoc|vao hoc|mo|start|begin/,
  time: /gio|lich|thoi gian|buoi|thu may|ngay nao|luc nao|sang|what time|schedule|when/,
  length: /bao lau|may (?:buoi|thang|tuan|gio|ngay)|thoi luong|keo dai|how long/,
  place: /o dau|dia|cho nao|nam o|quan nao|phuong nao|gan day|where|address|location/,
  enrol: /dang ky|ghi danh|nop|link|register|enrol|sign up|join|apply/,
  certificate: /chung chi|chung nhan|bang|certificate/,
  seats: /con|het cho|nguoi|si so|seat|open|available/,
  level: /trinh do|moi|can|kho|hard|beginner|level/,
  language: /tieng gi|ngon ngu|hay tieng|language/,
  teacher: /ai|thay nao|co nao|vien|who|teach/,
  mode: /online|truc tuyen|offline|truc tiep/,
  trial: /thu|trial/,
  captions: /phu de|khiem thinh|diec|ky hieu|subtitle|caption|sign language/,
  // "Không có máy tính" tells something of oneself and asks nothing.
  equipment: /(?:can|phai|mang|need).*(?:may tinh|laptop|computer)|(?:bang|tren|on my) (?:dien thoai|may tinh|phone)/,
  wheelchair: /xe lan|thang may|wheelchair|lift|elevator/,
};

/** Conditions that a list may be narrowed by. */
const narrowing =
  /^(?:(?:co|hoc|is it|any|is there) )*(?:mien phi|co mien phi|free|re|mac|online|truc tuyen|offline|truc tiep|chung chi|chung nhan|giay chung nhan|bang cap|bang|certificate|cho nguoi moi|nguoi moi|for beginners|moi hoc|gan day|buoi toi|hoc thu|xe lan|cho xe lan|wheelchair)(?: |$)*$/;

const aspects = (Object.keys(phrasesOfAspects) as Aspect[]).map(
  (aspect) => [aspect, new RegExp(`^(?:(?:${phrasesOfAspects[aspect]})(?: |$))+$`)] as const,
);

const fillers =
  /(?:^| )(?:ad|ban|shop|oi|cho|em|minh|toi|tui|hoi|a|nhe|nha|vay|the|ha|z|khong|ko|k|hong|hok|duoc|thi|la|cua|no|lop|khoa|hoc nay|nay|do|kia|may lop|cac|voi|please|this|that|the|is|are|does|do|i|course|class|one|for|of|di|ne|hen|nghen|xin|giup|biet)(?= |$)/g;

/**
 * A question about courses just shown, that names no topic of its own: "học phí bao nhiêu vậy ạ", "khóa 2 có chứng chỉ
 * không", "when does it start". Undefined for anything else.
 */
export function courseQuestion(text: string): CourseQuestion | undefined {
  const words = fold(text)
    .replace(/[^\p{L}\p{N}\s]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (words.length > 80) return undefined;
  const { which, rest } = takeReference(words);
  const forms = [rest, without(rest)];
  for (const form of forms) {
    const found = aspects.find(([aspect, pattern]) => pattern.test(form) && tellingWords[aspect].test(form));
    if (found !== undefined) return { aspect: found[0], which, mayNarrow: narrowing.test(form) };
  }
  return undefined;
}

function without(words: string): string {
  let [before, after] = ['', words];
  while (before !== after) [before, after] = [after, after.replace(fillers, ' ').replace(/\s+/g, ' ').trim()];
  return after;
}
