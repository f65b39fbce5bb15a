import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { isSettingError, loadEnvironment, readSettings } from '../config.ts';
import {
  BackupUnusable,
  backUp,
  DirectoryInUse,
  describeError,
  migrate,
  openDatabaseForCommand,
} from '../database/index.ts';
import { createTranslator } from '../locales/index.ts';

const t = createTranslator('vi');

/** The file to write and whether it may replace one; undefined for wrong usage. */
function readArguments(args: readonly string[]): { file: string; force: boolean } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { force: { type: 'boolean', default: false } },
    });
    const [file, ...rest] = positionals;
    return file === undefined || file === '' || rest.length > 0 ? undefined : { file, force: values.force };
  } catch {
    return undefined;
  }
}

/** Another name's slip would replace any file, a photograph as well as an older backup. */
async function assertMayWrite({ file, force }: { file: string; force: boolean }): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile() === true && !force) throw new BackupUnusable(t('backup-exists', { file }));
}

/** `npm run backup -- FILE`. Returns the exit code: 0 written and verified, 1 not, 2 wrong usage or setting. */
async function main(args: readonly string[]): Promise<number> {
  const options = readArguments(args);
  if (options === undefined) {
    console.error(t('backup-usage'));
    return 2;
  }
  const { file } = options;
  try {
    const settings = readSettings(loadEnvironment());
    await assertMayWrite(options);
    const database = await openDatabaseForCommand(settings, { mustExist: true });
    try {
      await migrate(database);
      const counts = await backUp(database, file);
      const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
      console.log(t('backup-done', { file, rows, tables: Object.keys(counts).length }));
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
    else console.error(t('backup-failed', { problem: describeError(error).replace(/\.$/, '') }));
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
