import type { Child, FC } from 'hono/jsx';

interface FigureTableProps {
  /** Says what the table shows. */
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly { readonly id?: string; readonly cells: readonly Child[] }[];
}

/** The figures of a chart in rows; the first cell names the row. It scrolls sideways by itself on a narrow screen. */
export const FigureTable: FC<FigureTableProps> = ({ caption, head, rows }) => (
  // Who has no mouse scrolls it with the keys.
  <section class="scroll" aria-label={caption} tabindex={0}>
    <table class="numbers">
      <thead>
        <tr>
          {head.map((word) => (
            <th scope="col">{word}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, cells: [name, ...cells] }) => (
          <tr id={id}>
            <th scope="row">{name}</th>
            {cells.map((cell) => (
              <td>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
