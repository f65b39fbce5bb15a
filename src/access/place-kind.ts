import {
  type Cell,
  columnSet,
  derivedId,
  type ImportKind,
  type RowReader,
  readDay,
  readId,
  readLine,
  readOneOf,
  readText,
  readWard,
  readWords,
  readYesNo,
  tableKind,
} from '../catalogue/index.ts';
import { distanceKm, wardAt, wardByCode } from '../places/index.ts';
import { hoursRemedy, type OpeningHours, readOpeningHours } from './opening-hours.ts';
import { type PlaceKind, placeKinds } from './place.ts';

/** A place as a file gives it. */
export interface PlaceRow {
  readonly id: string;
  readonly name: string;
  readonly kind: PlaceKind;
  readonly ward: string;
  readonly address: string | undefined;
  readonly latitude: number | undefined;
  readonly longitude: number | undefined;
  readonly opening_hours: string | undefined;
  readonly opening_times: OpeningHours | undefined;
  readonly equipment: readonly string[];
  readonly wifi: boolean | undefined;
  readonly wheelchair: boolean | undefined;
  readonly phone: string | undefined;
  /** Undefined: the time of the import that created or changed the row. */
  readonly confirmed_on: string | undefined;
}

const columns = columnSet(
  {
    name: ['ten', 'ten diem', 'ten dia diem', 'dia diem', 'ten noi', 'title'],
    kind: ['loai', 'loai hinh', 'loai diem', 'type'],
    ward: ['phuong/xa', 'phuong xa', 'phuong', 'xa', 'dia ban'],
    address: ['dia chi', 'so nha'],
    latitude: ['vi do', 'lat'],
    longitude: ['kinh do', 'lon', 'long', 'lng'],
    opening_hours: ['gio mo cua', 'thoi gian mo cua', 'gio hoat dong', 'gio phuc vu'],
    equipment: ['thiet bi', 'trang thiet bi', 'co so vat chat'],
    wifi: ['wi-fi', 'co wifi', 'wifi mien phi'],
    wheelchair: ['xe lan', 'loi xe lan', 'loi di xe lan'],
    phone: ['dien thoai', 'so dien thoai', 'sdt', 'lien he', 'tel'],
    confirmed_on: ['ngay xac nhan', 'xac nhan ngay', 'xac nhan'],
    id: ['ma', 'ma so', 'ma diem'],
  },
  { required: { name: 'name (Tên)', kind: 'kind (Loại)' }, whole: [] },
);

const readKind = readOneOf<PlaceKind>(
  placeKinds,
  {
    'thu vien': 'library',
    'thu vien so': 'library',
    'trung tam hoc tap': 'learning_centre',
    'trung tam hoc tap cong dong': 'learning_centre',
    tthtcd: 'learning_centre',
    'diem hoc tap': 'learning_centre',
    'learning center': 'learning_centre',
    'community learning centre': 'learning_centre',
    'wi fi': 'wifi',
    'wifi mien phi': 'wifi',
    'diem wifi': 'wifi',
    'phong may': 'computer_room',
    'phong may tinh': 'computer_room',
    'cho muon may': 'device_lending',
    'cho muon thiet bi': 'device_lending',
    'muon thiet bi': 'device_lending',
  },
  'loại',
);

/** Up to 180 also for a latitude: then one that changed places with its longitude can be told so. */
function readDegrees(what: string) {
  return (cell: string): Cell<number> => {
    if (cell === '') return { value: undefined };
    const value = Number(cell.replace(',', '.'));
    return /^-?\d+([.,]\d+)?$/.test(cell) && Math.abs(value) <= 180
      ? { value }
      : { problem: `${what} phải là số độ như 10.7769` };
  };
}

const readLatitude = readDegrees('vĩ độ');
const readLongitude = readDegrees('kinh độ');

