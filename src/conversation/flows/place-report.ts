import { z } from 'zod';
import { notePlaceReport, placesByKeys, type ReportReason, reportReasons } from '../../access/index.ts';
import { withoutContacts } from '../contacts.ts';
import { type Answer, inPlace, type TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { isRefusal, plainWords } from '../phrases.ts';
import { offerTitle } from '../words/offer.ts';
import { say, topicChoices } from './small-talk.ts';
import { keyOf, readKey } from './workshop-standing.ts';

/** How long the next text says what is wrong. */
const questionMinutes = 15;

/** Longest text that is kept of what somebody says. */
const longestWords = 1000;

const questionData = z.object({ place: z.number() });

/** What typed words mean; whatever else is wrong is told in those words. */
const reasonWords: readonly (readonly [ReportReason, RegExp])[] = [
  ['hours', /(?:^| )(?:gio(?: mo cua)?|mo cua|dong som|mo tre|hours|opening)(?: |$)/],
  ['address', /(?:^| )(?:dia chi|doi cho|chuyen (?:di|cho|dia diem)|duong|address|moved)(?: |$)/],
  ['closed', /(?:^| )(?:dong cua|da dong|khong con|ngung|nghi luon|dep tiem|closed|gone)(?: |$)/],
];

/** Who looks for something else has left the question. */
const wish = /^(?:(?:em|minh|toi|tui) )?(?:muon )?(?:hoc|tim|kiem|learn|find) /;

/** Asks what is wrong with a place; a press or a few words tell. */
export async function askPlaceReport(context: TurnContext, key: number): Promise<Answer> {
  const { t, tx, now, state } = context;
  const [place] = await placesByKeys(tx, [key]);
  if (place === undefined) return say(context, t('offer-gone'), topicChoices(context));
  const answer = say(
    context,
    t('place-report-ask', { title: offerTitle(t, place.name, place.sample) }),
    reportReasons.map((reason) => context.offer('plwhy', [keyOf(key), reason], t('place-report-reason', { reason }))),
  );
  const until = new Date(now.getTime() + questionMinutes * 60_000).toISOString();
  return { ...answer, state: { ...state, question: { kind: 'place_report', until, data: { place: key } } } };
}

/** A pressed reason is kept at once; "something else" is asked for in words. */
async function pressedReason(context: TurnContext, [given, reason]: readonly string[]): Promise<Answer> {
  const key = readKey(given);
  const known = reportReasons.find((each) => each === reason) ?? 'other';
  if (known !== 'other') return keep(context, key, known, undefined);
  const asked = await askPlaceReport(context, key);
  return { ...say(context, context.t('place-report-tell')), state: asked.state };
}

async function keep(
  context: TurnContext,
  key: number,
  reason: ReportReason,
  words: string | undefined,
): Promise<Answer> {
  const { t, tx, learnerId, now } = context;
  const { question: _answered, ...state } = context.state;
  const [place] = await placesByKeys(tx, [key]);
  if (place === undefined) return { ...say(context, t('offer-gone'), topicChoices(context)), state };
  await notePlaceReport(tx, { learnerId, placeKey: key, reason, words, at: now });
  return { ...say(context, t('place-report-thanks')), state };
}

function typed(context: TurnContext, text: string, data: unknown): Answer | Promise<Answer> | undefined {
  const known = questionData.safeParse(data);
  const words = plainWords(text);
  if (!known.success || words === '' || wish.test(words)) return undefined;
  if (isRefusal(words)) {
    const { question: _answered, ...state } = context.state;
    return { ...say(context, context.t('feedback-dropped')), state };
  }
  const reason = reasonWords.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other';
  const said = withoutContacts(text).trim().slice(0, longestWords).toWellFormed();
  return keep(context, known.data.place, reason, said === '' ? undefined : said);
}

/** What is wrong with a place, for staff to set right. */
export const placeReportFeature: Feature = {
  presses: {
    plwrong: (context, [key]) => askPlaceReport(context, readKey(key)),
    plwhy: async (context, args) => inPlace(await pressedReason(context, args)),
  },
  questions: { place_report: typed },
};
