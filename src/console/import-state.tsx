import type { FC } from 'hono/jsx';
import type { ImportPreview, RowProblem } from '../catalogue/index.ts';
import type { Upload } from '../imports/index.ts';
import type { Translator } from '../locales/index.ts';
import { Form, mayUse, useFrame } from './layout.tsx';
import { Table } from './table.tsx';

const kindNames: Readonly<Record<string, string>> = {
  courses: 'console-import-kind-courses',
  workshops: 'console-import-kind-workshops',
  occupations: 'console-import-kind-occupations',
  demand: 'console-import-kind-demand',
  scholarships: 'console-import-kind-scholarships',
  internships: 'console-import-kind-internships',
  places: 'console-import-kind-places',
  organisations: 'console-import-kind-organisations',
  history: 'console-import-kind-history',
};

/** A kind in words; one that has none yet as the command calls it. */
export function kindName(t: Translator, kind: string): string {
  const name = kindNames[kind];
  return name === undefined ? kind : t(name);
}

/** How far an uploaded file is, and what can be done next. */
export const UploadState: FC<{ upload: Upload; problems: readonly RowProblem[] }> = ({ upload, problems }) => {
  if (upload.state === 'refused') return <Refused upload={upload} />;
  if (upload.state === 'done') return <Done upload={upload} problems={problems} />;
  if (upload.state === 'checked') return <Checked upload={upload} problems={problems} />;
  return <UnderWay upload={upload} />;
};

const UnderWay: FC<{ upload: Upload }> = ({ upload }) => {
  const { t } = useFrame();
  const words = upload.state === 'importing' ? 'console-import-writing' : 'console-import-checking';
  return (
    <>
      <p>
        {t(words)} {t('console-import-progress', { percent: upload.percent, rows: upload.rows })}
      </p>
      <progress value={upload.percent} max={100} aria-label={t(words)}></progress>
      <p class="quiet">{t('console-import-may-leave')}</p>
      <noscript>
        <p>
          <a href={`/console/imports/${upload.id}`}>{t('console-import-look-again')}</a>
        </p>
      </noscript>
    </>
  );
};

const Refused: FC<{ upload: Upload }> = ({ upload }) => {
  const { t } = useFrame();
  return (
    <>
      <p class="notice alarm" role="alert">
        <strong>{t('console-import-refused')}</strong> {upload.refusal}
      </p>
      <p>
        <a href="/console/imports">{t('console-import-another')}</a>
      </p>
    </>
  );
};

const Done: FC<{ upload: Upload; problems: readonly RowProblem[] }> = ({ upload, problems }) => {
  const frame = useFrame();
  const { t } = frame;
  const { result } = upload;
  if (result === undefined) return null;
  return (
    <>
      <p class="notice done" role="status">
        <strong>{t('console-import-done')}</strong>{' '}
        {result.removedSample > 0 && t('console-import-replaced', { count: result.removedSample })}
      </p>
      <Counts
        created={result.created}
        updated={result.updated}
        unchanged={result.unchanged}
        bad={result.skipped}
        badLabel={t('console-import-skipped')}
      />
      {result.report !== undefined && mayUse(frame, 'GET /console/import-reports/:id') && (
        <p>
          <a href={`/console/import-reports/${result.report}`}>{t('console-import-report')}</a>
        </p>
      )}
      <Problems upload={upload} problems={problems} />
      <p>
        <a href="/console/imports">{t('console-import-another')}</a>
      </p>
    </>
  );
};

