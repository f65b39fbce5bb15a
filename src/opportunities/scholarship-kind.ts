import {
  type Cell,
  columnSet,
  derivedId,
  type ImportKind,
  readDay,
  readId,
  readLine,
  readListOf,
  readMoney,
  readNumberIn,
  readOneOf,
  readSeats,
  readText,
  readUrl,
  readWards,
  readYesNo,
  tableKind,
} from '../catalogue/index.ts';
import { fold } from '../text/index.ts';
import {
  type Income,
  incomes,
  type OccupationStatus,
  occupationStatuses,
  type StudyLevel,
  studyLevels,
} from './scholarship.ts';

/** A scholarship as a file gives it. */
export interface ScholarshipRow {
  readonly id: string;
  readonly title: string;
  readonly provider: string;
  readonly deadline: string | undefined;
  readonly amount_vnd: number | undefined;
  readonly description: string | undefined;
  readonly age_from: number | undefined;
  readonly age_to: number | undefined;
  readonly wards: readonly string[];
  readonly income: readonly Income[];
  readonly disability: boolean | undefined;
  readonly occupation_status: readonly OccupationStatus[];
  readonly levels: readonly StudyLevel[];
  readonly seats: number | undefined;
  readonly url: string | undefined;
}

/** "Mọi đối tượng" sets no condition, as an empty cell does. */
function unlessAll<T>(read: (cell: string) => Cell<readonly T[]>) {
  return (cell: string): Cell<readonly T[]> =>
    /^(all|any|everyone|none|no|tat ca|moi .*|khong|khong yeu cau|khong gioi han)$/.test(fold(cell).trim())
      ? { value: [] }
      : read(cell);
}

const readIncome = unlessAll(
  readListOf(
    readOneOf<Income>(
      incomes,
      {
        'low income': 'low',
        'thu nhap thap': 'low',
        'kho khan': 'low',
        'hoan canh kho khan': 'low',
        'can ngheo': 'near_poor',
        'ho can ngheo': 'near_poor',
        ngheo: 'poor',
        'ho ngheo': 'poor',
      },
      'thu nhập',
    ),
  ),
);

const readOccupationStatus = unlessAll(
  readListOf(
    readOneOf<OccupationStatus>(
      occupationStatuses,
      {
        students: 'student',
        'hoc sinh': 'student',
        'sinh vien': 'student',
        'dang di hoc': 'student',
        workers: 'worker',
        employed: 'worker',
        'nguoi lao dong': 'worker',
        'nguoi di lam': 'worker',
        'dang di lam': 'worker',
        'cong nhan': 'worker',
        unemployed: 'job_seeker',
        'job seekers': 'job_seeker',
        'nguoi tim viec': 'job_seeker',
        'dang tim viec': 'job_seeker',
        'that nghiep': 'job_seeker',
        'self employed': 'small_business',
        'ho kinh doanh': 'small_business',
        'tu kinh doanh': 'small_business',
        'doanh nghiep nho': 'small_business',
        teachers: 'teacher',
        'giao vien': 'teacher',
        'noi tro': 'homemaker',
        'nguoi noi tro': 'homemaker',
        'nghi huu': 'retired',
        'nguoi cao tuoi': 'retired',
      },
      'tình trạng việc làm',
    ),
  ),
);

const readLevels = unlessAll(
  readListOf(
    readOneOf<StudyLevel>(
      studyLevels,
      {
        'tieu hoc': 'primary',
        'trung hoc co so': 'lower_secondary',
        thcs: 'lower_secondary',
        'trung hoc pho thong': 'upper_secondary',
        thpt: 'upper_secondary',
        'high school': 'upper_secondary',
        secondary: 'upper_secondary',
        'hoc nghe': 'vocational',
        'day nghe': 'vocational',
        'trung cap': 'vocational',
        'trung cap nghe': 'vocational',
        'cao dang': 'college',
        'dai hoc': 'university',
        undergraduate: 'university',
        bachelor: 'university',
        'sau dai hoc': 'postgraduate',
        'thac si': 'postgraduate',
        'tien si': 'postgraduate',
        master: 'postgraduate',
        'ngan han': 'short_course',
        'khoa ngan han': 'short_course',
        'co ban': 'beginner',
        'nang cao': 'advanced',
      },
      'bậc học',
    ),
  ),
);

