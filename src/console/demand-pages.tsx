import type { FC } from 'hono/jsx';
import { type Finder, type SkillTrend, skillName } from '../discovery/index.ts';
import { csvOf } from '../text/index.ts';
import { page, useFrame } from './layout.tsx';
import type { Pages } from './pages.ts';
import { Table } from './table.tsx';

export interface DemandPagesOptions {
  readonly finder: Finder;
}

/** Skills that the page lists; the file has all. */
const shown = 60;

/** Rising skills that are drawn. */
const drawn = 8;

/** What openings ask for: skills by how the demand for them moved, beside the courses that teach them. */
export function addDemandPages(pages: Pages, { finder }: DemandPagesOptions): void {
  const courses = ({ concept }: SkillTrend): number => (concept === undefined ? 0 : finder.coursesTeaching(concept));

  pages.on('GET /console/demand', (c) => {
    const { frame } = c.var;
    const { t, locale } = frame;
    const { months, skills } = finder.demand;
    const rising = skills.filter(({ isRising }) => isRising).slice(0, drawn);
    return page(frame, {
      title: t('console-demand'),
      children: (
        <>
          <h1>{t('console-demand')}</h1>
          <p>{t('console-demand-what')}</p>
          {skills.some(({ sample }) => sample) && <p>{t('console-demand-sample')}</p>}
          {rising.length > 0 && <RisingChart months={months} skills={rising} />}
          {skills.length > 0 && (
            <p>
              <a href="/console/demand.csv">{t('console-demand-csv')}</a>
            </p>
          )}
          <Table
            caption={t('console-demand')}
            head={[
              t('console-demand-skill'),
              t('console-demand-before'),
              t('console-demand-recent'),
              t('console-demand-growth'),
              t('console-demand-courses'),
            ]}
            empty={t('console-demand-none')}
            rows={skills
              .slice(0, shown)
              .map((skill) => [
                `${skillName(skill, locale)}${skill.isRising ? ' ↑' : ''}`,
                skill.before,
                skill.recent,
                `× ${skill.growth}`,
                courses(skill),
              ])}
          />
        </>
      ),
    });
  });

  pages.on('GET /console/demand.csv', (c) => {
    const { locale } = c.var.frame;
    const { months, skills } = finder.demand;
    const head = [
      'skill',
      ...months.map((month) => month.slice(0, 7)),
      'before',
      'recent',
      'growth',
      'rising',
      'courses',
      'sample',
    ];
    const rows = skills.map((skill) => [
      skillName(skill, locale),
      ...skill.months.map(String),
      String(skill.before),
      String(skill.recent),
      String(skill.growth),
      skill.isRising ? 'yes' : 'no',
      String(courses(skill)),
      skill.sample ? 'yes' : 'no',
    ]);
    return c.body(csvOf([head, ...rows]), 200, { 'content-type': 'text/csv; charset=utf-8' });
  });
}

const [barHeight, rowHeight, labelWidth, barWidth] = [9, 26, 220, 360];

/** Two bars for each rising skill: the three months before in grey, the three newest ones in colour. The table says the same in numbers. */
const RisingChart: FC<{ months: readonly string[]; skills: readonly SkillTrend[] }> = ({ months, skills }) => {
  const { t, locale } = useFrame();
  const most = Math.max(1, ...skills.flatMap(({ before, recent }) => [before, recent]));
  const width = (count: number): number => Math.round((barWidth * count) / most);
  const height = skills.length * rowHeight;
  const label = t('console-demand-chart', {
    from: months[0]?.slice(0, 7) ?? '',
    until: months.at(-1)?.slice(0, 7) ?? '',
  });
  return (
    <figure>
      <svg viewBox={`0 0 ${labelWidth + barWidth + 60} ${height}`} width="100%" role="img" aria-label={label}>
        {skills.map((skill, row) => (
          <g transform={`translate(0 ${row * rowHeight})`}>
            <text x={labelWidth - 8} y={15} text-anchor="end" font-size="13" fill="currentColor">
              {skillName(skill, locale).slice(0, 30)}
            </text>
            <rect x={labelWidth} y={2} width={width(skill.before)} height={barHeight} fill="#9aa5b1" />
            <rect x={labelWidth} y={2 + barHeight} width={width(skill.recent)} height={barHeight} fill="#0b6bcb" />
            <text x={labelWidth + width(skill.recent) + 6} y={19} font-size="12" fill="currentColor">
              {skill.recent}
            </text>
          </g>
        ))}
      </svg>
      <figcaption>{label}</figcaption>
    </figure>
  );
};
