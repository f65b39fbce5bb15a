import { sql } from 'drizzle-orm';
import type { Queryable } from '../../database/index.ts';
import { type OrganisationKind, organisationKinds } from '../organisation.ts';
import { readLine, readOneOf, readText, readUrl, readWard } from './cells.ts';
import { columnSet } from './columns.ts';
import { derivedId, readId } from './ids.ts';
import type { ImportKind } from './kind.ts';
import { tableKind } from './table-kind.ts';

/** An organisation as a file gives it. */
interface OrganisationRow {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind | undefined;
  readonly ward: string | undefined;
  readonly contact: string | undefined;
  readonly url: string | undefined;
  readonly description: string | undefined;
}

const columns = columnSet(
  {
    name: ['ten', 'ten don vi', 'don vi', 'ten to chuc', 'to chuc', 'provider', 'organisation', 'organization'],
    kind: ['loai', 'loai hinh', 'loai don vi', 'type'],
    ward: ['phuong/xa', 'phuong xa', 'phuong', 'xa', 'dia ban'],
    contact: ['lien he', 'nguoi lien he', 'dien thoai', 'email', 'so dien thoai', 'phone'],
    url: ['lien ket', 'duong dan', 'trang web', 'link', 'website'],
    description: ['mo ta', 'noi dung', 'gioi thieu'],
    id: ['ma', 'ma so', 'ma don vi'],
  },
  { required: { name: 'name (Tên đơn vị)' }, whole: [] },
);

const readKind = readOneOf<OrganisationKind>(
  organisationKinds,
  {
    'dai hoc': 'university',
    'truong dai hoc': 'university',
    'cao dang': 'university',
    college: 'university',
    'trung tam': 'training_centre',
    'trung tam dao tao': 'training_centre',
    'training center': 'training_centre',
    'co so day nghe': 'training_centre',
    'cong ty': 'company',
    'doanh nghiep': 'company',
    'cong ty cong nghe': 'company',
    'ho kinh doanh': 'business',
    'co so kinh doanh': 'business',
    'phi loi nhuan': 'non_profit',
    'to chuc phi loi nhuan': 'non_profit',
    nonprofit: 'non_profit',
    'quy xa hoi': 'non_profit',
    'thu vien': 'library',
    'co quan nha nuoc': 'public',
    'don vi nha nuoc': 'public',
    'cong lap': 'public',
  },
  'loại',
);

const byTable = tableKind<OrganisationRow>({
  name: 'organisations',
  table: 'organisation_detail',
  columns,
  read(cells, { source }) {
    const name = cells.read('name', readLine(200));
    cells.demand('name', name);
    return {
      id: cells.read('id', readId) ?? derivedId('don-vi', name ?? '', ['organisation', source, name ?? '']),
      name: name ?? '',
      kind: cells.read('kind', readKind),
      ward: cells.read('ward', readWard),
      contact: cells.read('contact', readLine(300)),
      url: cells.read('url', readUrl),
      description: cells.read('description', readText(20_000)),
    };
  },
  organisationOf: ({ name }) => name,
  record: ({ id: _, name: __, ...row }, { organisationId }) => ({ ...row, organisation_id: organisationId }),
});

/** The kind `organisations`. The name decides whose details a row has: the organisation of that name that courses or workshops brought, or a new one. */
export const organisationKind: ImportKind<OrganisationRow> = {
  ...byTable,
  async refusals(db, rows, options) {
    const refused = new Map(await byTable.refusals(db, rows, options));
    const owners = await ownersOf(
      db,
      rows.map(({ name }) => name),
      options.sampleGivesWay,
    );
    const firstOf = new Map<string, string>();
    for (const { id, name } of rows) {
      if (refused.has(id)) continue;
      const owner = owners.get(name);
      const first = firstOf.get(name) ?? id;
      firstOf.set(name, first);
      if (first !== id)
        refused.set(id, { column: 'name', problem: `tên này đã có trong tệp dưới mã ${first}; mỗi đơn vị một mã` });
      else if (owner !== undefined && owner.id !== id)
        refused.set(id, {
          column: 'name',
          problem: `đơn vị này đã có dưới mã ${owner.id} của nguồn “${owner.source}”; hãy dùng mã và nguồn đó`,
        });
    }
    return refused;
  },
};

/** Which rows have the details of organisations, by name. */
async function ownersOf(db: Queryable, names: readonly string[], sampleGivesWay: boolean) {
  const { rows } = await db.execute<{ name: string; public_id: string; source: string }>(sql`
    select name, public_id, source from organisation_detail join organisation on organisation.id = organisation_id
    where name = any(${sql.param([...names])}::text[]) and not (sample and ${sampleGivesWay})`);
  return new Map(rows.map(({ name, public_id, source }) => [name, { id: public_id, source }]));
}
