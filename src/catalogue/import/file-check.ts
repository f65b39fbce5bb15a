import { open, stat } from 'node:fs/promises';
import { FileRefused } from './problem.ts';

/** What a file holds, by its ending. */
export type FileFormat = 'csv' | 'xlsx' | 'jsonl' | 'json';

const formats: Readonly<Record<string, FileFormat>> = {
  '.csv': 'csv',
  '.tsv': 'csv',
  '.xlsx': 'xlsx',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.json': 'json',
};

/** A JSON array is read whole; larger ones belong into JSON Lines. */
const largestJsonBytes = 50 * 1024 * 1024;

const asCsv = 'Hãy mở bằng bảng tính rồi lưu lại dạng “CSV UTF-8”.';

const asXlsx = 'Hãy mở bằng Excel hoặc LibreOffice rồi lưu lại dạng .xlsx.';

/** Said of workbooks that carry programs: they are never run, but should not be kept or passed on either. */
export const withMacros = 'Tệp Excel có macro. Hãy lưu lại dạng .xlsx (không có macro) rồi nhập lại.';

const zipStart = [0x50, 0x4b, 0x03, 0x04];
const compoundStart = [0xd0, 0xcf, 0x11, 0xe0];

/** Bytes that begin files of other kinds, whatever their name says. */
const signatures: readonly { readonly bytes: readonly number[]; readonly problem: string }[] = [
  {
    bytes: zipStart,
    problem: 'Đây là tệp Excel hoặc tệp nén ZIP. Nếu là tệp Excel, hãy đổi đuôi tên tệp thành .xlsx rồi nhập lại.',
  },
  { bytes: compoundStart, problem: `Đây là tệp Excel đời cũ, không phải CSV. ${asXlsx}` },
  { bytes: [0x1f, 0x8b], problem: 'Đây là tệp nén gzip. Hãy giải nén rồi nhập lại.' },
  { bytes: [0x25, 0x50, 0x44, 0x46], problem: 'Đây là tệp PDF. Hãy xuất bảng ra dạng CSV rồi nhập lại.' },
  { bytes: [0xff, 0xfe], problem: `Tệp ghi bằng mã UTF-16, cần UTF-8. ${asCsv}` },
  { bytes: [0xfe, 0xff], problem: `Tệp ghi bằng mã UTF-16, cần UTF-8. ${asCsv}` },
];

/** A workbook is a ZIP archive; one with a password is wrapped like the workbooks of before 2007. */
function checkWorkbook(bytes: Buffer): void {
  const startsWith = (start: readonly number[]): boolean => start.every((byte, position) => bytes[position] === byte);
  if (startsWith(zipStart)) return;
  if (startsWith(compoundStart)) {
    throw new FileRefused(`Tệp Excel đặt mật khẩu hoặc thuộc đời cũ (.xls). Hãy bỏ mật khẩu. ${asXlsx}`);
  }
  throw new FileRefused(`Đây không phải tệp Excel dạng .xlsx, dù tên tệp ghi vậy. ${asXlsx}`);
}

/** Every other byte zero over the first bytes: UTF-16 without its mark. */
function looksLikeUtf16(head: Buffer): boolean {
  const pairs = Math.min(200, Math.floor(head.length / 2));
  if (pairs < 8) return false;
  let odd = 0;
  let even = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (head[pair * 2] === 0) even++;
    if (head[pair * 2 + 1] === 0) odd++;
  }
  return odd > pairs * 0.6 || even > pairs * 0.6;
}

/**
 * Looks at a file before it is read: its ending, that it is there, that it is text of the kind its name says. Throws
 * `FileRefused` in words. The whole content's encoding is checked while it is read.
 */
export async function checkFile(file: string): Promise<FileFormat> {
  const ending = /\.[^./\\]+$/.exec(file.toLowerCase())?.[0] ?? '';
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) throw new FileRefused(`Không có tệp ${file}. Hãy kiểm tra lại đường dẫn.`);
  if (!found.isFile()) throw new FileRefused(`${file} là thư mục, không phải tệp.`);
  if (found.size === 0) throw new FileRefused(`${file} là tệp trống.`);
  if (['.xls', '.xlsb', '.ods'].includes(ending)) throw new FileRefused(`Không đọc được dạng “${ending}”. ${asXlsx}`);
  if (['.xlsm', '.xltm'].includes(ending)) throw new FileRefused(withMacros);
  const format = formats[ending];
  if (format === undefined)
    throw new FileRefused(`Không rõ loại tệp “${ending}”. Hãy dùng .xlsx, .csv, .jsonl hoặc .json.`);
  const handle = await open(file, 'r');
  try {
    const head = Buffer.alloc(4096);
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    const bytes = head.subarray(0, bytesRead);
    if (format === 'xlsx') {
      checkWorkbook(bytes);
      return format;
    }
    const signature = signatures.find((known) => known.bytes.every((byte, position) => bytes[position] === byte));
    if (signature !== undefined) throw new FileRefused(signature.problem);
    if (looksLikeUtf16(bytes)) throw new FileRefused(`Tệp ghi bằng mã UTF-16, cần UTF-8. ${asCsv}`);
    if (bytes.includes(0)) throw new FileRefused(`Tệp có byte không phải chữ (tệp nhị phân hoặc bị hỏng). ${asCsv}`);
  } finally {
    await handle.close();
  }
  if (format === 'json' && found.size > largestJsonBytes) {
    throw new FileRefused('Tệp JSON quá 50 MB. Hãy ghi mỗi bản ghi một dòng (JSON Lines, đuôi .jsonl).');
  }
  return format;
}
