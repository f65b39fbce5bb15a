import { wasInDanger } from '../../inbox/index.ts';
import { agreesSince } from '../../learners/index.ts';
import type { InboundContent } from '../../message/index.ts';
import {
  distressOf,
  longestVoiceSeconds,
  type MediaFailure,
  type MediaResult,
  mediaConsentSince,
  mediaToldStatement,
  redact,
  type TutorMedia,
} from '../../tutor/index.ts';
import { consentText } from '../consent-texts.ts';
import type { Answer, TurnContext } from '../context.ts';
import { consentChoices, withConsentOffer } from './consent-offer.ts';
import { say, unsupported } from './small-talk.ts';

/** A voice message or a picture as it came. */
type SentMedia = Extract<InboundContent, { kind: 'media' }>;

/**
 * Has a voice message or a picture understood, for who agreed to that; what comes of it is told in a turn of its own (`tellMedia`). Where
 * nothing understands it, or nobody agreed, it is said that only text is read; and for two days after words of danger no machine hears anybody.
 */
export async function sendMedia(context: TurnContext, sent: SentMedia): Promise<Answer> {
  const { tx, t, learnerId, conversationId, channel, chat, locale, now } = context;
  const { what, source, seconds, caption } = sent;
  if (!context.hears[what]) return unsupported(context, what);
  const [agreed, isInDanger] = await Promise.all([
    agreesSince(tx, learnerId, 'ai_tutor', mediaConsentSince),
    wasInDanger(tx, learnerId, now),
  ]);
  if (isInDanger) return unsupported(context, what);
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
      : withWordsHeard(context, result.text, await answerWords({ kind: 'text', text: result.text }));
  const told = { kind: 'write' as const, statement: mediaToldStatement(id, context.now) };
  return { ...answer, effects: [...(answer.effects ?? []), told] };
}

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
