import { type HeardFigures, heardByKind, heardYears, settledWithin } from '../insights/index.ts';
import { figureColour } from './colour.ts';
import { type FigurePart, type LoadedPart, people, type Words } from './part.ts';
import { FigureTable } from './table.tsx';

/** What residents wrote to staff, who has an answer and how long it took. */
export const feedbackPart: FigurePart = {
  name: 'feedback',
  async load(db, asked) {
    const years = await heardYears(db);
    const year = years.find((each) => String(each) === asked.year) ?? years[0];
    return shown(year === undefined ? [] : await heardByKind(db, year), year, years);
  },
};

function shown(kinds: readonly HeardFigures[], year: number | undefined, years: readonly number[]): LoadedPart {
  return {
    body: (words, { file, path }) => {
      const { t } = words;
      if (year === undefined) return <p>{t('numbers-none')}</p>;
      return (
        <>
          <form class="filter" method="get" action={path}>
            <label>
              {t('numbers-year')}
              <select name="year">
                {years.map((each) => (
                  <option value={String(each)} selected={each === year}>
                    {String(each)}
                  </option>
                ))}
              </select>
            </label>
            {words.locale === 'en' && <input type="hidden" name="lang" value="en" />}
            <button type="submit">{t('numbers-show')}</button>
          </form>
          <KindsChart kinds={kinds} words={words} />
          <FigureTable
            caption={t('numbers-feedback')}
            head={[
              t('numbers-kind'),
              t('numbers-heard'),
              t('numbers-settled'),
              ...settledWithin.map((within) => t('numbers-within', { within: `days-${within}` })),
            ]}
            rows={kinds.map((each) => ({
              cells: [
                t('numbers-kind-name', { kind: each.kind }),
                people(each.people, words),
                people(each.settled, words),
                ...settledWithin.map((within) => people(each.within[within], words)),
              ],
            }))}
          />
          <p>
            <a href={file}>{t('numbers-file')}</a>
          </p>
          <h2>{t('numbers-meaning')}</h2>
          <p>{t('numbers-feedback-meaning')}</p>
        </>
      );
    },
    rows: () => [
      ['year', 'kind', 'people', 'settled', 'within_1_day', 'within_3_days', 'within_7_days', 'later'],
      ...kinds.map((each) => [
        year ?? '',
        each.kind,
        each.people,
        each.settled,
        ...settledWithin.map((within) => each.within[within]),
      ]),
    ],
  };
}

const [rowHeight, barWidth, figureWidth] = [46, 300, 60];

/** Two bars for each kind: who wrote, and within it who has an answer. */
const KindsChart = ({ kinds, words }: { readonly kinds: readonly HeardFigures[]; readonly words: Words }) => {
  const { t } = words;
  const most = Math.max(1, ...kinds.map((each) => each.people));
  const width = (count: number): string => String(Math.round((barWidth * count) / most));
  const title = t('numbers-feedback-chart');
  const said = kinds
    .map(
      (each) =>
        `${t('numbers-kind-name', { kind: each.kind })}: ${people(each.people, words)}, ${people(each.settled, words)}`,
    )
    .join('; ');
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      <svg
        role="img"
        aria-label={`${title}. ${said}`}
        viewBox={`0 0 ${barWidth + figureWidth} ${kinds.length * rowHeight}`}
        width={String(barWidth + figureWidth)}
      >
        {kinds.map((each, row) => (
          <g>
            <text x="0" y={String(row * rowHeight + 15)} font-size="13" fill="currentColor">
              {t('numbers-kind-name', { kind: each.kind })}
            </text>
            <rect
              y={String(row * rowHeight + 21)}
              width={width(each.people)}
              height="16"
              rx="3"
              fill={figureColour}
              fill-opacity="0.3"
            />
            <rect y={String(row * rowHeight + 21)} width={width(each.settled)} height="16" rx="3" fill={figureColour} />
            <text
              x={String(Number(width(each.people)) + 6)}
              y={String(row * rowHeight + 34)}
              font-size="13"
              fill="currentColor"
            >
              {people(each.people, words)}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
};
