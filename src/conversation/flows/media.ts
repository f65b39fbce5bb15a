import { wasInDanger } from '../../inbox/index.ts';
import { agreesSince } from '../../learners/index.ts';
import type { InboundContent, MediaKind } from '../../message/index.ts';
import {
  distressOf,
  longestVoiceSeconds,
  type MediaFailure,
  type MediaResult,
  mediaConsentSince,
  mediaToldStatement,
  redact,
  saysKey,
  seenInPicture,
  type TutorMedia,
} from '../../tutor/index.ts';
import { consentText } from '../consent-texts.ts';
import type { Answer, TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { consentChoices, withConsentOffer } from './consent-offer.ts';
import { answerDistress } from './distress.ts';
import { openPlace } from './lesson-open.ts';
import { say, unsupported } from './small-talk.ts';
import { answerOutside, askModel } from './tutor.ts';

/** A voice message or a picture as it came. */
type SentMedia = Extract<InboundContent, { kind: 'media' }>;

/**
 * Has a voice message or a picture understood, for who agreed to that; what comes of it is told in a turn of its own (`tellMedia`). Where
 * nothing understands it, or nobody agreed, it is said that only text is read; and for two days after words of danger no machine hears anybody.
 */
export async function sendMedia(context: TurnContext, sent: SentMedia): Promise<Answer> {
  const { t, learnerId, conversationId, channel, chat, locale, now } = context;
  const { what, source, seconds, caption } = sent;
  const agreed = await mayUnderstand(context, what);
  if (agreed === 'off') return unsupported(context, what);
  if (agreed === 'none') return withConsentOffer(context, unsupported(context, what), 'ai_tutor');
  if (agreed === 'older') return withNewerWords(context, unsupported(context, what));
  if (seconds !== undefined && seconds > longestVoiceSeconds) return say(context, tooLong(context));
  const media = {
    conversationId,
    learnerId,
    channel,
    chat,
    locale,
    what,
    source,
    caption: caption === undefined ? '' : redact(caption).text,
    seconds: seconds === undefined ? undefined : Math.round(seconds),
    askedAt: now,
  };
  // Where "typing" is shown nothing else need be said.
  const waiting = context.capabilities.answers === 'in_response' ? say(context, t('tutor-thinking')).messages : [];
  return { messages: waiting, state: context.state, effects: [{ kind: 'send_media', media }] };
}

/** Whether something may hear or see what this learner sends; `off`: nothing does, or nothing shall for two days after words of danger. */
async function mayUnderstand(
  { tx, learnerId, now, hears }: TurnContext,
  what: MediaKind,
): Promise<'agrees' | 'older' | 'none' | 'off'> {
  if (!hears[what]) return 'off';
  const [agreed, isInDanger] = await Promise.all([
    agreesSince(tx, learnerId, 'ai_tutor', mediaConsentSince),
    wasInDanger(tx, learnerId, now),
  ]);
  return isInDanger ? 'off' : agreed;
}

/** Whether the words under a picture are answered as if they were typed, and the picture is left alone. */
export async function isCaptionTyped(context: TurnContext, { what, caption = '' }: SentMedia): Promise<boolean> {
  if (caption.trimStart().startsWith('/') || context.state.withStaff !== undefined) return true;
  return distressOf(caption) !== undefined || (await mayUnderstand(context, what)) !== 'agrees';
}

/** Who agreed to words that did not speak of voice and pictures is shown those that do. */
function withNewerWords(context: TurnContext, answer: Answer): Answer {
  const [message] = answer.messages;
  if (message === undefined) return answer;
  const { t } = context;
  const words = `${consentText(t, 'ai_tutor')} ${t('consent-ask')}`;
  const asking = {
    ...message,
    text: [...message.text, '\n\n', words],
    choices: [...message.choices, ...consentChoices(context, 'ai_tutor')],
  };
  return { ...answer, messages: [asking] };
}

/**
 * Tells what was understood, once. Words of a voice message are answered like typed ones, under a line that shows them; words of danger get
 * their answer and nothing beside it.
 * @param answerWords answers the words of a voice message
 */
export async function tellMedia(
  context: TurnContext,
  media: TutorMedia & { readonly result: MediaResult },
  answerWords: (said: Extract<InboundContent, { kind: 'text' }>) => Promise<Answer>,
): Promise<Answer> {
  const { id, result } = media;
  const answer =
    result.kind === 'failed'
      ? failedAnswer(context, media, result.reason)
      : media.what === 'picture'
        ? await pictureAnswer(context, media, result.text)
        : withWordsHeard(context, result.text, await answerWords({ kind: 'text', text: result.text }));
  const told = { kind: 'write' as const, statement: mediaToldStatement(id, context.now) };
  return { ...answer, effects: [...(answer.effects ?? []), told] };
}

/**
 * Tells what is seen in a picture, as words of an AI, and puts what was asked under it to the tutor with a model; without words under it one
 * may ask. Not to who has told of danger since; words of danger in the picture are asked about; and what would tell the answer to what is being asked is not told.
 */
async function pictureAnswer(context: TurnContext, { id, caption }: TutorMedia, seen: string): Promise<Answer> {
  const { t, tx, learnerId, now } = context;
  if (await wasInDanger(tx, learnerId, now)) return { messages: [], state: context.state };
  if (distressOf(seen) !== undefined) return answerDistress(context, 'perhaps');
  const { question, place } = await openPlace(context);
  if (question !== undefined && (place.item?.hintLevel ?? 0) < 4 && saysKey(seen, { question }))
    return say(context, t('tutor-withheld'));
  const text = `${t('tutor-ai-label')}\n${t('media-seen', { seen })}`;
  const asked = caption === '' ? undefined : await askAbout(context, caption, seen);
  if (asked !== undefined) return { ...asked, messages: [...say(context, text).messages, ...asked.messages] };
  return say(context, text, [context.offer('pic', [id.toString(36)], t('choice-ask-picture'))]);
}

/** Puts a question about a picture to the tutor, which gets what was seen along with it. */
function askAbout(context: TurnContext, question: string, seen: string): Promise<Answer | undefined> {
  return askModel(context, context.t('media-question', { question, seen }), openPlace(context));
}

/** How long the question to what one would like to know about a picture waits. */
const questionMinutes = 30;

/** "Hỏi về hình này": the next text is a question about it. */
function pressedAsk(context: TurnContext, [id = '']: readonly string[]): Answer {
  const until = new Date(context.now.getTime() + questionMinutes * 60_000).toISOString();
  const answer = say(context, context.t('media-ask'));
  return {
    ...answer,
    state: { ...context.state, question: { kind: 'picture', until, data: Number.parseInt(id, 36) } },
  };
}

async function askedAbout(context: TurnContext, question: string, data: unknown): Promise<Answer> {
  const { question: _answered, ...state } = context.state;
  const open = { ...context, state };
  const seen = typeof data === 'number' ? await seenInPicture(context.tx, data, context.learnerId) : undefined;
  const asked = seen === undefined ? undefined : await askAbout(open, question, seen);
  return asked ?? answerOutside(open, question, await openPlace(open));
}

/** Questions about a picture that was seen. */
export const mediaFeature: Feature = {
  presses: { pic: pressedAsk },
  questions: { picture: askedAbout },
};

/** As much as fits on a line or two of what was heard, in characters. */
const shownCharacters = 200;

function withWordsHeard(context: TurnContext, words: string, answer: Answer): Answer {
  if (distressOf(words) !== undefined) return answer;
  const line = context.t('media-heard', { words: shortened(words.replace(/\s+/g, ' ')) });
  const [first, ...rest] = answer.messages;
  if (first === undefined) return { ...answer, messages: say(context, line).messages };
  return { ...answer, messages: [{ ...first, text: [line, '\n\n', ...first.text] }, ...rest] };
}

function shortened(words: string): string {
  return words.length <= shownCharacters
    ? words
    : `${words
        .slice(0, shownCharacters - 1)
        .toWellFormed()
        .trimEnd()}…`;
}

function failedAnswer(context: TurnContext, { what }: TutorMedia, reason: MediaFailure): Answer {
  if (reason === 'consent') return unsupported(context, what);
  return say(context, reason === 'too_long' ? tooLong(context) : context.t('media-failed', { what, reason }));
}

function tooLong({ t }: TurnContext): string {
  return t('media-too-long', { minutes: longestVoiceSeconds / 60 });
}