const Checked: FC<{ upload: Upload; problems: readonly RowProblem[] }> = ({ upload, problems }) => {
  const { t } = useFrame();
  const { result } = upload;
  const preview = result?.preview;
  if (result === undefined || preview === undefined) return null;
  const good = result.read - result.skipped;
  return (
    <>
      {upload.refusal !== undefined && (
        <p class="notice alarm" role="alert">
          {t('console-import-broke-off', { problem: upload.refusal })}
        </p>
      )}
      <p role="status">{t('console-import-checked', { read: result.read, good, bad: result.skipped })}</p>
      <Counts
        created={preview.created}
        updated={preview.updated}
        unchanged={preview.unchanged}
        bad={result.skipped}
        badLabel={t('console-import-bad')}
      />
      {preview.sample > 0 && good > 0 && (
        <p class="notice">{t('console-import-will-replace', { count: preview.sample })}</p>
      )}
      <Problems upload={upload} problems={problems} />
      <div class="actions">
        {result.skipped === 0 ? (
          <StartForm upload={upload} skips={false} label={t('console-import-start', { count: good })} />
        ) : (
          good > 0 && (
            <StartForm
              upload={upload}
              skips
              label={t('console-import-start-skipping', { good, bad: result.skipped })}
            />
          )
        )}
        <Form action={`/console/imports/${upload.id}/discard`} class="inline">
          <button type="submit" class="secondary">
            {t('console-import-discard')}
          </button>
        </Form>
      </div>
      {result.skipped > 0 && <p class="quiet">{t('console-import-or-repair')}</p>}
      <Understood preview={preview} ignored={result.ignoredColumns} />
      <FirstRows preview={preview} />
      <p class="quiet">{t('console-import-kept')}</p>
    </>
  );
};

const StartForm: FC<{ upload: Upload; skips: boolean; label: string }> = ({ upload, skips, label }) => (
  <Form action={`/console/imports/${upload.id}/start`} class="inline">
    <input type="hidden" name="skip" value={skips ? 'yes' : 'no'} />
    <button type="submit">{label}</button>
  </Form>
);

interface CountsProps {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly bad: number;
  readonly badLabel: string;
}

const Counts: FC<CountsProps> = ({ created, updated, unchanged, bad, badLabel }) => {
  const { t, locale } = useFrame();
  const format = new Intl.NumberFormat(locale);
  const figures = [
    [t('console-import-new'), created],
    [t('console-import-changed'), updated],
    [t('console-import-same'), unchanged],
    [badLabel, bad],
  ] as const;
  return (
    <dl class="import-counts">
      {figures.map(([label, figure]) => (
        <div>
          <dt>{label}</dt>
          <dd>{format.format(figure)}</dd>
        </div>
      ))}
    </dl>
  );
};

const Problems: FC<{ upload: Upload; problems: readonly RowProblem[] }> = ({ upload, problems }) => {
  const { t } = useFrame();
  const count = upload.result?.problemCount ?? 0;
  if (count === 0) return null;
  return (
    <>
      <h2>{t('console-import-problems')}</h2>
      <Table
        caption={t('console-import-problems')}
        empty=""
        head={[
          t('console-import-row'),
          t('console-import-column'),
          t('console-import-value'),
          t('console-import-remedy'),
        ]}
        rows={problems.map(({ row, column, value, problem }) => [
          String(row),
          column === '' ? '–' : column,
          value === '' ? '–' : value,
          problem,
        ])}
      />
      <p>
        {count > problems.length && t('console-import-more', { shown: problems.length, count })}{' '}
        <a href={`/console/imports/${upload.id}/errors.csv`}>{t('console-import-errors-file')}</a>
      </p>
    </>
  );
};

const Understood: FC<{ preview: ImportPreview; ignored: readonly string[] }> = ({ preview, ignored }) => {
  const { t } = useFrame();
  return (
    <details>
      <summary>{t('console-import-columns', { used: preview.columns.length, ignored: ignored.length })}</summary>
      <Table
        caption={t('console-import-columns-caption')}
        empty=""
        head={[t('console-import-theirs'), t('console-import-ours')]}
        rows={[
          ...preview.columns.map(({ theirs, ours }) => [theirs, <code>{ours}</code>]),
          ...ignored.map((name) => [name, <span class="quiet">{t('console-import-ignored')}</span>]),
        ]}
      />
    </details>
  );
};

/** Row by row, each fact under the other: as wide as a phone, whatever the file's columns. */
const FirstRows: FC<{ preview: ImportPreview }> = ({ preview }) => {
  const { t } = useFrame();
  if (preview.first.length === 0) return null;
  return (
    <>
      <h2>{t('console-import-first')}</h2>
      {preview.first.map(({ row, values }) => (
        <details>
          <summary>
            {t('console-import-row')} {row}: {values.title ?? values.name ?? values.id}
          </summary>
          <dl class="import-facts">
            {Object.entries(values).map(([column, value]) => (
              <>
                <dt>{column}</dt>
                <dd>{value}</dd>
              </>
            ))}
          </dl>
        </details>
      ))}
    </>
  );
};
