import { findWard } from '../../places/index.ts';
import { fold } from '../../text/index.ts';
import {
  type Audience,
  audiences,
  type Level,
  levels,
  type Mode,
  modes,
  type ScheduleSlot,
  scheduleSlots,
} from '../course.ts';

/** What a cell turned into: a value, nothing, or what is wrong with the remedy. */
export type Cell<T> = { readonly value: T | undefined } | { readonly problem: string };

const nothing = { value: undefined } as const;

/** One of a closed list, or a word for it: folded, with single spaces. */
export function readOneOf<T extends string>(known: readonly T[], words: Readonly<Record<string, T>>, what: string) {
  return (cell: string): Cell<T> => {
    if (cell === '') return nothing;
    const folded = fold(cell)
      .replace(/[\s_-]+/g, ' ')
      .trim();
    const value = known.find((each) => each.replaceAll('_', ' ') === folded) ?? words[folded];
    return value === undefined ? { problem: `${what} phải là một trong: ${known.join(', ')}` } : { value };
  };
}

/** Several values in a cell, separated by semicolons (or commas where no value holds one). */
export function readListOf<T extends string>(read: (cell: string) => Cell<T>) {
  return (cell: string): Cell<readonly T[]> => {
    const values: T[] = [];
    for (const part of cell.split(/[;,|]/)) {
      const one = read(part.trim());
      if ('problem' in one) return one;
      if (one.value !== undefined && !values.includes(one.value)) values.push(one.value);
    }
    return { value: values };
  };
}

export const readLevel = readOneOf<Level>(
  levels,
  {
    'nguoi moi': 'beginner',
    'nguoi moi bat dau': 'beginner',
    'moi bat dau': 'beginner',
    'co ban': 'beginner',
    'can ban': 'beginner',
    introductory: 'beginner',
    'trung cap': 'intermediate',
    'trung binh': 'intermediate',
    'nang cao': 'advanced',
    'chuyen sau': 'advanced',
    expert: 'advanced',
    'tat ca': 'all',
    'moi trinh do': 'all',
    'all levels': 'all',
  },
  'trình độ',
);

export const readMode = readOneOf<Mode>(
  modes,
  {
    'truc tuyen': 'online',
    'qua mang': 'online',
    'truc tiep': 'in_person',
    'tai lop': 'in_person',
    'tai cho': 'in_person',
    offline: 'in_person',
    'ket hop': 'hybrid',
    'truc tiep va truc tuyen': 'hybrid',
  },
  'hình thức',
);

export const readSchedule = readListOf(
  readOneOf<ScheduleSlot>(
    scheduleSlots,
    {
      sang: 'morning',
      'buoi sang': 'morning',
      chieu: 'afternoon',
      'buoi chieu': 'afternoon',
      toi: 'evening',
      'buoi toi': 'evening',
      'cuoi tuan': 'weekend',
      'thu bay': 'weekend',
      'chu nhat': 'weekend',
      'tu hoc': 'self_paced',
      'tu chon': 'self_paced',
      'tu chon gio': 'self_paced',
      'luc nao cung duoc': 'self_paced',
    },
    'lịch học',
  ),
);

export const readAudience = readListOf(
  readOneOf<Audience>(
    audiences,
    {
      'moi nguoi': 'everyone',
      'tat ca': 'everyone',
      'giao vien': 'teachers',
      'hoc sinh': 'students',
      'sinh vien': 'students',
      'tre em': 'children',
      'thieu nhi': 'children',
      'nguoi cao tuoi': 'seniors',
      'nguoi lon tuoi': 'seniors',
      'nguoi lao dong': 'workers',
      'nguoi di lam': 'workers',
      'cong nhan': 'workers',
      'nguoi tim viec': 'job_seekers',
      'phu nu': 'women',
      'nguoi khuyet tat': 'persons_with_disabilities',
      'phu huynh': 'parents',
      'ho kinh doanh': 'small_business',
      'doanh nghiep nho': 'small_business',
    },
    'đối tượng',
  ),
);

/**
 * Free text as it may be kept and shown: composed, without control characters, marks that turn the writing direction
 * and halves of surrogate pairs. The database refuses U+0000 and such halves, which JSON can spell.
 */
function cleaned(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\p{Cs}]/gu, ' ')
    .trim();
}

