import { hash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import {
  type Audience,
  type Cell,
  columnSet,
  ensureOrganisation,
  type ImportKind,
  ownedBy,
  readAudience,
  readLine,
  readSeats,
  readText,
  readWard,
  readWords,
  readYesNo,
  rowReader,
} from '../catalogue/index.ts';
import type { Queryable } from '../database/index.ts';
import { readMoment } from '../time/index.ts';
import { type AllowedFrom, hoursAfter } from './allowed.ts';
import { insertWorkshop, slugOf } from './create.ts';
import { updateWorkshop } from './update.ts';
import { workshopIdPattern } from './workshop.ts';

/** A workshop as a file gives it; times as ISO text, so that equal rows have equal hashes. */
export interface WorkshopRow {
  readonly id: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string | undefined;
  readonly ward: string | undefined;
  readonly capacity: number | undefined;
  readonly description: string | undefined;
  readonly organisation: string | undefined;
  readonly topics: readonly string[];
  readonly audience: readonly Audience[];
  readonly wheelchair: boolean | undefined;
}

const columns = columnSet(
  {
    title: ['ten hoi thao', 'ten buoi', 'ten buoi hoc', 'hoi thao', 'chuyen de', 'tieu de', 'name'],
    starts_at: ['bat dau', 'gio bat dau', 'thoi gian bat dau', 'thoi gian', 'ngay gio', 'start'],
    ends_at: ['ket thuc', 'gio ket thuc', 'thoi gian ket thuc', 'end'],
    place: ['dia diem', 'noi to chuc', 'dia chi', 'noi hoc', 'address'],
    ward: ['phuong/xa', 'phuong xa', 'phuong', 'xa', 'dia ban'],
    capacity: ['so cho', 'so luong', 'suc chua', 'chi tieu', 'seats'],
    description: ['mo ta', 'noi dung', 'gioi thieu'],
    organisation: ['don vi', 'don vi to chuc', 'to chuc', 'provider', 'organization'],
    topics: ['chu de', 'linh vuc', 'topic'],
    audience: ['doi tuong', 'danh cho'],
    wheelchair: ['xe lan', 'loi xe lan', 'loi di xe lan'],
    id: ['ma', 'ma so', 'ma buoi'],
  },
  { required: { title: 'title (Tên hội thảo)', starts_at: 'starts_at (Bắt đầu)' }, whole: ['capacity'] },
);

/** How long a workshop lasts that does not say it. */
const usualHours = 2;

function derivedId(source: string, title: string, startsAt: Date): string {
  const digest = hash('sha256', JSON.stringify([source, title, startsAt.toISOString().slice(0, 10)]), 'base64url');
  return `${slugOf(title)}-${digest.replace(/[-_]/g, '').slice(0, 8)}`;
}

/** Seats that people have or are being offered, by public id: a file may not take them away. */
async function known(
  db: Queryable,
  ids: readonly string[],
): Promise<
  Map<string, { key: number; source: string | undefined; sample: boolean; hash: string | undefined; held: number }>
> {
  const { rows } = await db.execute<{
    id: string;
    public_id: string;
    source: string | null;
    sample: boolean;
    content_hash: string | null;
    held: number;
  }>(sql`
    select id, public_id, source, sample, content_hash, (select count(*)::int from workshop_registration
      where workshop_id = workshop.id and state in ('taken', 'offered') and not walk_in) as held
    from workshop where public_id = any(${sql.param([...ids])}::text[])`);
  return new Map(
    rows.map((row) => [
      row.public_id,
      {
        key: Number(row.id),
        source: row.source ?? undefined,
        sample: row.sample,
        hash: row.content_hash ?? undefined,
        held: row.held,
      },
    ]),
  );
}

function hashOf(row: WorkshopRow): string {
  return hash('sha256', JSON.stringify(row), 'base64url');
}

/**
 * The kind `workshops`. A changed time or place tells those who registered, as a change by staff does; times without a distance from
 * UTC are the city's.
 */
export function workshopKind(city: {
  readonly timezone: string;
  readonly allowedFrom: AllowedFrom;
}): ImportKind<WorkshopRow> {
  const readTime = (cell: string): Cell<Date> => {
    if (cell === '') return { value: undefined };
    const value = readMoment(cell, city.timezone);
    return value === undefined
      ? { problem: 'phải là ngày giờ như 2026-12-05T08:30 hoặc 05/12/2026 08:30 (giờ thành phố)' }
      : { value };
  };
  return {
    name: 'workshops',
    columns,
    // Each row is some statements: about 100 ms a slice on the embedded database.
    sliceRows: 50,
    hashOf,
    readRow(record, plan, { mapping, source }) {
      const cells = rowReader(record, plan, mapping);
      const title = cells.read('title', readLine(300));
      const startsAt = cells.read('starts_at', readTime);
      const endsAt = cells.read('ends_at', readTime);
      const id = cells.read('id', readLine(120));
      cells.demand('title', title);
      cells.demand('starts_at', startsAt);
      if (id !== undefined && !workshopIdPattern.test(id)) cells.fault('id', id, 'chỉ gồm chữ, số và . _ : -');
      if (startsAt !== undefined && endsAt !== undefined && endsAt <= startsAt) {
        cells.fault('ends_at', endsAt.toISOString(), 'phải sau giờ bắt đầu');
      }
      const start = startsAt ?? new Date(0);
      const row: WorkshopRow = {
        id: id ?? derivedId(source, title ?? '', start),
        title: title ?? '',
        startsAt: start.toISOString(),
        endsAt: (endsAt ?? hoursAfter(start, usualHours)).toISOString(),
        place: cells.read('place', readLine(300)),
        ward: cells.read('ward', readWard),
        capacity: cells.read('capacity', readSeats),
        description: cells.read('description', readText(20_000)),
        organisation: cells.read('organisation', readLine(200)),
        topics: cells.read('topics', readWords) ?? [],
        audience: cells.read('audience', readAudience) ?? [],
        wheelchair: cells.read('wheelchair', readYesNo),
      };
      return cells.problems.length > 0 ? { problems: cells.problems } : { row };
    },
    async refusals(db, rows, { source, sampleGivesWay }) {
      const there = await known(
        db,
        rows.map(({ id }) => id),
      );
      return new Map(
        rows.flatMap(({ id, capacity }) => {
          const found = there.get(id);
          if (found === undefined || (found.sample && sampleGivesWay)) return [];
          if (found.source !== source) return [[id, ownedBy(found.source ?? 'nhân viên')] as const];
          if (capacity === undefined || capacity >= found.held) return [];
          const problem = `đã có ${found.held} người có chỗ hoặc đang được giữ chỗ; hãy ghi số chỗ từ ${found.held} trở lên`;
          return [[id, { column: 'capacity', problem }] as const];
        }),
      );
    },
    async knownHashes(db, ids) {
      return new Map([...(await known(db, ids))].map(([id, { hash: content }]) => [id, content ?? '']));
    },
    async countSample(db) {
      const { rows } = await db.execute<{ count: number }>(
        sql`select count(*)::int as count from workshop where sample`,
      );
      return rows[0]?.count ?? 0;
    },
    applySlice: (database, rows, { source, sample, now, removesSample }) =>
      database.transaction(async (tx) => {
        if (removesSample) await tx.execute(sql`delete from workshop where sample`);
        const there = await known(
          tx,
          rows.map(({ id }) => id),
        );
        const counts = { created: 0, updated: 0, unchanged: 0 };
        for (const row of rows) {
          const contentHash = hashOf(row);
          const found = there.get(row.id);
          if (found?.hash === contentHash) {
            counts.unchanged++;
            continue;
          }
          const { organisation, startsAt, endsAt, ...same } = row;
          const input = {
            ...same,
            startsAt: new Date(startsAt),
            endsAt: new Date(endsAt),
            organisationId: organisation === undefined ? undefined : await ensureOrganisation(tx, organisation),
          };
          if (found === undefined) {
            await insertWorkshop(tx, input, { source, contentHash, sample }, now);
            counts.created++;
            continue;
          }
          const { id: _, ...patch } = input;
          // A seat taken since the file was checked is kept.
          const capacity = patch.capacity === undefined ? undefined : Math.max(patch.capacity, found.held);
          await updateWorkshop(tx, found.key, { ...patch, capacity }, { now, allowedFrom: city.allowedFrom });
          await tx.execute(sql`
            update workshop set content_hash = ${contentHash}, source = ${source}, sample = ${sample} where id = ${found.key}`);
          counts.updated++;
        }
        return counts;
      }),
  };
}
