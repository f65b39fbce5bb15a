import { parseArgs } from 'node:util';
import { FileRefused, ImportInterrupted, type ImportResult } from '../catalogue/index.ts';
import { isSettingError, loadEnvironment, readSettings } from '../config.ts';
import { DirectoryInUse, describeError, migrate, openDatabaseForCommand, systemClock } from '../database/index.ts';
import { cityKinds } from '../imports/index.ts';
import { createTranslator } from '../locales/index.ts';
import { allowedFromOf } from '../outreach/index.ts';
import { importProgress } from './progress.ts';

const t = createTranslator('vi');

/** Problems that the terminal shows; `--json` has up to ten thousand. */
const problemsShown = 50;

class WrongUsage extends Error {}

const nothingWritten = { read: 0, created: 0, updated: 0, unchanged: 0, skipped: 0 } as const;

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        kind: { type: 'string' },
        source: { type: 'string' },
        map: { type: 'string' },
        sheet: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        'skip-bad': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const [file, ...rest] = positionals;
    if (file === undefined || rest.length > 0) throw new WrongUsage(t('import-usage'));
    if (values.source?.trim() === '') throw new WrongUsage(t('import-no-source'));
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
  // Looked for before the arguments are understood: whoever asked for JSON gets it for wrong usage too.
  const json = args.some((each) => each === '--json' || each.startsWith('--json='));
  const refuse = (message: string, code: 1 | 2, counts: ImportInterrupted['counts'] = nothingWritten): number => {
    console.error(message);
    if (json) console.log(JSON.stringify({ ...counts, errors: [{ row: 0, column: '', problem: message }] }));
    return code;
  };
  try {
    const options = readArguments(args);
    const settings = readSettings(loadEnvironment());
    const { timezone, quietHours } = settings;
    const kinds = cityKinds({ timezone, allowedFrom: allowedFromOf(quietHours, timezone) });
    const kind = options.kind === undefined ? undefined : kinds[options.kind];
    if (kind === undefined)
      throw new WrongUsage(`${t('import-kind', { kinds: Object.keys(kinds).join(', ') })}\n${t('import-usage')}`);
    const database = await openDatabaseForCommand(settings);
    const progress = importProgress(t);
    try {
      await migrate(database);
      const request = {
        file: options.file,
        ...(options.source === undefined ? {} : { source: options.source }),
        ...(options.sheet === undefined ? {} : { sheet: options.sheet }),
        ...(options.map === undefined ? {} : { mapFile: options.map }),
        skipBad: options['skip-bad'],
        dryRun: options['dry-run'],
        keepsSample: settings.sampleData === 'yes',
        clock: systemClock,
        onProgress: progress.show,
      };
      const result = await kind.run(database, request);
      progress.end();
      report(result, { json, dryRun: options['dry-run'] });
      return result.imported ? 0 : 1;
    } finally {
      progress.end();
      await database.close();
    }
  } catch (error) {
    if (error instanceof WrongUsage || isSettingError(error)) return refuse(error.message, 2);
    if (error instanceof FileRefused) return refuse(error.message, 1);
    if (error instanceof DirectoryInUse) return refuse(t('backup-data-dir-in-use', error.facts), 1);
    if (error instanceof ImportInterrupted)
      return refuse(t('import-interrupted', { ...error.counts, problem: error.message }), 1, error.counts);
    return refuse(t('import-failed', { problem: describeError(error).replace(/\.$/, '') }), 1);
  }
}

process.exitCode = await main(process.argv.slice(2));
