import {
  type Application,
  applicationOfAccount,
  commentOnOrganisation,
  longestReason,
  rateOrganisation,
} from '../../applications/index.ts';
import { type Answer, inPlace, type TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { isRefusal, plainWords } from '../phrases.ts';
import { localDate } from '../words/format.ts';
import { say } from './small-talk.ts';
import { keyOf, readKey } from './workshop-standing.ts';

/** How long an answer in words belongs to the question. */
const questionMinutes = 15;

function ofOwn(
  work: (context: TurnContext, application: Application, given: string | undefined) => Promise<Answer> | Answer,
) {
  return async (context: TurnContext, [id, given]: readonly string[]): Promise<Answer> => {
    const found = await applicationOfAccount(context.tx, context.accountId, readKey(id));
    return found === undefined ? say(context, context.t('application-gone')) : work(context, found, given);
  };
}

/** Stars for the organisation by a press; "0" leaves it. */
async function rate(context: TurnContext, { id, offer }: Application, given: string | undefined): Promise<Answer> {
  const { t, tx, accountId, now, timezone } = context;
  const rating = [1, 2, 3, 4, 5].find((each) => String(each) === given);
  if (rating === undefined) return inPlace(say(context, t('internship-rate-skipped')));
  const today = localDate(now, timezone);
  if (!(await rateOrganisation(tx, accountId, id, { rating, at: now, today })))
    return say(context, t('internship-rated-before'));
  const comment = context.offer('ttnx', [keyOf(id)], t('choice-comment'));
  return inPlace(say(context, t('internship-rated', { rating, title: offer.title }), [comment]));
}

function askComment(context: TurnContext, { id, offer, feedback }: Application): Answer {
  const { t, now } = context;
  if (feedback.ofLearner === undefined) return say(context, t('application-gone'));
  const until = new Date(now.getTime() + questionMinutes * 60_000).toISOString();
  const text = t('internship-comment-ask', { organisation: offer.organisation, most: longestReason });
  return {
    ...say(context, text),
    state: { ...context.state, question: { kind: 'internship_comment', until, data: id } },
  };
}

function typedComment(context: TurnContext, text: string, data: unknown): Promise<Answer> | Answer | undefined {
  if (typeof data !== 'number' || text.trim() === '') return undefined;
  const { question: _answered, ...state } = context.state;
  const answered = { ...context, state };
  if (isRefusal(plainWords(text))) return say(answered, context.t('internship-rate-skipped'));
  return keepComment(answered, data, text);
}

async function keepComment(context: TurnContext, id: number, text: string): Promise<Answer> {
  const { t, tx, accountId } = context;
  const comment = text.normalize('NFC').replace(/\p{C}/gu, ' ').replace(/\s+/gu, ' ').trim();
  const kept = await commentOnOrganisation(tx, accountId, id, comment.slice(0, longestReason).toWellFormed());
  return say(context, t(kept ? 'internship-comment-kept' : 'application-gone'));
}

/** What an intern says of the organisation after the last day. */
export const internshipFeedbackFeature: Feature = {
  presses: { ttsao: ofOwn(rate), ttnx: ofOwn(askComment) },
  questions: { internship_comment: typedComment },
};
