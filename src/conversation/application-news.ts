import { type ApplicationNews, applicationNewsDue, noteNewsTold } from '../applications/index.ts';
import type { OutboundMessage } from '../message/index.ts';
import { type NewsWording, type RestNewsCounts, type RestNewsOptions, tellAtRest } from './rest-news.ts';

/** Tells people what was decided about their applications, and what is asked back. */
export function tellApplicationNews(options: RestNewsOptions): Promise<RestNewsCounts> {
  return tellAtRest<ApplicationNews>(
    options,
    ({ limit, skip }) =>
      applicationNewsDue(options.database.db, { limit, skip: skip.map(({ application }) => application.id) }),
    (news) => ({
      accountId: news.accountId,
      learnerId: news.application.learnerId,
      uniqueKey: `application:${news.application.id}:${news.number}`,
      write: async (_tx, wording) => inWords(wording, news),
      note: (tx) => noteNewsTold(tx, news),
    }),
  );
}

function inWords(
  { t, offer }: Pick<NewsWording, 't' | 'offer'>,
  { application, kind }: ApplicationNews,
): OutboundMessage {
  const { title, organisation } = application.offer;
  const words = (kind === 'question' ? application.question : application.decision) ?? '';
  const args = [application.id.toString(36)];
  if (kind === 'feedback') return feedbackQuestion({ t, offer }, application.id.toString(36), { title, organisation });
  return {
    text: [t('application-news', { news: kind, title, organisation, words })],
    choices: [
      ...(kind === 'question' ? [offer('dct', args, t('choice-application-answer'))] : []),
      offer('dx', args, t('choice-application-show')),
    ],
  };
}

const stars = [5, 4, 3, 2, 1] as const;

function feedbackQuestion(
  { t, offer }: Pick<NewsWording, 't' | 'offer'>,
  key: string,
  about: { readonly title: string; readonly organisation: string },
): OutboundMessage {
  return {
    text: [t('internship-feedback-ask', about)],
    choices: [
      ...stars.map((rating) => offer('ttsao', [key, String(rating)], t('choice-rate-stars', { rating }))),
      offer('ttsao', [key, '0'], t('choice-rate-skip')),
    ],
  };
}
