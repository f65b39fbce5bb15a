import { parseArgs } from 'node:util';
import { FileRefused, type ImportResult, importFile } from '../catalogue/index.ts';
import { loadEnvironment, readSettings, SettingError } from '../config.ts';
import { DirectoryInUse, describeError, migrate, openDatabaseForCommand, systemClock } from '../database/index.ts';
import { createTranslator } from '../locales/index.ts';
import { importProgress } from './progress.ts';

const t = createTranslator('vi');

/** Problems that the terminal shows; `--json` has up to ten thousand. */
const problemsShown = 50;

const kinds = [
  'courses',
  'workshops',
  'scholarships',
  'internships',
  'places',
  'organisations',
  'occupations',
  'demand',
  'history',
];

class WrongUsage extends Error {}

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        kind: { type: 'string' },
        source: { type: 'string' },
        map: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        'skip-bad': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const [file, ...rest] = positionals;
    if (file === undefined || rest.length > 0) throw new WrongUsage(t('import-usage'));
    if (values.kind === undefined || !kinds.includes(values.kind))
      throw new WrongUsage(`${t('import-kind', { kinds: kinds.join(', ') })}\n${t('import-usage')}`);
    if (values.kind !== 'courses') throw new WrongUsage(t('import-kind-later', { kind: values.kind }));
    return { ...values, file };
  } catch (error) {
    if (error instanceof WrongUsage) throw error;
    throw new WrongUsage(`${error instanceof Error ? error.message : String(error)}\n${t('import-usage')}`);
  }
}

function report(result: ImportResult, options: { json: boolean; dryRun: boolean }): void {
  for (const { row, column, value, problem } of result.problems.slice(0, problemsShown)) {
    console.error(
      t('import-problem', { row, column: column === '' ? '–' : column, value: value === '' ? '–' : value, problem }),
    );
  }
  if (result.problemCount > problemsShown)
    console.error(t('import-more-problems', { count: result.problemCount - problemsShown }));
  if (result.ignoredColumns.length > 0)
    console.error(t('import-ignored', { columns: result.ignoredColumns.join(', ') }));
  const counts = {
    read: result.read,
    created: result.created,
    updated: result.updated,
    unchanged: result.unchanged,
    skipped: result.skipped,
  };
  if (!result.imported) console.error(t('import-refused', { count: result.skipped }));
  else if (options.dryRun) console.error(t('import-dry-run', { read: result.read, skipped: result.skipped }));
  else console.error(t('import-done', { source: result.source, ...counts }));
  if (options.json) {
    const errors = result.problems.map(({ row, column, problem }) => ({ row, column, problem }));
    console.log(JSON.stringify({ ...counts, errors }));
  }
}

/** `npm run import -- FILE --kind KIND …`. Returns the exit code: 0 imported, 1 refused, 2 wrong usage or setting. */
async function main(args: readonly string[]): Promise<number> {
  let json = false;
  const refuse = (message: string, code: 1 | 2): number => {
    console.error(message);
    if (json)
      console.log(
        JSON.stringify({
          read: 0,
          created: 0,
          updated: 0,
          unchanged: 0,
          skipped: 0,
          errors: [{ row: 0, column: '', problem: message }],
        }),
      );
    return code;
  };
  try {
    const options = readArguments(args);
    json = options.json;
    const settings = readSettings(loadEnvironment());
    const database = await openDatabaseForCommand(settings);
    const progress = importProgress(t);
    try {
      await migrate(database);
      const result = await importFile(database, {
        file: options.file,
        kind: 'courses',
        ...(options.source === undefined ? {} : { source: options.source }),
        ...(options.map === undefined ? {} : { mapFile: options.map }),
        skipBad: options['skip-bad'],
        dryRun: options['dry-run'],
        keepsSample: settings.sampleData === 'yes',
        clock: systemClock,
        onProgress: progress.show,
      });
      progress.end();
      report(result, { json, dryRun: options['dry-run'] });
      return result.imported ? 0 : 1;
    } finally {
      progress.end();
      await database.close();
    }
  } catch (error) {
    if (error instanceof WrongUsage || error instanceof SettingError) return refuse(error.message, 2);
    if (error instanceof FileRefused || error instanceof DirectoryInUse) return refuse(error.message, 1);
    return refuse(t('import-failed', { problem: describeError(error) }), 1);
  }
}

process.exitCode = await main(process.argv.slice(2));
