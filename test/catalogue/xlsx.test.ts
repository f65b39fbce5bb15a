import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { courseById, FileRefused, importFile, listCourses } from '../../src/catalogue/index.ts';
import type { Database } from '../../src/database/index.ts';
import { describeDatabases } from '../support/databases.ts';
import { rawWorkbook, sheetOf, sheetXml, workbookOf } from '../support/workbook.ts';
import { zipOf } from '../support/zip.ts';

const clock = () => new Date('2026-11-24T03:00:00Z');
let folder: string;
let serial = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bh-xlsx-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function file(content: Uint8Array | string, ending = '.xlsx'): Promise<string> {
  const path = join(folder, `f${serial++}${ending}`);
  await writeFile(path, content);
  return path;
}

function load(database: Database, path: string, more: Partial<Parameters<typeof importFile>[1]> = {}) {
  return importFile(database, { file: path, kind: 'courses', source: 'test', clock, ...more });
}

const plain = [
  ['Mã', 'Tên khóa học', 'Đơn vị', 'Học phí'],
  ['a', 'Khóa A', 'Đơn vị 1', 0],
  ['b', 'Khóa B', 'Đơn vị 1', 500000],
];

describeDatabases('import of workbooks', (context) => {
  it('brings a workbook in, and the same file again changes nothing', async () => {
    const database = await context.database();
    const path = await file(await sheetOf(plain));
    expect(await load(database, path)).toMatchObject({ imported: true, read: 2, created: 2, skipped: 0 });
    expect(await load(database, path)).toMatchObject({ imported: true, created: 0, updated: 0, unchanged: 2 });
    expect(await courseById(database.db, 'b')).toMatchObject({ title: 'Khóa B', priceVnd: 500_000 });
  });

  it('understands what office people put into cells', async () => {
    const database = await context.database();
    const bytes = await workbookOf((workbook) => {
      workbook.addWorksheet('Ghi chú ẩn', { state: 'hidden' }).addRow(['Không phải bảng']);
      const sheet = workbook.addWorksheet('Danh sách');
      sheet.addRow(['DANH SÁCH KHÓA HỌC NĂM 2026']);
      sheet.mergeCells('A1:K1');
      sheet.addRow([]);
      sheet.addRow([
        'STT',
        'Mã',
        'Tên khóa học',
        'Đơn vị',
        'Học phí',
        'Khai giảng',
        'Kết thúc',
        'Số giờ',
        'Chứng chỉ',
        'Liên kết',
        'Ngày xác nhận',
      ]);
      sheet.addRow([
        1,
        'r1',
        { richText: [{ text: 'Tin học ' }, { text: 'văn phòng', font: { bold: true } }] },
        'Trung tâm A',
        { formula: 'E6*2', result: 1_000_000 },
        new Date('2026-12-05T00:00:00Z'),
        new Date('2027-01-30T00:00:00Z'),
        1.1 + 2.2,
        true,
        { text: 'Xem tại đây', hyperlink: 'https://example.org/khoa/r1' },
        { formula: 'TODAY()', result: new Date('2026-11-20T00:00:00Z') },
      ]);
      sheet.addRow([
        2,
        'r2',
        'May mặc',
        null,
        'miễn phí',
        '06/12/2026',
        undefined,
        12,
        false,
        { formula: 'HYPERLINK("https://example.org/khoa/r2","Xem")', result: 'Xem' },
      ]);
      sheet.mergeCells('D4:D5');
      sheet.addRow([3, 'r3', 'Nấu ăn', 'Trung tâm B', 500_000, null, null, 0.0625, 'x']);
      for (const address of ['F4', 'G4', 'K4']) sheet.getCell(address).numFmt = 'dd/mm/yyyy';
      sheet.getCell('E4').numFmt = '#,##0 "đ"';
      sheet.getCell('H6').numFmt = '[h]:mm';
    });
    const result = await load(database, await file(bytes));
    expect(result.problems).toEqual([]);
    expect(result).toMatchObject({ imported: true, read: 3, created: 3, ignoredColumns: ['STT'] });
    expect(await courseById(database.db, 'r1')).toMatchObject({
      title: 'Tin học văn phòng',
      organisation: 'Trung tâm A',
      priceVnd: 1_000_000,
      startsOn: '2026-12-05',
      endsOn: '2027-01-30',
      durationHours: 3.3,
      certificate: true,
      url: 'https://example.org/khoa/r1',
      confirmedOn: '2026-11-20',
    });
    expect(await courseById(database.db, 'r2')).toMatchObject({
      organisation: 'Trung tâm A',
      priceVnd: 0,
      startsOn: '2026-12-06',
      certificate: false,
      url: 'https://example.org/khoa/r2',
    });
    expect(await courseById(database.db, 'r3')).toMatchObject({ durationHours: 1.5, certificate: true });
  });

  it('names the cell of an error as Excel does', async () => {
    const database = await context.database();
    const bytes = await workbookOf((workbook) => {
      const sheet = workbook.addWorksheet('Khóa');
      sheet.addRow(['Bảng giá']);
      sheet.addRow([]);
      sheet.addRow(plain[0]);
      sheet.addRow(['a', 'Khóa A', 'Đơn vị 1', 'nhiều tiền']);
      sheet.addRow([]);
      sheet.addRow(['b', null, 'Đơn vị 1', { formula: 'D4/0', result: { error: '#DIV/0!' } }]);
      sheet.addRow(['c c', 'Khóa C', 'Đơn vị 1', 0.5]).getCell(4).numFmt = '0%';
    });
    const result = await load(database, await file(bytes));
    expect(result).toMatchObject({ imported: false, read: 3, skipped: 3 });
    const places = result.problems.map(({ row, column, value }) => [row, column, value]);
    expect(places.sort()).toEqual([
      [4, 'D (Học phí)', 'nhiều tiền'],
      [6, 'B (Tên khóa học)', ''],
      [6, 'D (Học phí)', '#DIV/0!'],
      [7, 'A (Mã)', 'c c'],
      [7, 'D (Học phí)', '50%'],
    ]);
    expect(result.problems.find(({ value }) => value.startsWith('#'))?.problem).toContain('công thức');
    expect(await listCourses(database.db, { limit: 10, offset: 0 })).toHaveLength(0);
  });

  it('takes headings of two rows, joined where they are one', async () => {
    const database = await context.database();
    const bytes = await workbookOf((workbook) => {
      const sheet = workbook.addWorksheet('Khóa');
      sheet.addRow(['Mã', 'Tên khóa học', 'Đơn vị', 'Thời gian']);
      sheet.addRow([null, null, null, 'Khai giảng', 'Kết thúc']);
      sheet.addRow(['a', 'Khóa A', 'Đơn vị 1', '2026-12-01', '2026-12-31']);
      for (const range of ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1']) sheet.mergeCells(range);
    });
    expect(await load(database, await file(bytes))).toMatchObject({ imported: true, read: 1 });
    expect(await courseById(database.db, 'a')).toMatchObject({ startsOn: '2026-12-01', endsOn: '2026-12-31' });
  });

  it('takes the named sheet, and says which there are', async () => {
    const database = await context.database();
    const bytes = await workbookOf((workbook) => {
      workbook.addWorksheet('Bìa').addRow(['Trung tâm A']);
      const sheet = workbook.addWorksheet('Khóa học 2026');
      for (const row of plain) sheet.addRow(row);
    });
    const path = await file(bytes);
    await expect(load(database, path)).rejects.toThrow('“Khóa học 2026”');
    await expect(load(database, path, { sheet: 'Khóa' })).rejects.toThrow('“Bìa”, “Khóa học 2026”');
    expect(await load(database, path, { sheet: 'khóa học 2026' })).toMatchObject({ imported: true, created: 2 });
  });

  it('maps columns as it does for text files', async () => {
    const database = await context.database();
    const map = await file(
      JSON.stringify({
        title: { from: 'Course' },
        provider: { from: 'By' },
        price_vnd: { from: 'USD', factor: 25_000 },
      }),
      '.json',
    );
    const path = await file(
      await sheetOf([
        ['Course', 'By', 'USD'],
        ['Khóa A', 'X', 19.99],
      ]),
    );
    expect(await load(database, path, { mapFile: map })).toMatchObject({ imported: true, created: 1 });
    expect((await listCourses(database.db, { limit: 10, offset: 0 }))[0]).toMatchObject({
      title: 'Khóa A',
      priceVnd: 499_750,
    });
  });
});

const good = [
  ['id', 'title', 'provider'],
  ['a', 'A', 'P'],
];
const bombXml = `<worksheet><sheetData>${' '.repeat(60 * 1024 * 1024)}</sheetData></worksheet>`;
const compound = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(4096)]);
const sheetName = 'xl/worksheets/sheet1.xml';

