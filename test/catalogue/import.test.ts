import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  catalogueVersion,
  courseById,
  ImportInterrupted,
  importFile,
  listCourses,
  loadSampleData,
} from '../../src/catalogue/index.ts';
import type { Database } from '../../src/database/index.ts';
import { describeDatabases } from '../support/databases.ts';

const clock = () => new Date('2026-11-24T03:00:00Z');
let folder: string;
let serial = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bh-import-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function file(content: string | Uint8Array, ending = '.csv'): Promise<string> {
  const path = join(folder, `f${serial++}${ending}`);
  await writeFile(path, content);
  return path;
}

function load(database: Database, path: string, more: Partial<Parameters<typeof importFile>[1]> = {}) {
  return importFile(database, { file: path, kind: 'courses', source: 'test', clock, ...more });
}

const header = 'id,title,provider,price_vnd,level,schedule,ward,confirmed_on';
const good = `${header}\na,Khóa A,Đơn vị 1,0,beginner,evening;weekend,Phường Bến Thành,2026-11-01\nb,Khóa B,Đơn vị 1,500000,all,,,\n`;

describeDatabases('import', (context) => {
  it('brings a file in, and the same file again changes nothing', async () => {
    const database = await context.database();
    const path = await file(good);
    expect(await load(database, path)).toMatchObject({
      imported: true,
      read: 2,
      created: 2,
      updated: 0,
      unchanged: 0,
      skipped: 0,
    });
    const version = await catalogueVersion(database.db);
    const later = () => new Date('2027-01-01T00:00:00Z');
    expect(await load(database, path, { clock: later })).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    expect(await catalogueVersion(database.db)).toBe(version);
    expect(await courseById(database.db, 'a')).toMatchObject({
      title: 'Khóa A',
      organisation: 'Đơn vị 1',
      priceVnd: 0,
      schedule: ['evening', 'weekend'],
      ward: '26743',
      confirmedOn: '2026-11-01',
      sample: false,
    });
    expect((await courseById(database.db, 'b'))?.confirmedOn).toBe('2026-11-24');
  });

  it('updates only what changed', async () => {
    const database = await context.database();
    await load(database, await file(good));
    const result = await load(database, await file(good.replace('Khóa B', 'Khóa B mới')));
    expect(result).toMatchObject({ created: 0, updated: 1, unchanged: 1 });
    expect((await courseById(database.db, 'b'))?.title).toBe('Khóa B mới');
  });

  it('refuses a file with a bad row, names row, column, value and remedy, and writes nothing', async () => {
    const database = await context.database();
    const path = await file(
      `${header}\na,Khóa A,Đơn vị 1,nhiều,beginner,,,\nb,,Đơn vị 1,1,guru,,Phường Không Có,2026-02-30\n`,
    );
    const result = await load(database, path);
    expect(result).toMatchObject({ imported: false, created: 0, read: 2 });
    expect(result.problems.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '2 price_vnd',
      '3 title',
      '3 level',
      '3 ward',
      '3 confirmed_on',
    ]);
    expect(result.problems[0]).toMatchObject({ value: 'nhiều', problem: expect.stringContaining('500000') });
    expect(await listCourses(database.db, { limit: 10, offset: 0 })).toEqual([]);
  });

  it('imports the good rows with skipBad, and a dry run writes nothing', async () => {
    const database = await context.database();
    const path = await file(`${good}c,,Đơn vị 1,,,,,\n`);
    expect(await load(database, path, { dryRun: true, skipBad: true })).toMatchObject({
      read: 3,
      skipped: 1,
      created: 0,
    });
    expect(await listCourses(database.db, { limit: 10, offset: 0 })).toEqual([]);
    expect(await load(database, path, { skipBad: true })).toMatchObject({ imported: true, created: 2, skipped: 1 });
  });

  it('counts identical duplicates as unchanged and refuses different rows under one id', async () => {
    const database = await context.database();
    const row = 'a,Khóa A,Đơn vị 1,0,,,,';
    expect(await load(database, await file(`${header}\n${row}\n${row}\n`))).toMatchObject({ created: 1, unchanged: 1 });
    const result = await load(database, await file(`${header}\n${row}\na,Khóa khác,Đơn vị 1,0,,,,\n`));
    expect(result.imported).toBe(false);
    expect(result.problems).toMatchObject([{ row: 3, column: 'id', problem: expect.stringContaining('dòng 2') }]);
  });

  it('refuses an id that belongs to another source', async () => {
    const database = await context.database();
    await load(database, await file(good));
    const result = await load(database, await file(good), { source: 'other' });
    expect(result.imported).toBe(false);
    expect(result.problems).toMatchObject([
      { row: 2, column: 'id', problem: expect.stringContaining('test') },
      { row: 3, column: 'id' },
    ]);
  });

  it('understands Vietnamese column names and values, semicolons, and derives a stable id', async () => {
    const database = await context.database();
    const path = await file(
      '\ufeffTên khóa học;Đơn vị;Học phí;Trình độ;Hình thức;Lịch học;Đối tượng;Ghi chú\nHọc vẽ;Nhà A;1.500.000đ;Người mới bắt đầu;Trực tuyến;buổi tối, cuối tuần;phụ nữ;x\n',
    );
    const result = await load(database, path);
    expect(result).toMatchObject({ created: 1, ignoredColumns: ['Ghi chú'] });
    const [course] = await listCourses(database.db, { limit: 1, offset: 0 });
    expect(course).toMatchObject({
      priceVnd: 1_500_000,
      level: 'beginner',
      mode: 'online',
      schedule: ['evening', 'weekend'],
      audience: ['women'],
    });
    expect(course?.id).toMatch(/^hoc-ve-[A-Za-z0-9]{8}$/);
    expect(await load(database, path)).toMatchObject({ unchanged: 1 });
  });

  it('maps columns with values, a pattern, a factor and a default', async () => {
    const database = await context.database();
    const path = await file('name,cost,lvl\nGuitar,"USD 12.5",All Levels\nPiano,free,Expert\n');
    const mapFile = await file(
      JSON.stringify({
        title: { from: 'name' },
        provider: { from: 'lvl', match: '^(x)$', default: 'Nhà B' },
        price_vnd: { from: 'cost', match: '([\\d.]+|free)', values: { free: '0' }, factor: 25000 },
        level: { from: 'lvl', values: { 'All Levels': 'all', Expert: 'advanced' } },
      }),
      '.json',
    );
    expect(await load(database, path, { mapFile })).toMatchObject({ created: 2 });
    const courses = await listCourses(database.db, { limit: 5, offset: 0 });
    expect(courses.map((course) => [course.title, course.priceVnd, course.level, course.organisation])).toEqual([
      ['Guitar', 312_500, 'all', 'Nhà B'],
      ['Piano', 0, 'advanced', 'Nhà B'],
    ]);
  });

  it.each([
    ['a column we do not have', { tittle: { from: 'name' } }, /không có cột “tittle”/],
    ['a column the file does not have', { title: { from: 'nope' } }, /không có cột “nope”/],
    ['a broken pattern', { title: { from: 'name', match: '(' } }, /không hợp lệ/],
    ['two groups', { title: { from: 'name', match: '(a)(b)' } }, /đúng một nhóm/],
    ['a wrong rule', { title: { form: 'name' } }, /ánh xạ/],
  ])('refuses a mapping with %s', async (_name, mapping, words) => {
    const database = await context.database();
    const mapFile = await file(JSON.stringify(mapping), '.json');
    await expect(load(database, await file('name,provider\nA,B\n'), { mapFile })).rejects.toThrow(words);
  });

  it.each<[string, string | Uint8Array, string, RegExp]>([
    ['an empty file', '', '.csv', /tệp trống/],
    ['a header alone', `${header}\n`, '.csv', /không có dòng dữ liệu/],
    ['a missing required column', 'name_of_thing,price\nx,1\n', '.csv', /Thiếu cột bắt buộc/],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${good}`, 'utf16le'), '.csv', /UTF-16/],
    ['UTF-16 without its mark', Buffer.from(good, 'utf16le'), '.csv', /UTF-16/],
    [
      'Windows-1258',
      Buffer.from([0x69, 0x64, 0x2c, 0x74, 0x0a, 0x61, 0x2c, 0xca, 0xec, 0x20, 0xf2, 0x0a]),
      '.csv',
      /UTF-8/,
    ],
    ['a truncated quote', `${header}\na,"Khóa A,Đơn vị`, '.csv', /cắt cụt/],
    [
      'a text cut inside a letter',
      Buffer.concat([Buffer.from(`${good}c,Kh`), Buffer.from('ó').subarray(0, 1)]),
      '.csv',
      /UTF-8/,
    ],
    ['a workbook under the name of a CSV', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), '.csv', /Excel/],
    ['gzip', gzipSync(good), '.csv', /gzip/],
    ['binary', Buffer.from([1, 2, 0, 5, 9, 0, 1]), '.csv', /byte không phải chữ/],
    ['a workbook', 'x', '.xlsx', /Excel/],
    ['an unknown ending', good, '.txt', /loại tệp/],
    ['JSON cut short', '[{"title":"A"', '.json', /JSON/],
    ['JSON that is no list', '{"title":"A"}', '.json', /danh sách/],
  ])('refuses %s in words', async (_name, content, ending, words) => {
    const database = await context.database();
    await expect(load(database, await file(content, ending))).rejects.toThrow(words);
    expect(await listCourses(database.db, { limit: 1, offset: 0 })).toEqual([]);
  });

  it('refuses what is not there and what is a folder', async () => {
    const database = await context.database();
    await expect(load(database, join(folder, 'none.csv'))).rejects.toThrow(/Không có tệp/);
    await expect(load(database, folder)).rejects.toThrow(/thư mục/);
  });

  it('reads JSON Lines and JSON, with lists and truth values', async () => {
    const database = await context.database();
    const lines =
      '{"id":"j1","title":"A","provider":"P","topics":["x","y"],"certificate":true}\n\n{"id":"j2","title":"B","provider":"P"}';
    expect(await load(database, await file(lines, '.jsonl'))).toMatchObject({ created: 2 });
    expect(await courseById(database.db, 'j1')).toMatchObject({ topics: ['x', 'y'], certificate: true });
    const wrong = await load(database, await file('{"id":"j3","title":"A","provider":"P"}\nnot json\n', '.jsonl'));
    expect(wrong.problems).toMatchObject([{ row: 2 }]);
    expect(await load(database, await file('[{"id":"j4","title":"A","provider":"P"}]', '.json'))).toMatchObject({
      created: 1,
    });
  });

  it('reports fragments of a broken export one by one and lets none become a course', async () => {
    const database = await context.database();
    const broken =
      'title,provider,Level\nReal course,P,Introductory\n broken off here and, there,\n"quoted start, no end of story\nstill text",x,y,z,w\nAnother,P,Advanced\n';
    const mapFile = await file(
      JSON.stringify({
        level: { from: 'Level', values: { Introductory: 'beginner', Advanced: 'advanced' }, required: true },
      }),
      '.json',
    );
    const result = await load(database, await file(broken), { mapFile, skipBad: true });
    expect(result).toMatchObject({ created: 2, skipped: 2, read: 4 });
    expect((await listCourses(database.db, { limit: 9, offset: 0 })).map((course) => course.title).sort()).toEqual([
      'Another',
      'Real course',
    ]);
  });

  it('completes an import that was interrupted between slices', async () => {
    const database = await context.database();
    const rows = Array.from({ length: 1200 }, (_, n) => `r${n},Khóa ${n},Đơn vị ${n % 7},${n * 1000},,,,`);
    const path = await file(`${header}\n${rows.join('\n')}\n`);
    let slices = 0;
    const interrupted = load(database, path, {
      onProgress: ({ pass }) => {
        if (pass === 'write' && ++slices === 2) throw new Error('power cut');
      },
    });
    await expect(interrupted).rejects.toThrow('power cut');
    expect(await load(database, path)).toMatchObject({ created: 200, unchanged: 1000 });
  });

  it('loads sample courses into an empty catalogue only, and the first real import sends them away', async () => {
    const database = await context.database();
    const { created } = await loadSampleData(database, { setting: 'auto', clock });
    expect(created).toBeGreaterThanOrEqual(200);
    expect(await loadSampleData(database, { setting: 'auto', clock })).toEqual({ created: 0 });
    await load(database, await file(good));
    const { rows } = await database.db.execute(
      sql`select count(*)::int as count, bool_or(sample) as sample from course`,
    );
    expect(rows).toEqual([{ count: 2, sample: false }]);
    expect(await loadSampleData(database, { setting: 'auto', clock })).toEqual({ created: 0 });
  });

  it('keeps HTML, formulas and SQL as the text they are', async () => {
    const database = await context.database();
    const path = await file(
      `id,title,provider\nx1,<script>alert(1)</script>,=cmd|'/c calc'!A0\nx2,"Robert'); drop table course;--",P\n`,
    );
    expect(await load(database, path)).toMatchObject({ created: 2 });
    expect((await courseById(database.db, 'x1'))?.title).toBe('<script>alert(1)</script>');
  });

  it('takes half surrogates and control characters out of text and lists, in the check as in the import', async () => {
    const database = await context.database();
    const lines = [
      String.raw`{"id":"s1","title":"a\ud800b","provider":"P","topics":["x\u0000y","\udc00"],"skills":["a\nb"]}`,
      String.raw`{"id":"s2","title":"Vẽ 😀","provider":"P\u0000"}`,
    ];
    const path = await file(lines.join('\n'), '.jsonl');
    expect(await load(database, path, { dryRun: true })).toMatchObject({ imported: true, skipped: 0 });
    expect(await load(database, path)).toMatchObject({ imported: true, created: 2 });
    expect(await courseById(database.db, 's1')).toMatchObject({ title: 'a b', topics: ['x y'], skills: ['a b'] });
    expect(await courseById(database.db, 's2')).toMatchObject({ title: 'Vẽ 😀', organisation: 'P' });
  });

  it('keeps fractions of hours and whole đồng when a mapping multiplies', async () => {
    const database = await context.database();
    const mapFile = await file(
      JSON.stringify({
        duration_hours: { from: 'minutes', factor: 1 / 60 },
        price_vnd: { from: 'usd', factor: 25_333.3 },
      }),
      '.json',
    );
    await load(database, await file('id,title,provider,minutes,usd\nh,A,P,90,1\ni,B,P,"1,200","2,5"\n'), { mapFile });
    expect(await courseById(database.db, 'h')).toMatchObject({ durationHours: 1.5, priceVnd: 25_333 });
    expect(await courseById(database.db, 'i')).toMatchObject({ durationHours: 20, priceVnd: 63_333 });
  });

  it('gives a JSON record without a mapped key the default, and misses a column that no record has', async () => {
    const database = await context.database();
    const path = await file('{"id":"d1","title":"A"}\n{"id":"d2","title":"B","org":"Q"}\n', '.jsonl');
    const mapFile = await file(JSON.stringify({ provider: { from: 'org', default: 'Nhà B' } }), '.json');
    expect(await load(database, path, { mapFile })).toMatchObject({ created: 2, problems: [] });
    expect(await courseById(database.db, 'd1')).toMatchObject({ organisation: 'Nhà B' });
    const wrong = await file(JSON.stringify({ provider: { from: 'orgg', default: 'Nhà B' } }), '.json');
    await expect(load(database, path, { mapFile: wrong })).rejects.toThrow(/không có cột “orgg”/);
    await expect(load(database, await file('{"title":"A"}\n{"title":"B"}\n', '.jsonl'))).rejects.toThrow(/provider/);
  });

  it('reports the unknown columns of all JSON records, and one that a mapping replaces', async () => {
    const database = await context.database();
    const lines = [
      '{"id":"u1","title":"A","provider":"P","color":1}',
      '{"id":"u2","title":"B","provider":"P","size":{"a":1}}',
      '{"id":"u3","title":"C","provider":"P"}',
    ].join('\n');
    expect(await load(database, await file(lines, '.jsonl'))).toMatchObject({
      imported: true,
      ignoredColumns: ['color', 'size'],
    });
    const mapFile = await file(JSON.stringify({ title: { from: 'name' } }), '.json');
    const mapped = await load(database, await file('name,title,provider\nA,B,P\n'), { mapFile });
    expect(mapped.ignoredColumns).toEqual(['title']);
  });

  it.each([
    ['the same name', 'id,title,title,provider\n1,A,B,P\n', /“title” có hai lần/],
    ['a Vietnamese name', 'id,title,Tên khóa học,provider\n1,A,B,P\n', /“title” và “Tên khóa học”/],
  ])('refuses a header that has a column twice: %s', async (_name, content, words) => {
    const database = await context.database();
    await expect(load(database, await file(content))).rejects.toThrow(words);
  });

  it('does not mind an unknown column that stands twice', async () => {
    const database = await context.database();
    expect(await load(database, await file('title,note,provider,note\nA,x,P,y\n'))).toMatchObject({ created: 1 });
  });

  it('refuses JSON objects where text belongs', async () => {
    const database = await context.database();
    const lines =
      '{"id":"o1","title":{"vi":"a"},"provider":"P"}\n{"id":"o2","title":"A","provider":"P","topics":[{"c":1}]}\n';
    const { imported, problems } = await load(database, await file(lines, '.jsonl'));
    expect(imported).toBe(false);
    expect(problems).toMatchObject([
      { row: 1, column: 'title', problem: expect.stringContaining('ghi thẳng giá trị') },
      { row: 2, column: 'topics', problem: expect.stringContaining('ghi thẳng giá trị') },
    ]);
  });

  it('refuses a confirmation of more than a day ahead', async () => {
    const database = await context.database();
    const rows = `id,title,provider,confirmed_on\n1,A,P,2026-11-25\n2,B,P,2026-11-26\n`;
    const { problems } = await load(database, await file(rows));
    expect(problems).toMatchObject([{ row: 3, column: 'confirmed_on', problem: expect.stringContaining('tương lai') }]);
  });

  it('makes spaces of line breaks in a title and keeps those of a description', async () => {
    const database = await context.database();
    await load(database, await file('id,title,provider,description\nl,"Học\r\n vẽ",P,"một\nhai"\n'));
    expect(await courseById(database.db, 'l')).toMatchObject({ title: 'Học vẽ', description: 'một\nhai' });
  });

  it.each([
    ['a first line sep=;', '\ufeffsep=;\r\nid;title,x;title;provider\r\nq;z;Học vẽ;P\r\n', '.csv'],
    ['a first line "sep=|"', '"sep=|"\nid|title|provider\nq|Học vẽ|P\n', '.csv'],
    ['tabs', 'id\ttitle\tprovider\nq\tHọc vẽ\tP\n', '.csv'],
    ['tabs and their own ending', 'id\ttitle\tprovider\nq\tHọc vẽ\tP\n', '.tsv'],
  ])('reads a file with %s', async (_name, content, ending) => {
    const database = await context.database();
    expect(await load(database, await file(content, ending))).toMatchObject({ created: 1, read: 1 });
    expect(await courseById(database.db, 'q')).toMatchObject({ title: 'Học vẽ', organisation: 'P' });
  });

  it('counts rows as Excel shows them below a sep line', async () => {
    const database = await context.database();
    const { problems } = await load(database, await file('sep=;\nid;title;provider\nq;;P\n'));
    expect(problems).toMatchObject([{ row: 2, column: 'title' }]);
  });

  it.each(['^((?:a+)+)$', '^((?:a|a)*)$', '(a*a*a*a*a*a*)b'])(
    'breaks off the endless search of %s in words',
    async (match) => {
      const database = await context.database();
      const mapFile = await file(JSON.stringify({ title: { from: 'name', match } }), '.json');
      const path = await file(`name,provider\n${'a'.repeat(1500)}!,P\n`);
      await expect(load(database, path, { mapFile })).rejects.toThrow(/cột title.*quá một giây/);
    },
  );

  it('says what is committed when it breaks off', async () => {
    const database = await context.database();
    const rows = Array.from({ length: 1200 }, (_, n) => `k${n},Khóa ${n},P,0,,,,`);
    let slices = 0;
    const interrupted = load(database, await file(`${header}\n${rows.join('\n')}\n`), {
      onProgress: ({ pass }) => {
        if (pass === 'write' && ++slices === 2) throw new Error('power cut');
      },
    });
    await expect(interrupted).rejects.toBeInstanceOf(ImportInterrupted);
    await expect(interrupted).rejects.toMatchObject({ counts: { read: 1200, created: 1000, updated: 0, skipped: 0 } });
  });

  it('asks for a source where the file has no name to take it from', async () => {
    const database = await context.database();
    const path = join(folder, '.csv');
    await writeFile(path, good);
    await expect(importFile(database, { file: path, kind: 'courses', clock })).rejects.toThrow(/--source/);
  });
});
