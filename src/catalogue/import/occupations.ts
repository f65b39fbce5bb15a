import { hash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Queryable } from '../../database/index.ts';
import { foldedPhrase } from '../../text/index.ts';
import { bumpCatalogueVersion } from '../repository.ts';
import { type Cell, readLine, readWords } from './cells.ts';
import { columnSet } from './columns.ts';
import { type ImportKind, ownedBy } from './kind.ts';
import { rowReader } from './row-reader.ts';

/** A kind of work as a file gives it. */
interface OccupationRow {
  /** The title, folded: an occupation is known by its name. */
  readonly id: string;
  readonly title: string;
  readonly titleEn: string | undefined;
  /** In the order in which one would learn them. */
  readonly skills: readonly string[];
  readonly synonyms: readonly string[];
  readonly esco: string | undefined;
}

const columns = columnSet(
  {
    title: ['nghe', 'ten nghe', 'nghe nghiep', 'viec lam', 'vi tri', 'occupation'],
    skills: ['ky nang', 'ky nang can co', 'skill'],
    title_en: ['ten tieng anh', 'tieng anh', 'english', 'title (en)'],
    synonyms: ['ten khac', 'ten goi khac', 'tu dong nghia', 'other names'],
    esco: ['ma esco', 'esco uri', 'esco code'],
  },
  { required: { title: 'title (Tên nghề)', skills: 'skills (Kỹ năng)' }, whole: [] },
);

function readEsco(cell: string): Cell<string> {
  if (cell === '') return { value: undefined };
  if (/^http:\/\/data\.europa\.eu\/esco\/occupation\/[0-9a-f-]{36}$/.test(cell)) return { value: cell };
  return {
    problem: 'phải là địa chỉ nghề của ESCO, như http://data.europa.eu/esco/occupation/… ; không rõ thì để trống',
  };
}

function hashOf(row: OccupationRow): string {
  return hash('sha256', JSON.stringify(row), 'base64url');
}

/** The kind `occupations`: adds kinds of work to those of the taxonomy, or changes one that has the same name. */
export const occupationKind: ImportKind<OccupationRow> = {
  name: 'occupations',
  columns,
  sliceRows: 500,
  hashOf,
  readRow(record, plan, { mapping }) {
    const cells = rowReader(record, plan, mapping);
    const title = cells.read('title', readLine(120));
    const skills = cells.read('skills', readWords) ?? [];
    cells.demand('title', title);
    cells.demand('skills', skills[0]);
    const id = foldedPhrase(title ?? '');
    if (title !== undefined && id === '') cells.fault('title', title, 'phải có chữ');
    const row: OccupationRow = {
      id,
      title: title ?? '',
      titleEn: cells.read('title_en', readLine(120)),
      skills,
      synonyms: cells.read('synonyms', readWords) ?? [],
      esco: cells.read('esco', readEsco),
    };
    return cells.problems.length > 0 ? { problems: cells.problems } : { row };
  },
  async refusals(db, rows, { source, sampleGivesWay }) {
    const ids = rows.map(({ id }) => id);
    const { rows: others } = await db.execute<{ id: string; source: string }>(sql`
      select id, source from occupation
      where id = any(${sql.param(ids)}::text[]) and source <> ${source} and not (sample and ${sampleGivesWay})`);
    return new Map(others.map((other) => [other.id, { ...ownedBy(other.source), column: 'title' }]));
  },
  knownHashes,
  async countSample(db) {
    const { rows } = await db.execute<{ count: number }>(
      sql`select count(*)::int as count from occupation where sample`,
    );
    return rows[0]?.count ?? 0;
  },
  applySlice: (database, rows, { source, sample, now, removesSample }) =>
    database.transaction(async (tx) => {
      if (removesSample) await tx.execute(sql`delete from occupation where sample`);
      const known = await knownHashes(
        tx,
        rows.map(({ id }) => id),
      );
      const changed = rows.filter((row) => known.get(row.id) !== hashOf(row));
      if (changed.length > 0 || removesSample) await bumpCatalogueVersion(tx);
      const records = changed.map((row) => ({ ...row, title_en: row.titleEn, content_hash: hashOf(row) }));
      await tx.execute(sql`
        insert into occupation (id, source, title, title_en, skills, synonyms, esco, sample, content_hash, updated_at)
        select id, ${source}, title, title_en, skills, synonyms, esco, ${sample}, content_hash, ${now}
        from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as record (id text, title text, title_en text, skills text[],
          synonyms text[], esco text, content_hash text)
        on conflict (id) do update set source = excluded.source, title = excluded.title, title_en = excluded.title_en,
          skills = excluded.skills, synonyms = excluded.synonyms, esco = excluded.esco, sample = excluded.sample,
          content_hash = excluded.content_hash, updated_at = excluded.updated_at`);
      const updated = changed.filter(({ id }) => known.has(id)).length;
      return { created: changed.length - updated, updated, unchanged: rows.length - changed.length };
    }),
};

async function knownHashes(db: Queryable, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await db.execute<{ id: string; content_hash: string }>(
    sql`select id, content_hash from occupation where id = any(${sql.param([...ids])}::text[])`,
  );
  return new Map(rows.map((row) => [row.id, row.content_hash]));
}
