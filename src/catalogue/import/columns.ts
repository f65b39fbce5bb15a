/** The columns of a course file, in the order of the documentation. */
const courseColumns = [
  'id',
  'title',
  'description',
  'provider',
  'platform',
  'url',
  'topics',
  'skills',
  'level',
  'language',
  'mode',
  'ward',
  'address',
  'price_vnd',
  'duration_hours',
  'schedule',
  'starts_on',
  'ends_on',
  'seats',
  'certificate',
  'low_data',
  'wheelchair',
  'audience',
  'confirmed_on',
  'reviewed_on',
] as const;
export type CourseColumn = (typeof courseColumns)[number];

/** Folded names under which people write the columns. */
const otherNames: Readonly<Record<CourseColumn, readonly string[]>> = {
  id: ['ma', 'ma khoa hoc', 'ma so', 'course id'],
  title: ['ten khoa hoc', 'ten khoa', 'khoa hoc', 'tieu de', 'ten lop', 'course title', 'name'],
  description: ['mo ta', 'noi dung', 'gioi thieu'],
  provider: [
    'don vi',
    'don vi to chuc',
    'to chuc',
    'nha cung cap',
    'co so dao tao',
    'truong',
    'organisation',
    'organization',
  ],
  platform: ['nen tang'],
  url: ['lien ket', 'duong dan', 'trang web', 'link', 'website'],
  topics: ['chu de', 'linh vuc', 'nganh', 'topic'],
  skills: ['ky nang', 'skill'],
  level: ['trinh do', 'cap do', 'muc do'],
  language: ['ngon ngu', 'ngon ngu day', 'ngon ngu giang day'],
  mode: ['hinh thuc', 'hinh thuc hoc'],
  ward: ['phuong/xa', 'phuong xa', 'phuong', 'xa', 'dia ban'],
  address: ['dia chi', 'noi hoc', 'dia diem'],
  price_vnd: ['hoc phi', 'gia', 'gia tien', 'chi phi', 'price', 'hoc phi (vnd)', 'hoc phi (dong)'],
  duration_hours: ['so gio', 'thoi luong', 'thoi luong (gio)', 'so gio hoc'],
  schedule: ['lich hoc', 'thoi gian hoc', 'buoi hoc', 'gio hoc'],
  starts_on: ['khai giang', 'ngay khai giang', 'bat dau', 'ngay bat dau'],
  ends_on: ['ket thuc', 'ngay ket thuc', 'be giang'],
  seats: ['so cho', 'so luong', 'si so', 'chi tieu'],
  certificate: ['chung chi', 'chung nhan', 'cap chung chi'],
  low_data: ['it ton du lieu', 'it dung luong', 'nhe mang'],
  wheelchair: ['xe lan', 'loi xe lan', 'loi di xe lan'],
  audience: ['doi tuong', 'danh cho'],
  confirmed_on: ['ngay xac nhan', 'xac nhan ngay', 'xac nhan'],
  reviewed_on: ['ngay xem lai', 'ngay xem lai noi dung', 'xem lai noi dung'],
};

/** Column names compared without accents, capitals, underscores and doubled spaces. */
function comparable(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .replace(/[_\s]+/g, ' ')
    .trim();
}

/** The columns of one kind of file. */
export interface ColumnSet {
  readonly names: readonly string[];
  /** Without these nothing can be imported, with how an error names each. */
  readonly required: Readonly<Record<string, string>>;
  /** Those that hold whole numbers. */
  readonly whole: ReadonlySet<string>;
  /** Our column of a name written in a file, or undefined for one we do not know. */
  columnOf(name: string): string | undefined;
}

/** @param otherNames folded names under which people write each column */
export function columnSet(
  otherNames: Readonly<Record<string, readonly string[]>>,
  { required, whole }: { readonly required: Readonly<Record<string, string>>; readonly whole: readonly string[] },
): ColumnSet {
  const names = Object.keys(otherNames);
  const byName = new Map(
    names.flatMap((column) =>
      [comparable(column), ...(otherNames[column] ?? [])].map((name): [string, string] => [name, column]),
    ),
  );
  return { names, required, whole: new Set(whole), columnOf: (name) => byName.get(comparable(name)) };
}

export const courseColumnSet = columnSet(otherNames, {
  required: { title: 'title (Tên khóa học)', provider: 'provider (Đơn vị)' },
  whole: ['price_vnd', 'seats'],
});