/** Line breaks become spaces. */
function onOneLine(text: string): string {
  return text
    .split(/[\n\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}

/** Free words separated by semicolons: topics and skills. */
export function readWords(cell: string): Cell<readonly string[]> {
  const words = [
    ...new Set(
      cleaned(cell)
        .split(/[;|]/)
        .map(onOneLine)
        .filter((word) => word !== ''),
    ),
  ];
  if (words.length > 30) return { problem: 'tối đa 30 giá trị, cách nhau bằng dấu chấm phẩy' };
  const long = words.find((word) => word.length > 100);
  return long === undefined ? { value: words } : { problem: `giá trị “${long.slice(0, 30)}…” dài quá 100 chữ` };
}

export function readYesNo(cell: string): Cell<boolean> {
  if (cell === '') return nothing;
  const folded = fold(cell).trim();
  if (['yes', 'y', 'true', '1', 'co', 'x'].includes(folded)) return { value: true };
  if (['no', 'n', 'false', '0', 'khong'].includes(folded)) return { value: false };
  return { problem: 'phải là yes (có) hoặc no (không)' };
}

/**
 * Whole đồng: digits, with "." "," or spaces between groups of three, "đ" or "VND" after; "miễn phí" is 0.
 * @param most the largest sum that is no slip of the pen
 */
export function readMoney(what: string, most: number) {
  return (cell: string): Cell<number> => {
    if (cell === '') return nothing;
    const folded = fold(cell)
      .replace(/\s*(vnd|dong|d|₫)\.?$/, '')
      .trim();
    if (['mien phi', 'free', 'khong thu phi'].includes(folded)) return { value: 0 };
    if (!/^(\d+|\d{1,3}([., ]\d{3})+)(\.0+)?$/.test(folded))
      return { problem: 'phải là số tiền đồng, ví dụ 500000 hoặc 0 nếu miễn phí' };
    const vnd = Number(folded.replace(/\.0{1,2}$/, '').replace(/[., ]/g, ''));
    return vnd <= most
      ? { value: vnd }
      : { problem: `${what} lớn quá ${most / 1_000_000_000} tỷ đồng; hãy kiểm tra lại` };
  };
}

export const readPrice = readMoney('học phí', 1_000_000_000);

/** A number with a decimal point or comma. */
export function readNumberIn(least: number, most: number, whole: boolean, what: string) {
  return (cell: string): Cell<number> => {
    if (cell === '') return nothing;
    const text = cell.replace(',', '.');
    const value = Number(text);
    const good = /^\d+(\.\d+)?$/.test(text) && value >= least && value <= most && (!whole || Number.isInteger(value));
    return good ? { value } : { problem: `${what} phải là số từ ${least} đến ${most}` };
  };
}

export const readHours = readNumberIn(0, 10_000, false, 'số giờ');
export const readSeats = readNumberIn(0, 1_000_000, true, 'số chỗ');

/** A day: YYYY-MM-DD or DD/MM/YYYY. */
export function readDay(cell: string): Cell<string> {
  if (cell === '') return nothing;
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/.exec(cell);
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cell);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3], local[2], local[1]] : [];
  const problem = { problem: 'phải là ngày dạng 2026-12-31 hoặc 31/12/2026' };
  if (year === undefined || month === undefined || day === undefined) return problem;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = new Date(`${text}T00:00:00Z`);
  const real = !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
  return real && Number(year) >= 1990 && Number(year) <= 2100 ? { value: text } : problem;
}

/** Only addresses a browser may open. */
export function readUrl(cell: string): Cell<string> {
  if (cell === '') return nothing;
  if (!/^https?:\/\//i.test(cell) || !URL.canParse(cell) || cell.length > 2000) {
    return { problem: 'phải là địa chỉ bắt đầu bằng http:// hoặc https://' };
  }
  return { value: new URL(cell).href };
}

const languageNames: Readonly<Record<string, string>> = {
  'tieng viet': 'vi',
  viet: 'vi',
  vietnamese: 'vi',
  'tieng anh': 'en',
  anh: 'en',
  english: 'en',
  'tieng nhat': 'ja',
  japanese: 'ja',
  'tieng han': 'ko',
  korean: 'ko',
  'tieng trung': 'zh',
  'tieng hoa': 'zh',
  chinese: 'zh',
  'tieng phap': 'fr',
  french: 'fr',
  'tieng duc': 'de',
  german: 'de',
  spanish: 'es',
  espanol: 'es',
  italiano: 'it',
  日本語: 'ja',
  francais: 'fr',
  中文: 'zh',
  portugues: 'pt',
  'اللغة العربية': 'ar',
  arabic: 'ar',
  deutsch: 'de',
  portuguese: 'pt',
  italian: 'it',
  russian: 'ru',
  'tieng khmer': 'km',
};

/** A BCP 47 tag or a language's name. */
export function readLanguage(cell: string): Cell<string> {
  if (cell === '') return nothing;
  const named = languageNames[fold(cell).trim()];
  if (named !== undefined) return { value: named };
  try {
    const tag = Intl.getCanonicalLocales(cell.trim())[0];
    if (tag !== undefined && /^[a-z]{2,3}(-|$)/.test(tag)) return { value: tag };
  } catch {
    // Not a tag: the problem below says what is.
  }
  return { problem: 'phải là mã ngôn ngữ như vi, en, ja' };
}

/** The official code of a ward given by code or name. */
export function readWard(cell: string): Cell<string> {
  if (cell === '') return nothing;
  const found = findWard(cell);
  if (found.kind === 'found') return { value: found.ward.code };
  if (found.kind === 'ambiguous') {
    const names = found.candidates.map((ward) => `${ward.fullName} (${ward.code})`).join(' hay ');
    return { problem: `chưa rõ là ${names}; hãy ghi đủ dấu hoặc ghi mã` };
  }
  return { problem: 'không có phường, xã hay đặc khu này ở TP.HCM; hãy ghi tên sau sáp nhập hoặc mã' };
}

/** The city by itself sets no condition, and may stand behind a ward's name. */
const cityNames = /^(toan )?(thanh pho|tp\.?) ?(ho chi minh|hcm)$|^tphcm$|^toan thanh pho$|^(tat ca|all)$/;

/** Official codes of several wards, separated by semicolons, or commas where no name of the city holds one. */
export function readWards(cell: string): Cell<readonly string[]> {
  const codes: string[] = [];
  for (const name of cell.split(/[;|,\n]/).map((part) => part.trim())) {
    if (cityNames.test(fold(name))) continue;
    const read = readWard(name);
    if ('problem' in read) return { problem: `“${name}”: ${read.problem}` };
    if (read.value !== undefined && !codes.includes(read.value)) codes.push(read.value);
  }
  return { value: codes };
}

/** Text in paragraphs, without control characters, at most `most` characters. */
export function readText(most: number) {
  return (cell: string): Cell<string> => {
    const text = cleaned(cell);
    if (text === '') return nothing;
    return text.length <= most ? { value: text } : { problem: `dài quá ${most} chữ` };
  };
}

/** Text on one line, such as a title; a line break becomes a space. */
export function readLine(most: number) {
  const read = readText(most);
  return (cell: string): Cell<string> => read(onOneLine(cleaned(cell)));
}
