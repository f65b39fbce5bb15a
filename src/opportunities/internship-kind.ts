import {
  columnSet,
  derivedId,
  type ImportKind,
  readDay,
  readId,
  readLine,
  readMoney,
  readNumberIn,
  readSeats,
  readText,
  readUrl,
  readWard,
  readWords,
  tableKind,
} from '../catalogue/index.ts';

/** An internship as a file gives it. */
export interface InternshipRow {
  readonly id: string;
  readonly title: string;
  readonly organisation: string;
  readonly ward: string | undefined;
  readonly skills: readonly string[];
  readonly description: string | undefined;
  readonly hours_per_week: number | undefined;
  readonly pay_vnd: number | undefined;
  readonly starts_on: string | undefined;
  readonly ends_on: string | undefined;
  readonly seats: number | undefined;
  readonly deadline: string | undefined;
  readonly url: string | undefined;
}

const columns = columnSet(
  {
    title: ['ten thuc tap', 'vi tri', 'vi tri thuc tap', 'thuc tap', 'ten vi tri', 'tieu de', 'name'],
    organisation: ['don vi', 'cong ty', 'doanh nghiep', 'co so', 'to chuc', 'provider', 'organization', 'company'],
    ward: ['phuong/xa', 'phuong xa', 'phuong', 'xa', 'dia ban'],
    skills: ['ky nang', 'skill'],
    description: ['mo ta', 'noi dung', 'gioi thieu', 'cong viec'],
    hours_per_week: ['so gio', 'so gio moi tuan', 'gio moi tuan', 'so gio/tuan', 'gio/tuan'],
    pay_vnd: ['phu cap', 'tro cap', 'luong', 'muc phu cap', 'pay', 'phu cap (vnd)', 'phu cap (dong)'],
    starts_on: ['bat dau', 'ngay bat dau'],
    ends_on: ['ket thuc', 'ngay ket thuc'],
    seats: ['so cho', 'so luong', 'so suat', 'chi tieu'],
    deadline: ['han nop', 'han dang ky', 'han chot', 'han nop ho so'],
    url: ['lien ket', 'duong dan', 'trang web', 'link', 'website'],
    id: ['ma', 'ma so', 'ma thuc tap'],
  },
  {
    required: { title: 'title (Tên vị trí thực tập)', organisation: 'organisation (Đơn vị)' },
    whole: ['pay_vnd', 'seats'],
  },
);

/** There are 168 hours in a week; nobody interns for more than half of them. */
const readHoursPerWeek = readNumberIn(0, 84, false, 'số giờ mỗi tuần');
const readPay = readMoney('phụ cấp', 1_000_000_000);

/** The kind `internships`. */
export const internshipKind: ImportKind<InternshipRow> = tableKind({
  name: 'internships',
  table: 'internship',
  marksMissing: true,
  columns,
  read(cells, { source }) {
    const title = cells.read('title', readLine(300));
    const organisation = cells.read('organisation', readLine(200));
    cells.demand('title', title);
    cells.demand('organisation', organisation);
    const startsOn = cells.read('starts_on', readDay);
    const endsOn = cells.read('ends_on', readDay);
    if (startsOn !== undefined && endsOn !== undefined && endsOn < startsOn)
      cells.fault('ends_on', endsOn, 'phải sau ngày bắt đầu');
    return {
      id:
        cells.read('id', readId) ??
        derivedId('thuc-tap', title ?? '', ['internship', source, organisation ?? '', title ?? '']),
      title: title ?? '',
      organisation: organisation ?? '',
      ward: cells.read('ward', readWard),
      skills: cells.read('skills', readWords) ?? [],
      description: cells.read('description', readText(20_000)),
      hours_per_week: cells.read('hours_per_week', readHoursPerWeek),
      pay_vnd: cells.read('pay_vnd', readPay),
      starts_on: startsOn,
      ends_on: endsOn,
      seats: cells.read('seats', readSeats),
      deadline: cells.read('deadline', readDay),
      url: cells.read('url', readUrl),
    };
  },
  organisationOf: ({ organisation }) => organisation,
  record: ({ id: _, organisation: __, ...row }, { organisationId }) => ({ ...row, organisation_id: organisationId }),
});