/** Digits and what stands between them; several numbers or an extension are fine. */
function readPhone(cell: string): Cell<string> {
  const read = readLine(60)(cell);
  if ('problem' in read || read.value === undefined) return read;
  const digits = read.value.replace(/\D/g, '').length;
  return digits >= 3 && /^[\d\s+().;,/\-a-zà-ỹ]+$/i.test(read.value)
    ? read
    : { problem: 'phải là số điện thoại, ví dụ 028 3822 0000' };
}

const readHours = (cell: string): Cell<{ readonly text: string; readonly times: OpeningHours }> => {
  const read = readText(500)(cell);
  if ('problem' in read) return read;
  if (read.value === undefined) return { value: undefined };
  const times = readOpeningHours(read.value);
  return 'unread' in times
    ? { problem: `không đọc được “${times.unread}”; hãy ${hoursRemedy}` }
    : { value: { text: read.value, times } };
};

/** A point farther than this from its ward's centre is another place: the largest communes are some 15 km across. */
const farFromWardKm = 20;

/** The position and ward of a place, each checked against the other; a missing ward is the one whose centre is nearest. */
function readWhere(cells: RowReader): Pick<PlaceRow, 'latitude' | 'longitude' | 'ward'> {
  const ward = cells.read('ward', readWard);
  const latitude = cells.read('latitude', readLatitude);
  const longitude = cells.read('longitude', readLongitude);
  if (latitude === undefined && longitude === undefined) {
    cells.demand('ward', ward);
    return { latitude, longitude, ward: ward ?? '' };
  }
  if (latitude === undefined || longitude === undefined) {
    cells.demand('latitude', latitude);
    cells.demand('longitude', longitude);
    return { latitude, longitude, ward: ward ?? '' };
  }
  const nearest = wardAt(latitude, longitude);
  if (nearest === undefined) {
    const isSwapped = wardAt(longitude, latitude) !== undefined;
    cells.fault(
      'latitude',
      String(latitude),
      isSwapped
        ? 'vĩ độ và kinh độ bị đổi chỗ cho nhau'
        : 'điểm này không ở trong hay gần thành phố; hãy xem lại vĩ độ và kinh độ',
    );
  } else if (ward !== undefined && (distanceKm(ward, nearest.code) ?? 0) > farFromWardKm)
    cells.fault(
      'latitude',
      String(latitude),
      `điểm này gần ${nearest.fullName}, xa ${wardByCode(ward)?.fullName}; hãy xem lại tọa độ hoặc phường`,
    );
  return { latitude, longitude, ward: ward ?? nearest?.code ?? '' };
}

/** The kind `places`. */
export const placeKind: ImportKind<PlaceRow> = tableKind({
  name: 'places',
  table: 'place',
  marksMissing: true,
  columns,
  read(cells, { source, latestConfirmation }) {
    const name = cells.read('name', readLine(200));
    const kind = cells.read('kind', readKind);
    cells.demand('name', name);
    cells.demand('kind', kind);
    const where = readWhere(cells);
    const address = cells.read('address', readLine(300));
    const hours = cells.read('opening_hours', readHours);
    const confirmedOn = cells.read('confirmed_on', readDay);
    if (confirmedOn !== undefined && confirmedOn > latestConfirmation)
      cells.fault('confirmed_on', confirmedOn, 'ngày xác nhận ở tương lai; hãy ghi ngày đã hỏi lại, hoặc để trống');
    return {
      id:
        cells.read('id', readId) ??
        derivedId('diem', name ?? '', ['place', source, name ?? '', where.ward, address ?? '']),
      name: name ?? '',
      kind: kind ?? 'library',
      ...where,
      address,
      opening_hours: hours?.text,
      opening_times: hours?.times,
      equipment: cells.read('equipment', readWords) ?? [],
      wifi: cells.read('wifi', readYesNo),
      wheelchair: cells.read('wheelchair', readYesNo),
      phone: cells.read('phone', readPhone),
      confirmed_on: confirmedOn,
    };
  },
  record: ({ id: _, ...row }, { now, organisationId }) => ({
    ...row,
    ...(organisationId === undefined ? {} : { organisation_id: organisationId }),
    confirmed_on: row.confirmed_on ?? now.toISOString().slice(0, 10),
  }),
});
