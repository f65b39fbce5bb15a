import { hash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Queryable } from '../../database/index.ts';
import { foldedPhrase } from '../../text/index.ts';
import { bumpCatalogueVersion } from '../repository.ts';
import { type Cell, readLine } from './cells.ts';
import { columnSet } from './columns.ts';
import { type ImportKind, ownedBy } from './kind.ts';
import { rowReader } from './row-reader.ts';

/** How many openings asked for a skill in a month. */
interface DemandRow {
  /** Month and folded name. */
  readonly id: string;
  /** Its first day. */
  readonly month: string;
  readonly skillKey: string;
  readonly skill: string;
  readonly postings: number;
}

const columns = columnSet(
  {
    month: ['thang', 'ky'],
    skill: ['ky nang', 'nghe', 'ten ky nang'],
    postings: ['tin tuyen dung', 'so tin', 'so tin tuyen dung', 'nhu cau', 'so viec', 'openings', 'jobs'],
  },
  {
    required: { month: 'month (Tháng)', skill: 'skill (Kỹ năng)', postings: 'postings (Số tin tuyển dụng)' },
    whole: ['postings'],
  },
);

/** "2026-10", "10/2026" or a day of the month as its first day. */
function readMonth(cell: string): Cell<string> {
  if (cell === '') return { value: undefined };
  const match =
    /^(?<year>\d{4})-(?<month>\d{1,2})(?:-\d{1,2})?$/.exec(cell) ??
    /^(?:\d{1,2}\/)?(?<month>\d{1,2})\/(?<year>\d{4})$/.exec(cell);
  const [year, month] = [Number(match?.groups?.year), Number(match?.groups?.month)];
  if (year >= 1990 && year <= 2100 && month >= 1 && month <= 12)
    return { value: `${year}-${String(month).padStart(2, '0')}-01` };
  return { problem: 'phải là tháng như 2026-10 hoặc 10/2026' };
}

function readPostings(cell: string): Cell<number> {
  if (cell === '') return { value: undefined };
  const count = Number(
    cell.replace(/^(\d{1,3})((?:[.,\s]\d{3})+)$/, (_, first: string, rest: string) => first + rest.replace(/\D/g, '')),
  );
  if (Number.isInteger(count) && count >= 0 && count <= 10_000_000) return { value: count };
  return { problem: 'phải là số nguyên từ 0 trở lên' };
}

function hashOf({ id, skill, postings }: DemandRow): string {
  return hash('sha256', JSON.stringify([id, skill, postings]), 'base64url');
}

/** The kind `demand`: openings by skill and month; a month and skill that come again replace their number. */
export const demandKind: ImportKind<DemandRow> = {
  name: 'demand',
  columns,
  sliceRows: 500,
  hashOf,
  readRow(record, plan, { mapping }) {
    const cells = rowReader(record, plan, mapping);
    const month = cells.read('month', readMonth);
    const skill = cells.read('skill', readLine(100));
    const postings = cells.read('postings', readPostings);
    cells.demand('month', month);
    cells.demand('skill', skill);
    cells.demand('postings', postings);
    const skillKey = foldedPhrase(skill ?? '');
    if (skill !== undefined && skillKey === '') cells.fault('skill', skill, 'phải có chữ');
    const row: DemandRow = {
      id: `${month ?? ''} ${skillKey}`,
      month: month ?? '',
      skillKey,
      skill: skill ?? '',
      postings: postings ?? 0,
    };
    return cells.problems.length > 0 ? { problems: cells.problems } : { row };
  },
  async refusals(db, rows, { source, sampleGivesWay }) {
    const { rows: others } = await db.execute<{ id: string; source: string }>(sql`
      select month::text || ' ' || skill_key as id, source from skill_demand
      where ${among(rows.map(({ id }) => id))} and source <> ${source} and not (sample and ${sampleGivesWay})`);
    return new Map(others.map((other) => [other.id, { ...ownedBy(other.source), column: 'skill' }]));
  },
  knownHashes,
  async countSample(db) {
    const { rows } = await db.execute<{ count: number }>(
      sql`select count(*)::int as count from skill_demand where sample`,
    );
    return rows[0]?.count ?? 0;
  },
  applySlice: (database, rows, { source, sample, removesSample }) =>
    database.transaction(async (tx) => {
      if (removesSample) await tx.execute(sql`delete from skill_demand where sample`);
      const known = await knownHashes(
        tx,
        rows.map(({ id }) => id),
      );
      const changed = rows.filter((row) => known.get(row.id) !== hashOf(row));
      if (changed.length > 0 || removesSample) await bumpCatalogueVersion(tx);
      const records = changed.map((row) => ({ ...row, skill_key: row.skillKey, content_hash: hashOf(row) }));
      await tx.execute(sql`
        insert into skill_demand (month, skill_key, source, skill, postings, sample, content_hash)
        select month, skill_key, ${source}, skill, postings, ${sample}, content_hash
        from jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
          as record (month date, skill_key text, skill text, postings integer, content_hash text)
        on conflict (month, skill_key) do update set source = excluded.source, skill = excluded.skill,
          postings = excluded.postings, sample = excluded.sample, content_hash = excluded.content_hash`);
      const updated = changed.filter(({ id }) => known.has(id)).length;
      return { created: changed.length - updated, updated, unchanged: rows.length - changed.length };
    }),
};

/** The rows of some ids, found by the primary key. */
function among(ids: readonly string[]) {
  return sql`(month, skill_key) in (
    select split_part(id, ' ', 1)::date, substr(id, strpos(id, ' ') + 1) from unnest(${sql.param([...ids])}::text[]) as id)`;
}

async function knownHashes(db: Queryable, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await db.execute<{ id: string; content_hash: string }>(sql`
    select month::text || ' ' || skill_key as id, content_hash from skill_demand where ${among(ids)}`);
  return new Map(rows.map((row) => [row.id, row.content_hash]));
}
