import { notePlaceReportTold, type PlaceReportNews, placeReportNewsDue, placesByKeys } from '../access/index.ts';
import { type RestNewsCounts, type RestNewsOptions, tellAtRest } from './rest-news.ts';
import { offerTitle } from './words/offer.ts';

/** Tells people once what became of the places they reported. */
export function tellPlaceNews(options: RestNewsOptions): Promise<RestNewsCounts> {
  return tellAtRest<PlaceReportNews>(
    options,
    (look) => placeReportNewsDue(options.database.db, look),
    (news) => ({
      accountId: news.accountId,
      learnerId: news.learnerId,
      uniqueKey: `place:${news.learnerId}:${news.placeKey}:${news.reportedAt.getTime()}`,
      async write(tx, { t, offer }) {
        const [place] = await placesByKeys(tx, [news.placeKey]);
        if (place === undefined) return undefined;
        const { outcome } = news;
        const title = offerTitle(t, place.name, place.sample);
        const choices =
          outcome === 'closed' ? [] : [offer('of', ['p', place.key.toString(36)], t('choice-details-short'))];
        return { text: [t('place-report-news', { outcome, title })], choices };
      },
      note: (tx, now) => notePlaceReportTold(tx, news, now),
    }),
  );
}
