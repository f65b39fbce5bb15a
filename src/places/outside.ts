import { fold } from '../text/index.ts';

/** Provinces and towns that people name and the city does not hold; names that are also wards of the city are left out. */
const names = [
  'Hà Nội',
  'Hải Phòng',
  'Đà Nẵng',
  'Cần Thơ',
  'Huế',
  'Đồng Nai',
  'Biên Hòa',
  'Long An',
  'Tây Ninh',
  'Tiền Giang',
  'Mỹ Tho',
  'Bến Tre',
  'Vĩnh Long',
  'Trà Vinh',
  'Sóc Trăng',
  'Bạc Liêu',
  'Cà Mau',
  'Kiên Giang',
  'Rạch Giá',
  'Phú Quốc',
  'An Giang',
  'Long Xuyên',
  'Châu Đốc',
  'Đồng Tháp',
  'Cao Lãnh',
  'Sa Đéc',
  'Hậu Giang',
  'Lâm Đồng',
  'Đà Lạt',
  'Nha Trang',
  'Khánh Hòa',
  'Phan Thiết',
  'Bình Thuận',
  'Ninh Thuận',
  'Phan Rang',
  'Quy Nhơn',
  'Bình Định',
  'Phú Yên',
  'Tuy Hòa',
  'Quảng Ngãi',
  'Quảng Nam',
  'Hội An',
  'Đắk Lắk',
  'Buôn Ma Thuột',
  'Gia Lai',
  'Pleiku',
  'Kon Tum',
  'Đắk Nông',
  'Bình Phước',
  'Đồng Xoài',
  'Nghệ An',
  'Thanh Hóa',
  'Quảng Ninh',
  'Hạ Long',
  'Bắc Ninh',
  'Hải Dương',
  'Nam Định',
  'Thái Bình',
  'Ninh Bình',
  'Lào Cai',
  'Sa Pa',
];

const byFolded = new Map(names.map((name) => [fold(name), name]));
const named = new RegExp(
  `(?:^| )(?:o|tai|in|at|duoi|ngoai|ve) (?:tinh |thanh pho |tp )?(${[...byFolded.keys()].join('|')})(?= |$)`,
  'u',
);

/** "Ở Cà Mau mới lên", "từ Bến Tre vào": where somebody comes from, not where they want to learn. */
const origin = /(?:^| )(?:o|tu) [^,.]* (?:len|vao|moi|ra)(?= |$)/u;

/** The place outside the city that a message wants something in ("ở Hà Nội"), as it is written; undefined for none. */
export function outsidePlace(text: string): string | undefined {
  const words = fold(text)
    .replace(/[^\p{L}\p{N}\s]+/gu, ' ')
    .replace(/\s+/g, ' ');
  if (origin.test(words)) return undefined;
  return byFolded.get(named.exec(words)?.[1] ?? '');
}
