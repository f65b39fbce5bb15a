import { fold, tokens } from '../text/index.ts';
import { type FormerWard, formerWards, wards } from './wards.ts';

/** A name a place goes by and the wards it means. */
export interface PlaceName {
  readonly words: readonly string[];
  /** The same with accents. */
  readonly accented: readonly string[];
  readonly label: string;
  readonly wards: readonly string[];
  /** One former ward that was divided among several present ones. */
  readonly isDivided?: true;
  /**
   * Without accents these words have another meaning often enough, so they count as a place only behind a word that
   * says so ("ở", "gần", "khu") or with their accents.
   */
  readonly needsCue: boolean;
}

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

/** The third of the districts that became Thành phố Thủ Đức. */
const formerThuDuc = [
  'Bình Chiểu',
  'Bình Thọ',
  'Hiệp Bình Chánh',
  'Hiệp Bình Phước',
  'Linh Chiểu',
  'Linh Đông',
  'Linh Tây',
  'Linh Trung',
  'Linh Xuân',
  'Tam Bình',
  'Tam Phú',
  'Trường Thọ',
];

/** A district that is an everyday word without accents: "con dao" is a knife. */
const everydayDistricts = new Set(['Côn Đảo', 'Nhà Bè']);

/** How districts are shortened behind "q": "q.bt". Two that share a short form are both meant. */
const districtInitials: readonly (readonly [short: string, districts: readonly string[]])[] = [
  ['bt', ['Quận Bình Thạnh', 'Quận Bình Tân']],
  ['bthanh', ['Quận Bình Thạnh']],
  ['btan', ['Quận Bình Tân']],
  ['gv', ['Quận Gò Vấp']],
  ['tb', ['Quận Tân Bình']],
  ['tbinh', ['Quận Tân Bình']],
  ['tp', ['Quận Tân Phú']],
  ['tphu', ['Quận Tân Phú']],
  ['pn', ['Quận Phú Nhuận']],
  ['td', ['Thành Phố Thủ Đức']],
];

function unique(codes: readonly string[]): string[] {
  return [...new Set(codes)].sort();
}

