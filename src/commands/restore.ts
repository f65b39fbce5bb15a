import { join } from 'node:path';
import { bumpCatalogueVersion } from '../catalogue/index.ts';
import { loadEnvironment, readSettings, SettingError } from '../config.ts';
import {
  BackupUnusable,
  backUp,
  DirectoryInUse,
  describeError,
  migrate,
  openDatabaseForCommand,
  restore,
  verifyBackup,
} from '../database/index.ts';

const usage =
  'Cách dùng: npm run restore -- FILE\nThay toàn bộ dữ liệu bằng bản sao lưu FILE. Dữ liệu đang có được ghi ra một bản sao lưu trước, để lấy lại được.';

/** `npm run restore -- FILE`. Returns the exit code: 0 restored and verified, 1 nothing changed, 2 wrong usage. */
async function main(args: readonly string[]): Promise<number> {
  const [file, ...rest] = args;
  if (file === undefined || file.startsWith('-') || rest.length > 0) {
    console.error(usage);
    return 2;
  }
  try {
    const settings = readSettings(loadEnvironment());
    await verifyBackup(file);
    const database = await openDatabaseForCommand(settings);
    try {
      await migrate(database);
      const before = join(settings.dataDir, 'backups', `before-restore-${Date.now()}.backup.gz`);
      await backUp(database, before);
      const counts = await restore(database, file, async (tx) => {
        await bumpCatalogueVersion(tx);
      });
      const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
      console.log(`Đã khôi phục và kiểm tra ${file}: ${rows} dòng trong ${Object.keys(counts).length} bảng.`);
      console.log(`Dữ liệu trước đó nằm ở ${before}; muốn quay lại: npm run restore -- ${before}`);
      console.log('Nếu máy chủ đang chạy, hãy khởi động lại để nó đọc khóa bí mật vừa khôi phục.');
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
    console.error(known ? error.message : `Không khôi phục được, dữ liệu giữ nguyên: ${describeError(error)}`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
