import { type Reach, type ReachFigure, reachByWard, reachFigures, reachYears } from '../insights/index.ts';
import { wards } from '../places/index.ts';
import { type FigurePart, type LoadedPart, people } from './part.ts';
import { FigureTable } from './table.tsx';
import { TileMap } from './tile-map.tsx';

/** Whom the city reached, by ward: a tile map of one figure and the table of all. */
export const reachPart: FigurePart = {
  name: 'reach',
  async load(db, asked) {
    const years = await reachYears(db);
    const year = years.find((each) => String(each) === asked.year) ?? years[0];
    const figure = reachFigures.find((each) => each === asked.figure) ?? 'active';
    return shown(year === undefined ? undefined : await reachByWard(db, year), years, figure);
  },
};

function shown(reach: Reach | undefined, years: readonly number[], figure: ReachFigure): LoadedPart {
  const named = wards
    .map(({ code, fullName }) => ({ code, fullName, counts: reach?.wards.get(code) }))
    .sort(
      (a, b) => (b.counts?.[figure] ?? 0) - (a.counts?.[figure] ?? 0) || a.fullName.localeCompare(b.fullName, 'vi'),
    );
  return {
    body: (words, { file, path }) => {
      const { t } = words;
      if (reach === undefined) return <p>{t('numbers-none')}</p>;
      const cells = (counts: Reach['total'] | undefined) =>
        reachFigures.map((each) => people(counts?.[each] ?? 0, words));
      return (
        <>
          <form class="filter" method="get" action={path}>
            <label>
              {t('numbers-figure')}
              <select name="figure">
                {reachFigures.map((each) => (
                  <option value={each} selected={each === figure}>
                    {t('numbers-reach-figure', { figure: each })}
                  </option>
                ))}
              </select>
            </label>
            <label>
              {t('numbers-year')}
              <select name="year">
                {years.map((each) => (
                  <option value={String(each)} selected={each === reach.year}>
                    {String(each)}
                  </option>
                ))}
              </select>
            </label>
            {words.locale === 'en' && <input type="hidden" name="lang" value="en" />}
            <button type="submit">{t('numbers-show')}</button>
          </form>
          <TileMap
            title={t('numbers-reach-map', { figure, year: String(reach.year) })}
            values={new Map(wards.map(({ code }) => [code, reach.wards.get(code)?.[figure] ?? 0]))}
            say={(value) => (value === 0 ? t('numbers-hidden') : people(value, words))}
            rowOf={(code) => `#w${code}`}
            legend={t('numbers-legend')}
          />
          <p>
            <a href={file}>{t('numbers-file')}</a>
          </p>
          <FigureTable
            caption={t('numbers-reach')}
            head={[t('numbers-ward'), ...reachFigures.map((each) => t('numbers-reach-figure', { figure: each }))]}
            rows={[
              { cells: [t('numbers-total'), ...cells(reach.total)] },
              { cells: [t('numbers-elsewhere'), ...cells(reach.elsewhere)] },
              ...named.map(({ code, fullName, counts }) => ({ id: `w${code}`, cells: [fullName, ...cells(counts)] })),
            ]}
          />
          <h2>{t('numbers-meaning')}</h2>
          <p>{t('numbers-reach-meaning')}</p>
        </>
      );
    },
    rows: ({ t }) => [
      ['ward', 'name', 'year', ...reachFigures],
      ...(reach === undefined
        ? []
        : [
            ['', t('numbers-elsewhere'), reach.year, ...reachFigures.map((each) => reach.elsewhere[each])],
            ...named.map(({ code, fullName, counts }) => [
              code,
              fullName,
              reach.year,
              ...reachFigures.map((each) => counts?.[each] ?? 0),
            ]),
          ]),
    ],
  };
}