const readAge = readNumberIn(0, 120, true, 'tuổi');
/** Up to a scholarship abroad for all its years. */
const readAmount = readMoney('số tiền', 10_000_000_000);

const columns = columnSet(
  {
    title: ['ten hoc bong', 'hoc bong', 'tieu de', 'name'],
    provider: ['don vi', 'don vi cap', 'don vi tai tro', 'nha tai tro', 'to chuc', 'organisation', 'organization'],
    deadline: ['han nop', 'han dang ky', 'han chot', 'han nop ho so'],
    amount_vnd: ['so tien', 'gia tri', 'muc hoc bong', 'tri gia', 'amount', 'so tien (vnd)', 'so tien (dong)'],
    description: ['mo ta', 'noi dung', 'gioi thieu'],
    age_from: ['tu tuoi', 'tuoi tu', 'tuoi toi thieu'],
    age_to: ['den tuoi', 'tuoi den', 'tuoi toi da'],
    wards: ['phuong/xa', 'phuong xa', 'phuong', 'xa', 'dia ban', 'ward'],
    income: ['thu nhap', 'hoan canh'],
    disability: ['khuyet tat', 'nguoi khuyet tat'],
    occupation_status: ['viec lam', 'tinh trang viec lam', 'doi tuong', 'nghe nghiep'],
    levels: ['bac hoc', 'trinh do', 'cap hoc', 'level'],
    seats: ['so suat', 'so luong', 'so cho', 'chi tieu'],
    url: ['lien ket', 'duong dan', 'trang web', 'link', 'website'],
    id: ['ma', 'ma so', 'ma hoc bong'],
  },
  {
    required: { title: 'title (Tên học bổng)', provider: 'provider (Đơn vị)' },
    whole: ['amount_vnd', 'age_from', 'age_to', 'seats'],
  },
);

/** The kind `scholarships`. */
export const scholarshipKind: ImportKind<ScholarshipRow> = tableKind({
  name: 'scholarships',
  table: 'scholarship',
  marksMissing: true,
  columns,
  read(cells, { source }) {
    const title = cells.read('title', readLine(300));
    const provider = cells.read('provider', readLine(200));
    cells.demand('title', title);
    cells.demand('provider', provider);
    const ageFrom = cells.read('age_from', readAge);
    const ageTo = cells.read('age_to', readAge);
    if (ageFrom !== undefined && ageTo !== undefined && ageTo < ageFrom)
      cells.fault('age_to', String(ageTo), `phải từ ${ageFrom} trở lên, như cột age_from`);
    return {
      id:
        cells.read('id', readId) ??
        derivedId('hoc-bong', title ?? '', ['scholarship', source, provider ?? '', title ?? '']),
      title: title ?? '',
      provider: provider ?? '',
      deadline: cells.read('deadline', readDay),
      amount_vnd: cells.read('amount_vnd', readAmount),
      description: cells.read('description', readText(20_000)),
      age_from: ageFrom,
      age_to: ageTo,
      wards: cells.read('wards', readWards) ?? [],
      income: cells.read('income', readIncome) ?? [],
      disability: cells.read('disability', readYesNo),
      occupation_status: cells.read('occupation_status', readOccupationStatus) ?? [],
      levels: cells.read('levels', readLevels) ?? [],
      seats: cells.read('seats', readSeats),
      url: cells.read('url', readUrl),
    };
  },
  organisationOf: ({ provider }) => provider,
  organisationColumn: 'provider',
  record: ({ id: _, provider: __, ...row }, { organisationId }) => ({ ...row, organisation_id: organisationId }),
});
