import { join } from 'node:path';
import {
  bumpCatalogueVersion,
  catalogueVersion,
  kindVersions,
  noteCoursesRemoved,
  raiseKindVersion,
} from '../catalogue/index.ts';
import { isSettingError, loadEnvironment, readSettings } from '../config.ts';
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
import { createTranslator } from '../locales/index.ts';

const t = createTranslator('vi');

/** `npm run restore -- FILE`. Returns the exit code: 0 restored and verified, 1 nothing changed, 2 wrong usage. */
async function main(args: readonly string[]): Promise<number> {
  const [file, ...rest] = args;
  if (file === undefined || file === '' || file.startsWith('-') || rest.length > 0) {
    console.error(t('backup-restore-usage'));
    return 2;
  }
  try {
    const settings = readSettings(loadEnvironment());
    await verifyBackup(file);
    const database = await openDatabaseForCommand(settings);
    try {
      await migrate(database);
      const before = join(settings.dataDir, 'backups', `before-restore-${Date.now()}.backup.gz`);
      await backUp(database, before, { makesFolder: true });
      const counts = await restore(database, file, async (tx) => {
        // A running server rebuilds its index when the version differs from the one it knows, and only then.
        const known = await catalogueVersion(tx);
        const knownByKind = await kindVersions(tx);
        return async () => {
          await bumpCatalogueVersion(tx, known);
          await noteCoursesRemoved(tx);
          // Also of kinds that the backup does not have: their rows are gone now.
          for (const kind of new Set([...knownByKind.keys(), ...(await kindVersions(tx)).keys()]))
            await raiseKindVersion(tx, kind, knownByKind.get(kind));
        };
      });
      const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
      console.log(t('backup-restore-done', { file, rows, tables: Object.keys(counts).length, before }));
      return 0;
    } finally {
      await database.close();
    }
  } catch (error) {
    if (isSettingError(error)) {
      console.error(error.message);
      return 2;
    }
    if (error instanceof DirectoryInUse) console.error(t('backup-data-dir-in-use', error.facts));
    else if (error instanceof BackupUnusable) console.error(error.message);
    else console.error(t('backup-restore-failed', { problem: describeError(error).replace(/\.$/, '') }));
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