function entry(name: string, label: string, codes: readonly string[], needsCue: boolean): PlaceName {
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

function bareName(unit: string): string {
  return unit.replace(/^(Quận|Huyện|Thành Phố|Phường|Xã|Thị [Tt]rấn) /, '');
}

function codesOfThuDuc(names: readonly string[]): string[] {
  const full = new Set(names.map((name) => `Phường ${name}`));
  return formerWards.filter((w) => w.district === 'Thành Phố Thủ Đức' && full.has(w.name)).map((w) => w.code);
}

function codesOfFormer(district: string, names: readonly string[]): string[] {
  return formerWards
    .filter((ward) => ward.district === district && names.includes(bareName(ward.name)))
    .map((ward) => ward.code);
}

/** The names a former ward's district goes by; those of Thủ Đức city by the three districts it was made of, too. */
function districtNames(ward: { readonly name: string; readonly district: string }): string[] {
  const district = bareName(ward.district);
  if (/^\d+$/.test(district)) return [`quận ${district}`, `q${district}`, `q ${district}`];
  const names = [district, `quận ${district}`, `q ${district}`];
  if (district !== 'Thủ Đức') return names;
  const bare = bareName(ward.name);
  if (formerQuan2.includes(bare)) names.push('quận 2', 'q2', 'q 2');
  if (formerQuan9.includes(bare)) names.push('quận 9', 'q9', 'q 9');
  return names;
}

function districtEntries(): PlaceName[] {
  const entries: PlaceName[] = [];
  const add = (kind: string, name: string, codes: readonly string[]): void => {
    const number = /^\d+$/.test(name);
    const label = `${number ? `Quận ${name}` : name} (cũ)`;
    const shorts =
      { Quận: ['quận', 'q', 'district', 'd', 'quan'], Huyện: ['huyện', 'h'], 'Thành Phố': ['thành phố', 'tp'] }[kind] ??
      [];
    for (const short of shorts) entries.push(entry(`${short} ${name}`, label, codes, false));
    if (number) entries.push(entry(`q${name}`, label, codes, false));
    // "Long Đất" and the like are no ordinary words; "Phú Mỹ" alone is a ward and a housing area too, and still there.
    else
      entries.push(
        entry(name, label, codes, everydayDistricts.has(name)),
        entry(`${name} district`, label, codes, false),
      );
  };
  for (const district of new Set(formerWards.map((ward) => ward.district))) {
    const match = /^(Quận|Huyện|Thành Phố) (.+)$/.exec(district);
    if (match?.[1] !== undefined && match[2] !== undefined) add(match[1], match[2], codesOfDistrict(district));
  }
  add('Quận', '2', codesOfThuDuc(formerQuan2));
  add('Quận', '9', codesOfThuDuc(formerQuan9));
  for (const short of ['quận', 'q']) {
    entries.push(entry(`${short} thủ đức`, 'Quận Thủ Đức (cũ)', codesOfThuDuc(formerThuDuc), false));
  }
  for (const [short, districts] of districtInitials) {
    const label = districts.map((district) => `${bareName(district)} (cũ)`).join(', ');
    for (const name of [`q ${short}`, `quận ${short}`]) {
      entries.push(entry(name, label, districts.flatMap(codesOfDistrict), false));
    }
  }
  entries.push(entry('tdm', 'Thủ Dầu Một (cũ)', codesOfDistrict('Thành Phố Thủ Dầu Một'), false));
  return entries;
}

/** The middle of the city as people mean it: the former districts 1 and 3. */
export function centre(): { label: string; wards: string[] } {
  return { label: 'trung tâm thành phố', wards: unique([...codesOfDistrict('Quận 1'), ...codesOfDistrict('Quận 3')]) };
}

function provinceEntries(): PlaceName[] {
  const ofProvince = (part: string): string[] =>
    formerWards.filter((ward) => fold(ward.province).includes(part)).map((ward) => ward.code);
  const choLon = [...codesOfDistrict('Quận 5'), ...codesOfDistrict('Quận 6')];
  return [
    entry('bình dương', 'Bình Dương (cũ)', ofProvince('binh duong'), false),
    entry('bà rịa vũng tàu', 'Bà Rịa – Vũng Tàu (cũ)', ofProvince('ba ria'), false),
    entry('chợ lớn', 'Chợ Lớn', choLon, true),
    entry('phú mỹ hưng', 'Phú Mỹ Hưng', codesOfFormer('Quận 7', ['Tân Phong', 'Tân Phú']), false),
    ...['trung tâm thành phố', 'trung tâm sài gòn', 'city centre', 'city center', 'downtown'].map((name) =>
      entry(name, centre().label, centre().wards, false),
    ),
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

function wardEntries(): PlaceName[] {
  const entries: PlaceName[] = [];
  for (const ward of wards) {
    entries.push(entry(ward.fullName, ward.fullName, [ward.code], false));
    entries.push(entry(ward.name, ward.fullName, [ward.code], true));
    if (ward.fullName.startsWith('Phường')) {
      entries.push(entry(`p ${ward.name}`, ward.fullName, [ward.code], false));
      entries.push(entry(`${ward.name} ward`, ward.fullName, [ward.code], false));
    }
  }
  const present = new Set(wards.map((ward) => fold(ward.name)));
  const former = new Map<string, { label: string; codes: string[]; units: Set<string> }>();
  const remember = (name: string, label: string, { code, name: unit, district }: FormerWard): void => {
    const known = former.get(name) ?? { label, codes: [], units: new Set() };
    known.codes.push(code);
    known.units.add(`${unit}, ${district}`);
    former.set(name, known);
  };
  for (const ward of formerWards) {
    const bare = bareName(ward.name);
    const short = /^\d+$/.test(bare);
    const label = `${ward.name}, ${ward.district} (cũ)`;
    for (const kind of short ? ['phường', 'p'] : ['phường', 'xã', 'p', '']) {
      for (const of of districtNames(ward)) remember(`${kind} ${bare} ${of}`.trim(), label, ward);
    }
    if (short) for (const of of districtNames(ward)) remember(`p${bare} ${of}`, label, ward);
    // A named ward that is no more and whose name no present ward bears: "Thảo Điền".
    if (!short && !present.has(fold(bare)) && bare !== 'Phú Mỹ Hưng') remember(bare, `${bare} (cũ)`, ward);
  }
  for (const [name, { label, codes, units }] of former) {
    const named = entry(name, label, codes, !/^(phường|xã|p\d*) /.test(name) && tokens(name).length <= 3);
    // Wards of one name in several districts are several places, and none of them need be divided.
    entries.push(units.size === 1 && named.wards.length > 1 ? { ...named, isDivided: true } : named);
  }
  return entries;
}

/** Every name of a place, old ones among them; of two equally long names the wider place (a district) comes first. */
export function placeNames(): PlaceName[] {
  return [...provinceEntries(), ...districtEntries(), ...wardEntries()];
}
