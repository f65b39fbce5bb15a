import { skillName } from '../discovery/index.ts';
import { otherTopic, type UnmetTopic, type UnmetWishes, unmetByWard, unmetWishes } from '../insights/index.ts';
import { wardByCode, wards } from '../places/index.ts';
import { figureColour } from './colour.ts';
import { type FigurePart, type LoadedPart, people, type Words } from './part.ts';
import { FigureTable } from './table.tsx';

/** What people wished for and nothing fitted, by subject, quarter and ward, and what was done about it. */
export const unmetPart: FigurePart = {
  name: 'unmet',
  async load(db, asked) {
    const ward = wardByCode(asked.ward ?? '');
    const wishes = await unmetWishes(db, { quarter: asked.quarter, ward: ward?.code });
    const byWard = wishes.quarter === undefined || ward !== undefined ? [] : await unmetByWard(db, wishes.quarter);
    return shown(wishes, byWard, ward?.code);
  },
};

/** A subject as people read it. */
function topicName(topic: string, { t, locale }: Words): string {
  return topic === otherTopic ? t('numbers-other-topic') : skillName({ concept: topic, name: topic }, locale);
}

/** "Quý 4/2026" of "2026-4". */
function quarterName(quarter: string, { t }: Words): string {
  const [year = '', number = ''] = quarter.split('-');
  return t('numbers-quarter-name', { quarter: number, year });
}

function shown(
  wishes: UnmetWishes,
  byWard: Awaited<ReturnType<typeof unmetByWard>>,
  ward: string | undefined,
): LoadedPart {
  const { quarter, quarters, topics } = wishes;
  const mostInWard = (topic: string): string[] =>
    byWard.filter((each) => each.topic === topic && each.ward !== '').map((each) => each.ward);
  return {
    body: (words, { file, path, answerForm, withdrawForm }) => {
      const { t } = words;
      if (quarter === undefined) return <p>{t('numbers-none')}</p>;
      return (
        <>
          <form class="filter" method="get" action={path}>
            <label>
              {t('numbers-quarter')}
              <select name="quarter">
                {quarters.toReversed().map((each) => (
                  <option value={each} selected={each === quarter}>
                    {quarterName(each, words)}
                  </option>
                ))}
              </select>
            </label>
            <label>
              {t('numbers-ward')}
              <select name="ward">
                <option value="">{t('numbers-whole-city')}</option>
                {[...wards]
                  .sort((a, b) => a.name.localeCompare(b.name, 'vi'))
                  .map(({ code, fullName }) => (
                    <option value={code} selected={code === ward}>
                      {fullName}
                    </option>
                  ))}
              </select>
            </label>
            {words.locale === 'en' && <input type="hidden" name="lang" value="en" />}
            <button type="submit">{t('numbers-show')}</button>
          </form>
          {topics.length === 0 ? (
            <p>{t('numbers-unmet-none')}</p>
          ) : (
            <>
              <TrendChart topics={topics.slice(0, 8)} quarters={quarters} words={words} />
              <FigureTable
                caption={t('numbers-unmet')}
                head={[
                  t('numbers-subject'),
                  t('numbers-people'),
                  ...(ward === undefined ? [t('numbers-where')] : []),
                  t('numbers-done'),
                  ...(answerForm === undefined ? [] : [t('numbers-answer')]),
                ]}
                rows={topics.map((each) => ({
                  cells: [
                    topicName(each.topic, words),
                    people(each.people, words),
                    ...(ward === undefined
                      ? [
                          mostInWard(each.topic)
                            .slice(0, 3)
                            .map((code) => wardByCode(code)?.fullName ?? code)
                            .join(', '),
                        ]
                      : []),
                    each.answers.map((answer) => (
                      <p>
                        {`${t('numbers-answer-kind', { kind: answer.kind })}: ${answer.note}`}{' '}
                        {withdrawForm?.(answer.id)}
                      </p>
                    )),
                    ...(answerForm === undefined ? [] : [each.topic === otherTopic ? '' : answerForm(each.topic)]),
                  ],
                }))}
              />
            </>
          )}
          <p>
            <a href={file}>{t('numbers-file')}</a>
          </p>
          <h2>{t('numbers-meaning')}</h2>
          <p>{t('numbers-unmet-meaning')}</p>
        </>
      );
    },
    rows: (words) => [
      ['quarter', 'topic', 'name', 'ward', 'ward_name', 'people'],
      ...topics.map((each) => [
        quarter ?? '',
        each.topic,
        topicName(each.topic, words),
        ward ?? '',
        ward === undefined ? words.t('numbers-whole-city') : (wardByCode(ward)?.fullName ?? ''),
        each.people,
      ]),
      ...byWard.map((each) => [
        quarter ?? '',
        each.topic,
        topicName(each.topic, words),
        each.ward,
        wardByCode(each.ward)?.fullName ?? words.t('numbers-elsewhere'),
        each.people,
      ]),
    ],
  };
}

const [rowHeight, labelWidth, dot, cellWidth] = [42, 150, 12, 44];

/** A row for each subject and a dot for each quarter, as large as many people wished, its figure below it. */
const TrendChart = ({
  topics,
  quarters,
  words,
}: {
  readonly topics: readonly UnmetTopic[];
  readonly quarters: readonly string[];
  readonly words: Words;
}) => {
  const most = Math.max(1, ...topics.flatMap(({ trend }) => trend));
  const height = topics.length * rowHeight + 24;
  const title = words.t('numbers-unmet-chart');
  const said = topics
    .map((each) => `${topicName(each.topic, words)}: ${each.trend.map((count) => people(count, words)).join(', ')}`)
    .join('; ');
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      <svg
        role="img"
        aria-label={`${title}. ${said}`}
        viewBox={`0 0 ${labelWidth + quarters.length * cellWidth} ${height}`}
        width={String(labelWidth + quarters.length * cellWidth)}
      >
        {topics.map((each, row) => (
          <g>
            <text x="0" y={String(row * rowHeight + dot + 6)} font-size="12" fill="currentColor">
              {topicName(each.topic, words).slice(0, 24)}
            </text>
            {each.trend.map((count, column) => {
              const x = String(labelWidth + column * cellWidth + cellWidth / 2);
              const y = row * rowHeight + dot + 2;
              return count === 0 ? (
                <text x={x} y={String(y + 4)} text-anchor="middle" font-size="12" fill="currentColor">
                  –
                </text>
              ) : (
                <>
                  <circle
                    cx={x}
                    cy={String(y)}
                    r={String(Math.max(3, Math.round(dot * Math.sqrt(count / most))))}
                    fill={figureColour}
                  />
                  <text x={x} y={String(y + dot + 11)} text-anchor="middle" font-size="11" fill="currentColor">
                    {people(count, words)}
                  </text>
                </>
              );
            })}
          </g>
        ))}
        {quarters.map((quarter, column) => (
          <text
            x={String(labelWidth + column * cellWidth + cellWidth / 2)}
            y={String(height - 4)}
            text-anchor="middle"
            font-size="10"
            fill="currentColor"
          >
            {`${quarter.slice(5)}/${quarter.slice(0, 4)}`}
          </text>
        ))}
      </svg>
    </figure>
  );
};
