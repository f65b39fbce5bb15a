import { loadEnvironment, readSettings, SettingError } from '../config.ts';
import {
  BackupUnusable,
  backUp,
  DirectoryInUse,
  describeError,
  migrate,
  openDatabaseForCommand,
} from '../database/index.ts';

const usage = 'Cách dùng: npm run backup -- FILE\nGhi toàn bộ dữ liệu vào FILE (nén gzip), rồi đọc lại để kiểm tra.';

/** `npm run backup -- FILE`. Returns the exit code: 0 written and verified, 1 not, 2 wrong usage or setting. */
async function main(args: readonly string[]): Promise<number> {
  const [file, ...rest] = args;
  if (file === undefined || file.startsWith('-') || rest.length > 0) {
    console.error(usage);
    return 2;
  }
  try {
    const settings = readSettings(loadEnvironment());
    const database = await openDatabaseForCommand(settings);
    try {
      await migrate(database);
      const counts = await backUp(database, file);
      const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
      console.log(`Đã ghi và kiểm tra ${file}: ${rows} dòng trong ${Object.keys(counts).length} bảng.`);
      return 0;
    } finally {
      await database.close();
    }
  } catch (error) {
    if (error instanceof SettingError) {
      console.error(error.message);
      return 2;
    }
    const known = error instanceof BackupUnusable || error instanceof DirectoryInUse;
    console.error(known ? error.message : `Không ghi được bản sao lưu: ${describeError(error)}`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
