import { posix } from 'node:path';
import { withMacros } from '../file-check.ts';
import { FileRefused } from '../problem.ts';
import type { Archive } from './archive.ts';
import { type NumberFormat, numberFormatOf } from './values.ts';
import { readXml } from './xml.ts';

/** A sheet of a workbook. */
export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** The part that holds it. */
  readonly part: string;
}

/** What the sheets of a workbook share. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly is1904: boolean;
  readonly strings: readonly string[];
  /** By the number of a cell's style. */
  readonly formats: readonly NumberFormat[];
}

interface Relation {
  readonly type: string;
  readonly target: string;
  readonly isExternal: boolean;
}

const noWorkbook =
  'Đây không phải tệp Excel dạng .xlsx (có thể là tệp Word, tệp nén ZIP hay dạng bảng tính khác). ' +
  'Hãy mở bằng bảng tính rồi lưu lại dạng .xlsx hoặc “CSV UTF-8”.';

/** The relations of a part, by id; targets within the archive are full names. */
export async function readRelations(archive: Archive, part: string): Promise<Map<string, Relation>> {
  const folder = posix.dirname(part);
  const file = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const relations = new Map<string, Relation>();
  if (!archive.has(file)) return relations;
  await readXml(archive.read(file), {
    open(name, { Id, Type = '', Target = '', TargetMode }) {
      if (name !== 'Relationship' || Id === undefined) return;
      const isExternal = TargetMode === 'External';
      const within = Target.startsWith('/') ? posix.normalize(Target).slice(1) : posix.join(folder, Target);
      relations.set(Id, { type: Type.replace(/^.*\//, ''), target: isExternal ? Target : within, isExternal });
    },
  });
  return relations;
}

/** Reads all but the sheets' cells. Throws `FileRefused` for what is no workbook, and for one with macros. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const top = [...(await readRelations(archive, '')).values()];
  const part = top.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (!archive.has(part) || !part.endsWith('.xml')) throw new FileRefused(noWorkbook);
  const relations = await readRelations(archive, part);
  const targetOf = (wanted: string): string | undefined =>
    [...relations.values()].find(({ type }) => type === wanted)?.target;
  if (targetOf('vbaProject') !== undefined) throw new FileRefused(withMacros);
  const sheets: Sheet[] = [];
  let is1904 = false;
  let isWorkbook = false;
  await readXml(archive.read(part), {
    open(name, attributes) {
      if (name === 'workbook') isWorkbook = true;
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key === 'id' || key.endsWith(':id'))?.[1] ?? '';
      const relation = relations.get(id);
      // Charts and dialogues have sheets of their own, without cells.
      if (relation?.type !== 'worksheet') return;
      const isHidden = (attributes.state ?? 'visible') !== 'visible';
      sheets.push({ name: attributes.name ?? '', isHidden, part: relation.target });
    },
  });
  if (!isWorkbook) throw new FileRefused(noWorkbook);
  const [strings, styles] = [targetOf('sharedStrings'), targetOf('styles')];
  return {
    sheets,
    is1904,
    strings: strings !== undefined && archive.has(strings) ? await readStrings(archive, strings) : [],
    formats: styles !== undefined && archive.has(styles) ? await readFormats(archive, styles) : [],
  };
}

/** The texts that cells refer to by number; runs of one text are joined, phonetic guides left out. */
async function readStrings(archive: Archive, part: string): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let isText = false;
  let phonetic = 0;
  await readXml(archive.read(part), {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic++;
      else if (name === 't') isText = phonetic === 0;
    },
    close(name) {
      if (name === 'si') strings.push(unescaped(text));
      else if (name === 'rPh') phonetic--;
      else if (name === 't') isText = false;
    },
    text(piece) {
      if (isText) text += piece;
    },
  });
  return strings;
}

/** Excel writes characters that XML has no place for as `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

async function readFormats(archive: Archive, part: string): Promise<NumberFormat[]> {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let inCells = false;
  await readXml(archive.read(part), {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const id = Number(attributes.numFmtId ?? 0);
        formats.push(numberFormatOf(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}
