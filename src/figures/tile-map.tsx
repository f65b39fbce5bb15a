import type { FC } from 'hono/jsx';
import { tileSize, wards, wardTiles } from '../places/index.ts';
import { figureColour } from './colour.ts';

interface TileMapProps {
  readonly title: string;
  /** By a ward's code; 0 is hidden. */
  readonly values: ReadonlyMap<string, number>;
  readonly say: (value: number) => string;
  /** The address of a ward's row in the table. */
  readonly rowOf: (code: string) => string;
  readonly legend: string;
}

/** Least values of the shades: steps that a small commune and the largest ward both show. */
const shades = [
  { least: 0, opacity: 0.08 },
  { least: 5, opacity: 0.22 },
  { least: 25, opacity: 0.4 },
  { least: 100, opacity: 0.6 },
  { least: 500, opacity: 1 },
] as const;

const [tile, gap] = [46, 3];

function shadeOf(value: number): number {
  return shades.findLast(({ least }) => value >= least)?.opacity ?? 0;
}

/** "Bình Quới" in at most two lines that fit a tile. */
function linesOf(name: string): string[] {
  const words = name.split(' ');
  const half = Math.ceil(words.length / 2);
  return words.length === 1 ? [name] : [words.slice(0, half).join(' '), words.slice(half).join(' ')];
}

/** A cell for each ward, as dark as many people; each leads to its row. The table says the same in figures. */
export const TileMap: FC<TileMapProps> = ({ title, values, say, rowOf, legend }) => (
  <figure class="chart tiles">
    <figcaption>{title}</figcaption>
    <svg viewBox={`0 0 ${tileSize.columns * tile} ${tileSize.rows * tile}`}>
      <title>{title}</title>
      {wards.map(({ code, name, fullName }) => {
        const at = wardTiles.get(code);
        if (at === undefined) return null;
        const value = values.get(code) ?? 0;
        const opacity = shadeOf(value);
        const [left, top] = [at.column * tile, at.row * tile];
        const lines = linesOf(name);
        return (
          <a href={rowOf(code)}>
            <title>{`${fullName}: ${say(value)}`}</title>
            <rect
              x={String(left + gap / 2)}
              y={String(top + gap / 2)}
              width={String(tile - gap)}
              height={String(tile - gap)}
              rx="4"
              fill={figureColour}
              fill-opacity={String(opacity)}
            />
            {lines.map((line, index) => (
              <text
                x={String(left + tile / 2)}
                y={String(top + tile / 2 + 3 + (index - (lines.length - 1) / 2) * 11)}
                text-anchor="middle"
                font-size={line.length > 8 ? '8' : '9.5'}
                fill={opacity === 1 ? '#ffffff' : 'var(--ink, var(--pico-color))'}
              >
                {line}
              </text>
            ))}
          </a>
        );
      })}
    </svg>
    <p class="legend">
      {legend}
      {shades.map(({ least, opacity }, index) => (
        <span>
          <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
            <rect width="14" height="14" rx="3" fill={figureColour} fill-opacity={String(opacity)} />
          </svg>
          {index === 0
            ? '< 5'
            : shades[index + 1] === undefined
              ? `≥ ${least}`
              : `${least}–${(shades[index + 1]?.least ?? 0) - 1}`}
        </span>
      ))}
    </p>
  </figure>
);
