import { type Cell, columnSet, type ImportKind, readNumberIn, tableKind } from '../catalogue/index.ts';

/** A year as a file gives it. */
export interface HistoryRow {
  /** The year. */
  readonly id: string;
  readonly year: number;
  readonly courses: number;
  readonly participants: number;
}

const columns = columnSet(
  {
    year: ['nam'],
    courses: ['so khoa hoc', 'khoa hoc', 'so khoa'],
    participants: ['nguoi tham gia', 'so nguoi tham gia', 'so nguoi hoc', 'hoc vien', 'so hoc vien', 'learners'],
  },
  {
    required: {
      year: 'year (Năm)',
      courses: 'courses (Số khóa học)',
      participants: 'participants (Số người tham gia)',
    },
    whole: ['year', 'courses', 'participants'],
  },
);

/** Whole numbers, with "." "," or spaces between groups of three: “10.000”. */
function readCount(cell: string): Cell<number> {
  const plain = /^\d{1,3}([., ]\d{3})+$/.test(cell) ? cell.replace(/[., ]/g, '') : cell;
  return readNumberIn(0, 1_000_000_000, true, 'số lượng')(plain);
}

const readYear = readNumberIn(1990, 2100, true, 'năm');

/** The kind `history`. */
export const historyKind: ImportKind<HistoryRow> = tableKind({
  name: 'history',
  table: 'yearly_history',
  columns,
  read(cells) {
    const [year, courses, participants] = [
      cells.read('year', readYear),
      cells.read('courses', readCount),
      cells.read('participants', readCount),
    ];
    for (const [column, value] of Object.entries({ year, courses, participants })) cells.demand(column, value);
    return { id: String(year), year: year ?? 0, courses: courses ?? 0, participants: participants ?? 0 };
  },
  record: ({ id: _, ...row }) => row,
});
