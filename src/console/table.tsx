import type { Child, FC } from 'hono/jsx';
import { useFrame } from './layout.tsx';

interface TableProps {
  /** Says what the table shows, to those who do not see it as well. */
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Child[])[];
  /** What stands there when there is nothing. */
  readonly empty: string;
}

/** A table that scrolls sideways by itself on a narrow screen. */
export const Table: FC<TableProps> = ({ caption, head, rows, empty }) => {
  if (rows.length === 0) return <p class="quiet">{empty}</p>;
  return (
    // Who has no mouse scrolls it with the keys.
    <section class="scroll" aria-label={caption} tabindex={0}>
      <table>
        <thead>
          <tr>
            {head.map((word) => (
              <th scope="col">{word}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** Leads to older rows and back to the newest, keeping the filter. @param next `before` of the next page, undefined on the last */
export const Pager: FC<{ readonly next: number | undefined }> = ({ next }) => {
  const { t, c, path } = useFrame();
  const to = (before: number | undefined): string => {
    const query = new URL(c.req.url).searchParams;
    query.delete('before');
    if (before !== undefined) query.set('before', String(before));
    return query.size === 0 ? path : `${path}?${query}`;
  };
  const isFirst = c.req.query('before') === undefined;
  if (isFirst && next === undefined) return null;
  return (
    <nav class="actions" aria-label={t('console-pages')}>
      {!isFirst && <a href={to(undefined)}>{t('console-newest')}</a>}
      {next !== undefined && (
        <a href={to(next)} rel="next">
          {t('console-older')}
        </a>
      )}
    </nav>
  );
};
