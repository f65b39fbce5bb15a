import { fold, type Token, tokens } from '../text/index.ts';
import { formerWards, wards } from './wards.ts';

/** A place found in a text: how to name it back, the wards it means, and the tokens it takes up, cue words included. */
export interface RecognisedPlace {
  readonly label: string;
  /** Official codes; empty for the whole city, which is no condition at all. */
  readonly wards: readonly string[];
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

interface Entry {
  readonly words: readonly string[];
  /** The same with accents. */
  readonly accented: readonly string[];
  readonly label: string;
  readonly wards: readonly string[];
  /**
   * Without accents these words have another meaning often enough, so they count as a place only behind a word that
   * says so ("ở", "gần", "khu") or with their accents.
   */
  readonly needsCue: boolean;
}

const cues = new Set([
  'o',
  'gan',
  'tai',
  'khu',
  'vuc',
  'ben',
  'quanh',
  'phia',
  'in',
  'near',
  'at',
  'around',
  've',
  'nha',
]);

/** Wards that the former Thủ Đức city took over from Quận 2 and Quận 9 in 2021; people still say the numbers. */
const formerQuan2 = [
  'An Khánh',
  'An Lợi Đông',
  'An Phú',
  'Bình Trưng Đông',
  'Bình Trưng Tây',
  'Cát Lái',
  'Thạnh Mỹ Lợi',
  'Thảo Điền',
  'Thủ Thiêm',
];
const formerQuan9 = [
  'Hiệp Phú',
  'Long Bình',
  'Long Phước',
  'Long Thạnh Mỹ',
  'Long Trường',
  'Phú Hữu',
  'Phước Bình',
  'Phước Long A',
  'Phước Long B',
  'Tăng Nhơn Phú A',
  'Tăng Nhơn Phú B',
  'Tân Phú',
  'Trường Thạnh',
];

function unique(codes: readonly string[]): string[] {
  return [...new Set(codes)].sort();
}

function entry(name: string, label: string, codes: readonly string[], needsCue: boolean): Entry {
  const words = tokens(name);
  return {
    words: words.map((word) => word.folded),
    accented: words.map((word) => word.accented),
    label,
    wards: unique(codes),
    needsCue,
  };
}

function codesOfDistrict(district: string): string[] {
  return formerWards.filter((ward) => ward.district === district).map((ward) => ward.code);
}

function codesOfThuDuc(names: readonly string[]): string[] {
  const full = new Set(names.map((name) => `Phường ${name}`));
  return formerWards.filter((w) => w.district === 'Thành Phố Thủ Đức' && full.has(w.name)).map((w) => w.code);
}

function districtEntries(): Entry[] {
  const entries: Entry[] = [];
  const add = (kind: string, name: string, codes: readonly string[]): void => {
    const number = /^\d+$/.test(name);
    const label = `${number ? `Quận ${name}` : name} (cũ)`;
    const shorts =
      { Quận: ['quận', 'q', 'district', 'd', 'quan'], Huyện: ['huyện', 'h'], 'Thành Phố': ['thành phố', 'tp'] }[kind] ??
      [];
    for (const short of shorts) entries.push(entry(`${short} ${name}`, label, codes, false));
    if (number) entries.push(entry(`q${name}`, label, codes, false));
    // "Long Đất" and the like are no ordinary words; "Phú Mỹ" alone is a ward and a housing area too, and still there.
    else entries.push(entry(name, label, codes, false), entry(`${name} district`, label, codes, false));
  };
  for (const district of new Set(formerWards.map((ward) => ward.district))) {
    const match = /^(Quận|Huyện|Thành Phố) (.+)$/.exec(district);
    if (match?.[1] !== undefined && match[2] !== undefined) add(match[1], match[2], codesOfDistrict(district));
  }
  add('Quận', '2', codesOfThuDuc(formerQuan2));
  add('Quận', '9', codesOfThuDuc(formerQuan9));
  entries.push(entry('quận thủ đức', 'Thủ Đức (cũ)', codesOfDistrict('Thành Phố Thủ Đức'), false));
  return entries;
}

function provinceEntries(): Entry[] {
  const ofProvince = (part: string): string[] =>
    formerWards.filter((ward) => fold(ward.province).includes(part)).map((ward) => ward.code);
  const centre = [...codesOfDistrict('Quận 1'), ...codesOfDistrict('Quận 3')];
  const choLon = [...codesOfDistrict('Quận 5'), ...codesOfDistrict('Quận 6')];
  return [
    entry('bình dương', 'Bình Dương (cũ)', ofProvince('binh duong'), false),
    entry('bà rịa vũng tàu', 'Bà Rịa – Vũng Tàu (cũ)', ofProvince('ba ria'), false),
    entry('chợ lớn', 'Chợ Lớn', choLon, true),
    entry('trung tâm thành phố', 'trung tâm thành phố', centre, false),
    entry('city centre', 'trung tâm thành phố', centre, false),
    entry('city center', 'trung tâm thành phố', centre, false),
    entry('downtown', 'trung tâm thành phố', centre, false),
    ...[
      'sài gòn',
      'thành phố hồ chí minh',
      'tp hồ chí minh',
      'tp hcm',
      'tphcm',
      'hcm',
      'hcmc',
      'ho chi minh city',
      'saigon',
      'hồ chí minh',
    ].map((name) => entry(name, 'TP.HCM', [], false)),
  ];
}

function wardEntries(): Entry[] {
  const entries: Entry[] = [];
  for (const ward of wards) {
    entries.push(entry(ward.fullName, ward.fullName, [ward.code], false));
    entries.push(entry(ward.name, ward.fullName, [ward.code], true));
    if (ward.fullName.startsWith('Phường')) {
      entries.push(entry(`p ${ward.name}`, ward.fullName, [ward.code], false));
      entries.push(entry(`${ward.name} ward`, ward.fullName, [ward.code], false));
    }
  }
  const present = new Set(wards.map((ward) => fold(ward.name)));
  const former = new Map<string, { label: string; codes: string[] }>();
  const remember = (name: string, label: string, code: string): void => {
    const known = former.get(name) ?? { label, codes: [] };
    known.codes.push(code);
    former.set(name, known);
  };
  for (const ward of formerWards) {
    const bare = ward.name.replace(/^(Phường|Xã|Thị [Tt]rấn) /, '');
    const district = ward.district.replace(/^(Quận|Huyện|Thành Phố) /, '');
    const short = /^\d+$/.test(bare);
    const label = `${ward.name}, ${ward.district} (cũ)`;
    for (const kind of short ? ['phường', 'p'] : ['phường', 'xã', 'p', '']) {
      for (const of of /^\d+$/.test(district)
        ? [`quận ${district}`, `q${district}`, `q ${district}`]
        : [district, `quận ${district}`]) {
        remember(`${kind} ${bare} ${of}`.trim(), label, ward.code);
      }
    }
    if (short) for (const of of [`q${district}`, `quận ${district}`]) remember(`p${bare} ${of}`, label, ward.code);
    // A named ward that is no more and whose name no present ward bears: "Thảo Điền".
    if (!short && !present.has(fold(bare))) remember(bare, `${bare} (cũ)`, ward.code);
  }
  for (const [name, { label, codes }] of former) {
    entries.push(entry(name, label, codes, !/^(phường|xã|p) /.test(name) && tokens(name).length <= 3));
  }
  return entries;
}

let table: Map<string, Entry[]> | undefined;

/** Entries by their first word, longer ones first; of equal length the wider place (a district) before a ward. */
function entriesByFirstWord(): Map<string, Entry[]> {
  if (table !== undefined) return table;
  const built = new Map<string, Entry[]>();
  for (const each of [...provinceEntries(), ...districtEntries(), ...wardEntries()]) {
    const first = each.words[0] ?? '';
    const list = built.get(first) ?? [];
    list.push(each);
    built.set(first, list);
  }
  for (const list of built.values()) list.sort((a, b) => b.words.length - a.words.length);
  table = built;
  return built;
}

function matches(each: Entry, text: readonly Token[], start: number, hasCue: boolean): boolean {
  let typedAccents = false;
  for (let offset = 0; offset < each.words.length; offset++) {
    const token = text[start + offset];
    if (token === undefined || token.folded !== each.words[offset]) return false;
    if (token.hasAccents) {
      typedAccents = true;
      // Who types accents means them: "bán hàng" is no place though "Bàn Hàng" might be.
      if (token.accented !== each.accented[offset]) return false;
    }
  }
  return !each.needsCue || hasCue || (typedAccents && each.words.length > 1);
}

/**
 * The places a text names, in order, none overlapping. Names that are ordinary words without accents ("phu loi",
 * "hoa binh") need a word in front that makes them a place.
 */
export function recognisePlaces(text: readonly Token[]): RecognisedPlace[] {
  const byFirst = entriesByFirstWord();
  const found: RecognisedPlace[] = [];
  for (let position = 0; position < text.length; ) {
    const hasCue = cues.has(text[position - 1]?.folded ?? '');
    const match = byFirst.get(text[position]?.folded ?? '')?.find((each) => matches(each, text, position, hasCue));
    if (match === undefined) {
      position++;
      continue;
    }
    let start = position;
    while (
      start > 0 &&
      cues.has(text[start - 1]?.folded ?? '') &&
      text[start - 1]?.folded !== 've' &&
      text[start - 1]?.folded !== 'nha'
    )
      start--;
    const end = position + match.words.length;
    found.push({ label: match.label, wards: match.wards, start, end });
    position = end;
  }
  return found;
}
