import type { FC } from 'hono/jsx';
import { useFrame } from './layout.tsx';

interface ChartProps {
  /** Upper ends of the bands in days; above the last there is one more. */
  readonly bands: readonly number[];
  /** Offers by band, one more than `bands`. */
  readonly counts: readonly number[];
}

const rowHeight = 30;
const labelWidth = 115;
const barWidth = 165;
const figureWidth = 50;

/** How fresh the catalogue is: a bar a band of days since the last confirmation. The figures stand beside the bars, so that colour says nothing alone. */
export const AgeChart: FC<ChartProps> = ({ bands, counts }) => {
  const { t } = useFrame();
  const most = Math.max(1, ...counts);
  const rows = counts.map((count, band) => ({
    count,
    label: t('console-stale-band', {
      from: (bands[band - 1] ?? -1) + 1,
      to: bands[band] ?? 0,
      isLast: String(band === bands.length),
    }),
    tone: band === bands.length ? 'old' : band >= bands.length - 2 ? 'stale' : 'fresh',
  }));
  const said = rows.map(({ label, count }) => `${label}: ${count}`).join('; ');
  return (
    <figure class="ages">
      <figcaption>{t('console-stale-chart')}</figcaption>
      <svg
        role="img"
        aria-label={said}
        viewBox={`0 0 ${labelWidth + barWidth + figureWidth} ${rows.length * rowHeight}`}
      >
        {rows.map(({ count, label, tone }, row) => (
          <g>
            <text x="0" y={String(row * rowHeight + 20)}>
              {label}
            </text>
            <rect
              class={tone}
              x={String(labelWidth)}
              y={String(row * rowHeight + 5)}
              width={String(Math.round((barWidth * count) / most))}
              height={String(rowHeight - 10)}
              rx="3"
            />
            <text x={String(labelWidth + Math.round((barWidth * count) / most) + 8)} y={String(row * rowHeight + 20)}>
              {String(count)}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
};
