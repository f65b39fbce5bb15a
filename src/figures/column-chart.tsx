import type { FC } from 'hono/jsx';
import { figureColour } from './colour.ts';

interface ColumnChartProps {
  readonly title: string;
  readonly columns: readonly { readonly label: string; readonly value: number; readonly said: string }[];
}

const [height, top, bottom, columnWidth, gap] = [150, 22, 22, 58, 16];

/** A column for each year, its figure above it. The table below says the same. */
export const ColumnChart: FC<ColumnChartProps> = ({ title, columns }) => {
  const most = Math.max(1, ...columns.map(({ value }) => value));
  const width = columns.length * (columnWidth + gap) + gap;
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      <svg
        role="img"
        aria-label={`${title}: ${columns.map(({ label, said }) => `${label}: ${said}`).join('; ')}`}
        viewBox={`0 0 ${width} ${height + top + bottom}`}
        width={String(width)}
      >
        {columns.map(({ label, value, said }, index) => {
          const tall = Math.round((height * value) / most);
          const left = gap + index * (columnWidth + gap);
          const middle = String(left + columnWidth / 2);
          return (
            <g>
              <rect
                x={String(left)}
                y={String(top + height - tall)}
                width={String(columnWidth)}
                height={String(Math.max(tall, 1))}
                rx="3"
                fill={figureColour}
              />
              <text
                x={middle}
                y={String(top + height - tall - 6)}
                text-anchor="middle"
                font-size="14"
                fill="currentColor"
              >
                {said}
              </text>
              <text x={middle} y={String(top + height + 17)} text-anchor="middle" font-size="14" fill="currentColor">
                {label}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
};
