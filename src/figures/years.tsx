import { figuresByYear, type YearOfFigures } from '../insights/index.ts';
import { ColumnChart } from './column-chart.tsx';
import type { FigurePart, LoadedPart, Words } from './part.ts';
import { people, whole } from './part.ts';
import { FigureTable } from './table.tsx';

/** Courses and participants by year: what the city imported, continued by what is counted here. */
export const yearsPart: FigurePart = {
  name: 'years',
  load: async (db) => shown(await figuresByYear(db)),
};

function shown(years: readonly YearOfFigures[]): LoadedPart {
  const name = ({ year, sample }: YearOfFigures, { t }: Words): string =>
    sample ? t('numbers-sample-year', { year: String(year) }) : String(year);
  return {
    body: (words, { file, isStaff }) => {
      const { t } = words;
      if (years.length === 0) return <p>{t('numbers-none')}</p>;
      const head = [t('numbers-year'), t('numbers-courses'), t('numbers-participants')];
      return (
        <>
          {years.some(({ sample }) => sample) && <p class="notice">{t('numbers-sample')}</p>}
          <div class="charts">
            <ColumnChart
              title={t('numbers-courses')}
              columns={years.map(({ year, courses }) => ({
                label: String(year),
                value: courses,
                said: whole(courses, words),
              }))}
            />
            <ColumnChart
              title={t('numbers-participants')}
              columns={years.map(({ year, participants }) => ({
                label: String(year),
                value: participants,
                said: people(participants, words),
              }))}
            />
          </div>
          <FigureTable
            caption={t('numbers-years')}
            head={[...head, t('numbers-source'), ...(isStaff ? [t('numbers-all-courses'), t('numbers-active')] : [])]}
            rows={years.map((year) => ({
              cells: [
                name(year, words),
                whole(year.courses, words),
                people(year.participants, words),
                t('numbers-source-name', { source: year.source }),
                ...(isStaff
                  ? [
                      year.allCourses === undefined ? '' : whole(year.allCourses, words),
                      year.active === undefined ? '' : people(year.active, words),
                    ]
                  : []),
              ],
            }))}
          />
          <p>
            <a href={file}>{t('numbers-file')}</a>
          </p>
          <h2>{t('numbers-meaning')}</h2>
          <p>{t('numbers-years-meaning')}</p>
        </>
      );
    },
    rows: () => [
      ['year', 'courses', 'participants', 'source', 'sample'],
      ...years.map(({ year, courses, participants, source, sample }) => [
        year,
        courses,
        participants,
        source,
        sample ? 'yes' : 'no',
      ]),
    ],
  };
}
