import { z } from 'zod';
import { day, localDate } from '../conversation/index.ts';
import { reviewMonths, type StaleContent, staleCurriculum } from '../curriculum/index.ts';
import type { Clock, Database } from '../database/index.ts';
import { type Finder, skillName } from '../discovery/index.ts';
import type { Lessons } from '../learning/index.ts';
import type { Translator } from '../locales/index.ts';
import type { Locale } from '../message/index.ts';
import { smallestGroup } from '../partners/index.ts';
import { csvOf } from '../text/index.ts';
import { mayUse, page } from './layout.tsx';
import type { ConsoleContext, Pages } from './pages.ts';
import { Table } from './table.tsx';

export interface CurriculumPagesOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly timezone: string;
  readonly finder: Finder;
  readonly lessons: Lessons;
}

const list = '/console/curriculum';
const rowsOnPage = 50;
/** Each is tagged anew for the file: so many take well under a second. */
const rowsInFile = 1000;

const query = z.object({ trang: z.coerce.number().int().min(1).max(10_000).catch(1) });

/** What of the city's teaching is stale against what is wanted, with the way to ask for a change. */
export function addCurriculumPages(pages: Pages, options: CurriculumPagesOptions): void {
  const { database, clock, timezone, finder, lessons } = options;
  const look = (limit: number, offset: number) =>
    staleCurriculum({ db: database.db, finder, lessons }, { today: localDate(clock(), timezone), limit, offset });
  const names = (concepts: readonly string[], locale: Locale): string =>
    concepts.map((concept) => skillName({ concept, name: concept }, locale)).join(', ');

  pages.on('GET /console/curriculum', async (c) => {
    const { frame } = c.var;
    const { t, locale } = frame;
    const { trang } = query.parse(c.req.query());
    const found = await look(rowsOnPage, (trang - 1) * rowsOnPage);
    const format = new Intl.NumberFormat(locale === 'vi' ? 'vi-VN' : 'en-US', { maximumFractionDigits: 2 });
    const rising = (touch: StaleContent['touch']) => touch.rising.map((skill) => `${skillName(skill, locale)} ↑`);
    return page(frame, {
      title: t('console-curriculum'),
      children: (
        <>
          <h1>{t('console-curriculum')}</h1>
          <p>{t('console-curriculum-what', { months: reviewMonths })}</p>
          {found.hasSampleDemand && <p>{t('console-demand-sample')}</p>}
          <h2>{t('console-curriculum-courses')}</h2>
          {found.total > 0 && (
            <p>
              {t('console-curriculum-count', { count: found.total })}{' '}
              <a href={`${list}.csv`}>{t('console-curriculum-csv')}</a>
            </p>
          )}
          <Table
            caption={t('console-curriculum-courses')}
            head={[
              t('console-curriculum-courses'),
              t('console-organisation'),
              t('console-curriculum-reviewed'),
              t('console-curriculum-skills'),
              t('console-curriculum-openings'),
              t('console-curriculum-unmet'),
              t('console-curriculum-enrolled'),
              '',
            ]}
            empty={t('console-curriculum-none')}
            rows={found.courses.map((stale) => [
              stale.course.sample ? `${stale.course.title} ${t('course-sample-mark')}` : stale.course.title,
              stale.course.organisation,
              stale.course.reviewedOn === undefined ? t('console-curriculum-unknown') : day(stale.course.reviewedOn),
              [names(stale.skills, locale), ...rising(stale.touch)].filter((text) => text !== '').join('; '),
              format.format(stale.touch.openings),
              format.format(stale.touch.unmet),
              enrolledInWords(t, stale.enrolled),
              steps(c, stale),
            ])}
          />
          <nav class="actions" aria-label={t('console-pages')}>
            {trang > 1 && <a href={`${list}?trang=${trang - 1}`}>{t('console-page-before')}</a>}
            {found.total > trang * rowsOnPage && <a href={`${list}?trang=${trang + 1}`}>{t('console-page-after')}</a>}
          </nav>
          <h2>{t('console-curriculum-untaught')}</h2>
          <Table
            caption={t('console-curriculum-untaught')}
            head={[
              t('console-demand-skill'),
              t('console-demand-before'),
              t('console-demand-recent'),
              t('console-demand-growth'),
            ]}
            empty={t('console-curriculum-untaught-none')}
            rows={found.untaught.map((skill) => [
              skillName(skill, locale),
              format.format(skill.before),
              format.format(skill.recent),
              `× ${format.format(skill.growth)}`,
            ])}
          />
          <h2>{t('console-curriculum-tracks')}</h2>
          <p>{t('console-curriculum-tracks-what')}</p>
          <Table
            caption={t('console-curriculum-tracks')}
            head={[
              t('console-curriculum-tracks'),
              t('console-curriculum-reviewed'),
              t('console-curriculum-skills'),
              t('console-curriculum-openings'),
              t('console-curriculum-unmet'),
            ]}
            empty={t('console-curriculum-tracks-none')}
            rows={found.tracks.map(({ track, reviewedOn, isStale, skills, touch }) => [
              locale === 'en' ? track.english : track.title,
              reviewedOn === undefined
                ? t('console-curriculum-unknown')
                : isStale
                  ? t('console-curriculum-track-stale', { date: day(reviewedOn) })
                  : day(reviewedOn),
              [names(skills, locale), ...rising(touch)].filter((text) => text !== '').join('; '),
              format.format(touch.openings),
              format.format(touch.unmet),
            ])}
          />
        </>
      ),
    });
  });

  /** The request that stands, or the way to a new one; and where a review is noted. */
  function steps(c: ConsoleContext, { course, organisationId, requestId }: StaleContent) {
    const { frame } = c.var;
    const { t } = frame;
    const id = encodeURIComponent(course.id);
    return (
      <div class="actions">
        {requestId !== undefined && <a href={`${list}-requests/${requestId}`}>{t('console-curriculum-asked')}</a>}
        {requestId === undefined && mayUse(frame, 'POST /console/curriculum-requests') && (
          <a href={`${list}-requests/new?course=${id}`} aria-label={`${t('console-curriculum-ask')}: ${course.title}`}>
            {t('console-curriculum-ask')}
          </a>
        )}
        {mayUse(frame, 'POST /console/offers/:kind/:id/edit') && (
          <a
            href={`/console/offers/courses/${id}/edit?organisation=${organisationId}`}
            aria-label={`${t('console-curriculum-note-review')}: ${course.title}`}
          >
            {t('console-curriculum-note-review')}
          </a>
        )}
      </div>
    );
  }

  pages.on('GET /console/curriculum.csv', async (c) => {
    const { t, locale } = c.var.frame;
    const { courses } = await look(rowsInFile, 0);
    const head = [
      'id',
      'title',
      'organisation',
      'reviewed_on',
      'skills',
      'rising',
      'openings',
      'unmet',
      'enrolled',
      'sample',
    ];
    const rows = courses.map(({ course, skills, touch, enrolled }) => [
      course.id,
      course.title,
      course.organisation,
      course.reviewedOn ?? '',
      names(skills, locale),
      touch.rising.map((skill) => skillName(skill, locale)).join(', '),
      String(touch.openings),
      String(touch.unmet),
      enrolledInWords(t, enrolled),
      course.sample ? 'yes' : 'no',
    ]);
    c.header('Content-Disposition', 'attachment; filename="ban-hoc-curriculum.csv"');
    return c.body(csvOf([head, ...rows]), 200, { 'content-type': 'text/csv; charset=utf-8' });
  });
}

/** Of fewer than five people no number is said. */
function enrolledInWords(t: Translator, enrolled: number): string {
  return enrolled > 0 && enrolled < smallestGroup
    ? t('console-curriculum-few', { count: smallestGroup })
    : String(enrolled);
}
