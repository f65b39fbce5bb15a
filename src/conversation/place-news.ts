import {
  type LoanNews,
  loanByKey,
  loanNewsDue,
  noteLoanNewsTold,
  notePlaceReportTold,
  type PlaceReportNews,
  placeReportNewsDue,
  placesByKeys,
} from '../access/index.ts';
import { cityTime } from '../time/index.ts';
import { deviceName, loanChoices, loanInWords } from './flows/loans.ts';
import { type RestNewsCounts, type RestNewsOptions, tellAtRest } from './rest-news.ts';
import { day } from './words/format.ts';
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

/** Tells borrowers that it is their turn, that a device is due, and that it is late. */
export function tellLoanNews(options: RestNewsOptions): Promise<RestNewsCounts> {
  const { database, clock, timezone } = options;
  const today = (): string => cityTime(clock(), timezone).day;
  return tellAtRest<LoanNews>(
    options,
    (look) => loanNewsDue(database.db, { ...look, day: today() }),
    (news) => ({
      accountId: news.accountId,
      learnerId: news.learnerId,
      uniqueKey: `loan:${news.loanKey}:${news.kind}:${news.version}`,
      async write(tx, { t, offer }) {
        const loan = await loanByKey(tx, news.loanKey);
        const [place] = loan === undefined ? [] : await placesByKeys(tx, [loan.placeKey]);
        if (loan === undefined || place === undefined) return undefined;
        const { kind } = news;
        const text =
          kind === 'turn'
            ? loanInWords({ t, timezone }, loan, place)
            : t('loan-news', {
                kind,
                device: deviceName(t, loan.device),
                place: place.name,
                date: day(loan.dueOn ?? ''),
              });
        return {
          text: [text],
          choices: kind === 'turn_over' || kind === 'late' ? [] : loanChoices({ t, offer }, loan),
        };
      },
      note: (tx, now) => noteLoanNewsTold(tx, news, { now, day: today() }),
    }),
  );
}
