import { coursesByKeys } from '../catalogue/index.ts';

import type { Queryable } from '../database/index.ts';
import { noteReportTold, type ReportNews, reportNewsDue } from '../freshness/index.ts';
import type { OutboundMessage } from '../message/index.ts';
import { type NewsWording, type RestNewsCounts, type RestNewsOptions, tellAtRest } from './rest-news.ts';
import { shownTitle } from './words/course-card.ts';

/** Tells people once what became of the courses they reported. */
export function tellReportNews(options: RestNewsOptions): Promise<RestNewsCounts> {
  return tellAtRest<ReportNews>(
    options,
    (look) => reportNewsDue(options.database.db, look),
    (news) => ({
      accountId: news.accountId,
      learnerId: news.learnerId,
      uniqueKey: `report:${news.learnerId}:${news.courseKey}:${news.reportedAt.getTime()}`,
      write: (tx, wording) => inWords(tx, wording, news),
      note: (tx, now) => noteReportTold(tx, news, now),
    }),
  );
}

/** Undefined when the course has left the catalogue meanwhile: its reports have gone with it. */
async function inWords(
  tx: Queryable,
  { t, choice }: NewsWording,
  { courseKey, outcome }: ReportNews,
): Promise<OutboundMessage | undefined> {
  const [course] = await coursesByKeys(tx, [courseKey]);
  if (course === undefined) return undefined;
  const args = [course.key.toString(36)];
  return {
    text: [t('report-news', { outcome, title: shownTitle(t, course) })],
    choices:
      outcome === 'closed'
        ? [choice({ action: 'similar', args }, t('choice-similar-open'))]
        : [choice({ action: 'details', args }, t('choice-details-short'))],
  };
}