describeDatabases('import of hostile workbooks', (context) => {
  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['a bomb that says its size', () => rawWorkbook(bombXml), '50 MB'],
    ['a bomb that hides its size', () => rawWorkbook({ name: sheetName, content: bombXml, claims: 1000 }), 'bị hỏng'],
    [
      'a bomb of entities',
      () =>
        rawWorkbook(
          `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${sheetXml([...good, ['&b;', 'B', 'P']])}`,
        ),
      'không đọc được',
    ],
    ['what is no archive', () => Buffer.from('id,title,provider\na,A,P\n'), 'không phải tệp Excel'],
    ['one with a password', () => compound, 'mật khẩu'],
    [
      'an archive with a password',
      () => zipOf([{ name: 'xl/workbook.xml', content: '<workbook/>', isEncrypted: true }]),
      'mật khẩu',
    ],
    [
      'one with macros',
      () => rawWorkbook(sheetXml(good), [{ name: 'xl/vbaProject.bin', content: 'x' }], true),
      'macro',
    ],
    ['another archive', () => zipOf([{ name: 'word/document.xml', content: '<document/>' }]), 'không phải tệp Excel'],
    ['a workbook without sheets', () => workbookOf(() => {}), 'không'],
    ['an empty sheet', () => sheetOf([]), 'trống'],
    ['headings without rows', () => sheetOf(plain.slice(0, 1)), 'chỉ có dòng tên cột'],
    ['a missing part', () => rawWorkbook({ name: 'xl/other.xml', content: '' }), 'bị hỏng'],
    ['XML that is none', () => rawWorkbook('<worksheet><sheetData><row></sheetData>'), 'không đọc được'],
    [
      'a cell outside every sheet',
      () => rawWorkbook('<worksheet><sheetData><row r="1"><c r="ZZZZ1"><v>1</v></c></row></sheetData></worksheet>'),
      'không hợp lệ',
    ],
    [
      'rows that go backwards',
      () => rawWorkbook('<worksheet><sheetData><row r="5"/><row r="5"/></sheetData></worksheet>'),
      'thứ tự',
    ],
    [
      'a file cut short',
      async () => {
        const whole = await sheetOf(plain);
        return whole.subarray(0, whole.length - 300);
      },
      'bị hỏng',
    ],
    [
      'bytes that were changed',
      () => {
        const whole = rawWorkbook(
          sheetXml([...good, ...Array.from({ length: 500 }, (_, n) => [`i${n}`, `T${n}`, 'P'])]),
        );
        const at = whole.indexOf(sheetName) + sheetName.length + 400;
        whole.writeUInt32LE(0x55aa55aa, at);
        return whole;
      },
      'Excel',
    ],
  ])('refuses %s in words', async (_name, make, words) => {
    const database = await context.database();
    const refusal = await load(database, await file(await make())).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(FileRefused);
    expect((refusal as Error).message).toContain(words);
    const { rows } = await database.db.execute(sql`select 1 from course`);
    expect(rows).toEqual([]);
  });

  it.each([
    ['.xlsm', 'macro'],
    ['.xls', '.xlsx'],
    ['.ods', '.xlsx'],
  ])('refuses the ending %s with what to do', async (ending, words) => {
    const database = await context.database();
    await expect(load(database, await file(compound, ending))).rejects.toThrow(words);
  });

  it('reads prefixed names, rows without addresses and joined cells by the thousand', async () => {
    const database = await context.database();
    const rows = Array.from({ length: 3000 }, (_, n) => [`i${n}`, `Khóa ${n}`, 'P']);
    const joins = Array.from({ length: 3000 }, (_, n) => `<mergeCell ref="E${n + 2}:E${n + 3}"/>`);
    const xml = sheetXml([...good.slice(0, 1), ...rows], `<mergeCells>${joins.join('')}</mergeCells>`);
    const path = await file(rawWorkbook(xml.replaceAll(/<(\/?)(\w)/g, '<$1x:$2')));
    expect(await load(database, path)).toMatchObject({ imported: true, read: 3000, created: 3000 });
  });
});
