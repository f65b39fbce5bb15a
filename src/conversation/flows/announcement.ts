import { z } from 'zod';
import { openHandOver } from '../../inbox/index.ts';
import { type Choice, inLocale } from '../../message/index.ts';
import { announcementOfBroadcast, sentBroadcast, vote } from '../../outreach/index.ts';
import { announcementCode } from '../announcement-code.ts';
import { broadcastOfTestCode, testCommand } from '../announcement-test.ts';
import type { Answer, TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { isRefusal, plainWords } from '../phrases.ts';
import { say } from './small-talk.ts';
import { deadline, steppedBack, tellStaff, waysOut } from './with-staff.ts';

/** How long the next text is the question to staff. */
const questionMinutes = 30;

const questionData = z.object({ broadcastId: z.number() });

/** What is pressed under an announcement: an answer of its poll, or a question to staff. */
function pressed(context: TurnContext, [what, id, choice]: readonly string[]): Answer | Promise<Answer> {
  const broadcastId = Number.parseInt(id ?? '', 36);
  if (what === 'v') return answerPoll(context, broadcastId, Number.parseInt(choice ?? '', 36));
  if (what === 't') return say(context, context.t('announcement-test-pressed'));
  return what === 'q' ? ask(context, broadcastId) : gone(context);
}

function gone(context: TurnContext): Answer {
  return say(context, context.t('announcement-gone'));
}

async function answerPoll(context: TurnContext, broadcastId: number, choice: number): Promise<Answer> {
  const { tx, accountId, now, locale, t } = context;
  if (!Number.isSafeInteger(broadcastId) || !Number.isSafeInteger(choice)) return gone(context);
  const label = await vote(tx, { broadcastId, accountId, choice, at: now });
  if (label === undefined) return gone(context);
  return say(
    context,
    t('announcement-voted', { answer: inLocale(label, locale) }),
    await answersAgain(context, broadcastId),
  );
}

/** The answers once more, where the numbers under the announcement no longer choose. */
async function answersAgain(context: TurnContext, broadcastId: number): Promise<Choice[]> {
  const { tx, locale, capabilities, offer } = context;
  if (capabilities.choices !== 'numbers') return [];
  const broadcast = await sentBroadcast(tx, broadcastId);
  return (broadcast?.choices ?? []).flatMap((choice, position) =>
    choice.kind === 'answer'
      ? [
          offer(
            announcementCode,
            ['v', broadcastId.toString(36), position.toString(36)],
            inLocale(choice.label, locale),
          ),
        ]
      : [],
  );
}

async function ask(context: TurnContext, broadcastId: number): Promise<Answer> {
  const { tx, t, now, state } = context;
  if ((await sentBroadcast(tx, broadcastId)) === undefined) return gone(context);
  const until = new Date(now.getTime() + questionMinutes * 60_000).toISOString();
  const answer = say(context, t('announcement-ask'));
  return { ...answer, state: { ...state, question: { kind: announcementCode, until, data: { broadcastId } } } };
}

/** The question, with the announcement it is about named for whoever answers it. */
async function answerInWords(context: TurnContext, text: string, data: unknown): Promise<Answer> {
  const { tx, t, learnerId, conversationId, locale, now, state } = context;
  const { question: _asked, ...rest } = state;
  const broadcast = await sentBroadcast(tx, questionData.safeParse(data).data?.broadcastId ?? 0);
  if (broadcast === undefined) return { ...gone(context), state: rest };
  if (isRefusal(plainWords(text))) return { ...say(context, t('announcement-not-asked')), state: rest };
  const about = t('announcement-about', { title: broadcast.title, id: String(broadcast.id) });
  const told = `${about}\n${text.trim()}`;
  const open = await tellStaff({ ...context, state: rest }, told);
  if (open !== undefined) return open;
  const opener = { learnerId, conversationId, locale, at: now };
  const caseId = await openHandOver(tx, opener, { text: told, consent: undefined, deadline: deadline(context) });
  return { ...say(context, t('announcement-asked'), waysOut(context, caseId)), state: steppedBack(rest, caseId) };
}

/** Shows staff in a chat of their own what people would get; whoever has no code learns nothing. */
async function test(context: TurnContext, code: string): Promise<Answer> {
  const { tx, t, now, state } = context;
  const id = broadcastOfTestCode(context.hashCode, code, now);
  const announcement = id === undefined ? undefined : await announcementOfBroadcast(tx, id);
  if (announcement === undefined) return say(context, t('announcement-test-gone'));
  const about = { text: [t('announcement-test')], choices: [] };
  return { messages: [about, context.announcement(announcement, true)], state };
}

export const announcementFeature: Feature = {
  commands: { [testCommand]: test },
  presses: { [announcementCode]: pressed },
  questions: { [announcementCode]: answerInWords },
};
