import ExcelJS from 'exceljs';
import { type ZipPart, zipOf } from './zip.ts';

/** The bytes of a workbook that exceljs writes. */
export async function workbookOf(fill: (workbook: ExcelJS.Workbook) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** The bytes of a workbook with one sheet of these rows. */
export function sheetOf(rows: readonly (readonly unknown[])[], name = 'Khóa học'): Promise<Buffer> {
  return workbookOf((workbook) => {
    const sheet = workbook.addWorksheet(name);
    for (const row of rows) sheet.addRow([...row]);
  });
}

const relationTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function relations(...entries: readonly (readonly [id: string, type: string, target: string])[]): string {
  const list = entries.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
}

/** A workbook by hand, for what no honest program writes: `sheetXml` is the sheet, `more` further parts. */
export function rawWorkbook(sheet: string | ZipPart, more: readonly ZipPart[] = [], macros = false): Buffer {
  const part = typeof sheet === 'string' ? { name: 'xl/worksheets/sheet1.xml', content: sheet } : sheet;
  const linked: [string, string, string][] = [['rId1', `${relationTypes}/worksheet`, 'worksheets/sheet1.xml']];
  if (macros)
    linked.push(['rId2', 'http://schemas.microsoft.com/office/2006/relationships/vbaProject', 'vbaProject.bin']);
  return zipOf([
    {
      name: '_rels/.rels',
      content: relations(['rId1', `${relationTypes}/officeDocument`, '/xl/workbook.xml']),
    },
    {
      name: 'xl/workbook.xml',
      content: `<?xml version="1.0"?><x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="S" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', content: relations(...linked) },
    part,
    ...more,
  ]);
}

/** A sheet's XML with cells of text in the cells themselves. */
export function sheetXml(rows: readonly (readonly string[])[], after = ''): string {
  const cells = (row: readonly string[]): string =>
    row.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('');
  return `<worksheet><sheetData>${rows.map((row) => `<row>${cells(row)}</row>`).join('')}</sheetData>${after}</worksheet>`;
}
