import {
  issueTrackCertificate,
  type LearningRecord,
  type Lesson,
  learningRecordOf,
  type Track,
  type TrackCertificate,
  type TrackFinish,
  trackCertificateByKey,
  trackFinish,
  withdrawTrackCertificate,
} from '../../learning/index.ts';
import type { Choice, OutboundMessage } from '../../message/index.ts';
import { longestCertificateName } from '../../workshops/index.ts';
import { type Answer, inPlace, type TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { isRefusal, plainWords } from '../phrases.ts';
import { day, listing, localDate } from '../words/format.ts';
import { ofWhom } from '../words/learner.ts';
import { trackTitle } from '../words/progress.ts';
import { singleLessonChoice } from './lesson-single.ts';
import { say } from './small-talk.ts';
import { keyOf, readKey } from './workshop-standing.ts';

/** How long a name typed belongs to the question. */
const questionMinutes = 15;

/** Lessons that are named where some are missing. */
const mostNamed = 4;

/** Of those, lessons that can be begun by a press. */
const mostBegun = 2;

const recordOf = ({ tx, learnerId, timezone }: TurnContext): Promise<LearningRecord> =>
  learningRecordOf(tx, learnerId, { timezone });

/** The finished tracks without a valid certificate, as choices to get one. */
export function readyChoices(context: TurnContext, record: LearningRecord): Choice[] {
  return context.lessons.tracks
    .filter((track) => trackFinish(track, record).finishedAt !== undefined && validOf(record, track.id) === undefined)
    .map((track) => certificateChoice(context, track));
}

/** The same, where the record is not at hand. */
export const earnedChoices = async (context: TurnContext): Promise<Choice[]> =>
  readyChoices(context, await recordOf(context));

/**
 * What the end of a track brings: its certificate, or what it still lacks, which can be begun at once. The lesson that has just ended
 * counts, though its end is not written yet.
 */
export async function earnedWith(
  context: TurnContext,
  track: Track,
  lesson: Lesson,
): Promise<{ readonly text: string; readonly choices: readonly Choice[] }> {
  const record = await recordOf(context);
  const finished = [
    ...record.finished.filter((each) => each.lesson !== lesson.id),
    { lesson: lesson.id, at: context.now },
  ];
  const finish = trackFinish(track, { ...record, finished });
  if (finish.finishedAt === undefined)
    return {
      text: [context.t('track-certificate-skipped'), missingInWords(context, finish)].join('\n'),
      choices: missingChoices(context, finish),
    };
  if (validOf(record, track.id) !== undefined) return { text: '', choices: [] };
  return { text: context.t('track-certificate-earned'), choices: [certificateChoice(context, track)] };
}

function certificateChoice({ offer, t, lessons, locale }: TurnContext, track: Track): Choice {
  const position = lessons.tracks.findIndex(({ id }) => id === track.id);
  return offer('cert', ['t', String(position)], t('choice-track-certificate', { title: trackTitle(locale, track) }));
}

/** Lessons that are missing, to be taken now. */
const missingChoices = (context: TurnContext, { missing }: TrackFinish): Choice[] =>
  missing.slice(0, mostBegun).map((lesson) => singleLessonChoice(context, lesson));

function validOf({ certificates }: LearningRecord, track: string): TrackCertificate | undefined {
  return certificates.find((each) => each.track === track && each.withdrawn === undefined);
}

/** `/chungnhan`: the certificates there are, those that could be, and what the others need. */
async function listCertificates(context: TurnContext): Promise<Answer> {
  const { t, lessons, locale, timezone } = context;
  const record = await recordOf(context);
  const valid = record.certificates.filter(({ withdrawn }) => withdrawn === undefined);
  const ready = readyChoices(context, record);
  const open = lessons.tracks
    .filter(({ id }) => record.tracks.some(({ track }) => track === id))
    .map((track) => trackFinish(track, record))
    .filter(({ missing }) => missing.length > 0);
  // The day's lesson does not lead back to what the first questions left out.
  const isOnlySkipped = ({ track, missing }: TrackFinish): boolean => {
    const placedAfter = record.tracks.find((each) => each.track === track.id)?.placedAfter ?? 0;
    return missing.every(({ position }) => position <= placedAfter);
  };
  const lines = [
    ...valid.map((each) =>
      t('track-certificate-line', {
        title: trackTitle(locale, each),
        code: each.code,
        day: day(localDate(each.issuedAt, timezone)),
      }),
    ),
    ...(ready.length > 0 ? [t('track-certificate-ready', { count: ready.length })] : []),
    ...open.map((finish) => missingInWords(context, finish)),
  ];
  if (lines.length === 0) return say(context, ofWhom(context, t('track-certificate-none')), [lessonChoice(context)]);
  return say(context, ofWhom(context, [t('track-certificate-title'), ...lines].join('\n')), [
    ...ready,
    ...valid.map((each) =>
      context.offer(
        'cert',
        ['s', keyOf(each.key)],
        t('choice-track-certificate-show', { title: trackTitle(locale, each) }),
      ),
    ),
    ...open
      .filter(isOnlySkipped)
      .flatMap((finish) => missingChoices(context, finish))
      .slice(0, mostBegun),
    ...(open.every(isOnlySkipped) ? [] : [lessonChoice(context)]),
  ]);
}

const lessonChoice = ({ offer, t }: TurnContext): Choice => offer('bai', [], t('choice-progress-lesson'));

function missingInWords({ t, locale }: TurnContext, { track, missing }: TrackFinish): string {
  const named = missing.slice(0, mostNamed).map(({ title }) => `“${title}”`);
  return t('track-certificate-missing', {
    title: trackTitle(locale, track),
    count: missing.length,
    more: missing.length - named.length,
    lessons: listing(locale, named),
  });
}

/** How far a learner is with a track, with the certificate that they have of it. */
interface Standing {
  readonly finish: TrackFinish;
  readonly certificate: TrackCertificate | undefined;
}

async function standingIn(context: TurnContext, position: string | undefined): Promise<Standing | undefined> {
  const track = context.lessons.tracks[Number(position)];
  if (track === undefined) return undefined;
  const record = await recordOf(context);
  return { finish: trackFinish(track, record), certificate: validOf(record, track.id) };
}

/** `t`: the certificate of a track; `s`: one there is. */
async function pressedCertificate(context: TurnContext, [what, which]: readonly string[]): Promise<Answer> {
  if (what === 't') return askName(context, which);
  const certificate = await ownCertificate(context, which);
  if (certificate === undefined) return gone(context);
  // "Giữ lại" leads here as well: the question about its name is over.
  const { question } = context.state;
  const settled = question?.kind === 'track_certificate' ? withoutQuestion(context) : context;
  return show(settled, certificate, 'track-certificate-again-shown');
}

/** Asks which name shall stand on it: whoever has the code can read it. None is an answer as well. */
async function askName(context: TurnContext, position: string | undefined): Promise<Answer> {
  const { t, locale, now, offer } = context;
  const standing = await standingIn(context, position);
  if (standing === undefined) return gone(context);
  const { finish, certificate } = standing;
  if (finish.finishedAt === undefined)
    return say(context, missingInWords(context, finish), missingChoices(context, finish));
  const title = trackTitle(locale, finish.track);
  const text =
    certificate === undefined
      ? t('track-certificate-ask', { title })
      : t('track-certificate-ask-other', { title, name: certificate.name ?? 'none' });
  const answer = say(context, ofWhom(context, text), [
    offer('certn', [String(position)], t('choice-track-certificate-nameless')),
    certificate === undefined
      ? offer('certn', [], t('choice-track-certificate-later'))
      : offer('cert', ['s', keyOf(certificate.key)], t('choice-track-certificate-keep')),
  ]);
  const until = new Date(now.getTime() + questionMinutes * 60_000).toISOString();
  return {
    ...answer,
    state: { ...context.state, question: { kind: 'track_certificate', until, data: finish.track.id } },
  };
}

function withoutQuestion(context: TurnContext): TurnContext {
  const { question: _answered, ...state } = context.state;
  return { ...context, state };
}

function answerName(context: TurnContext, text: string, data: unknown): Promise<Answer> | Answer | undefined {
  const name = text.replace(/\s+/g, ' ').trim();
  if (typeof data !== 'string' || name === '') return undefined;
  const position = context.lessons.tracks.findIndex(({ id }) => id === data);
  if (isRefusal(plainWords(text))) return notNow(context, String(position));
  if (!/\p{L}/u.test(name) || name.length > longestCertificateName) {
    return say(context, context.t('workshop-certificate-again', { most: longestCertificateName }));
  }
  return give(withoutQuestion(context), String(position), name);
}

/** "Thôi", typed: the certificate there is stays as it is. */
async function notNow(context: TurnContext, position: string): Promise<Answer> {
  const certificate = (await standingIn(context, position))?.certificate;
  return certificate === undefined
    ? later(context)
    : show(withoutQuestion(context), certificate, 'track-certificate-again-shown');
}

function later(context: TurnContext): Answer {
  return say(withoutQuestion(context), context.t('track-certificate-later'), [
    context.offer('tiendo', [], context.t('choice-progress')),
  ]);
}

/** Without a name, or not now. */
function pressedNameless(context: TurnContext, [position]: readonly string[]): Promise<Answer> | Answer {
  return position === undefined ? later(context) : give(withoutQuestion(context), position, undefined);
}

async function give(context: TurnContext, position: string, name: string | undefined): Promise<Answer> {
  const { tx, learnerId, now } = context;
  const finish = (await standingIn(context, position))?.finish;
  if (finish?.finishedAt === undefined) return gone(context);
  const { track, finishedAt } = finish;
  const certificate = await issueTrackCertificate(tx, { learnerId, track, name, finishedAt, now });
  return show(context, certificate, name === undefined ? 'track-certificate-made-nameless' : 'track-certificate-made');
}

/** The certificate as a picture, and the page on which anybody can check it. */
function show(context: TurnContext, certificate: TrackCertificate, words: string): Answer {
  const { t, locale, links, offer, lessons } = context;
  const { code, key, name = '' } = certificate;
  const title = trackTitle(locale, certificate);
  const url = links.certificate(code);
  const position = lessons.tracks.findIndex(({ id }) => id === certificate.track);
  const message: OutboundMessage = {
    text: [ofWhom(context, t(words, { title, code, name }))],
    ...(context.capabilities.pictures === 'none' || context.presentation.isLight
      ? {}
      : {
          media: {
            type: 'picture' as const,
            picture: { kind: 'certificate' as const, certificateKey: key, locale },
            alt: t('track-certificate-alt', { title, code, name: name === '' ? 'none' : name }),
          },
        }),
    choices: [
      ...(url === undefined
        ? []
        : [
            offer('cert', ['s', keyOf(key)], t('choice-workshop-certificate-open'), {
              url: locale === 'en' ? `${url}?lang=en` : url,
            }),
          ]),
      ...(position < 0 ? [] : [offer('cert', ['t', String(position)], t('choice-workshop-certificate-name'))]),
      offer('certw', [keyOf(key)], t('choice-track-certificate-withdraw')),
    ],
  };
  return { messages: [message], state: context.state };
}

/** A valid certificate of the learner's. */
async function ownCertificate(context: TurnContext, key: string | undefined): Promise<TrackCertificate | undefined> {
  const certificate = await trackCertificateByKey(context.tx, readKey(key));
  const isOwn = certificate?.learnerId === context.learnerId && certificate.withdrawn === undefined;
  return isOwn ? certificate : undefined;
}

function gone(context: TurnContext): Answer {
  return say(context, context.t('track-certificate-gone'), [
    context.offer('certl', [], context.t('choice-track-certificates')),
  ]);
}

/** Asks once more, then takes the certificate back: papers that are out cannot be called in, so their page must say it. */
async function pressedWithdraw(context: TurnContext, [key, isSure]: readonly string[]): Promise<Answer> {
  const { t, tx, now, locale, learnerId, offer } = context;
  const certificate = await ownCertificate(context, key);
  if (certificate === undefined) return gone(context);
  const title = trackTitle(locale, certificate);
  if (isSure === undefined) {
    return say(context, t('track-certificate-withdraw-ask', { title, code: certificate.code }), [
      offer('certw', [keyOf(certificate.key), 'yes'], t('choice-track-certificate-withdraw-yes')),
      offer('cert', ['s', keyOf(certificate.key)], t('choice-track-certificate-keep')),
    ]);
  }
  await withdrawTrackCertificate(tx, certificate.key, { by: 'learner', learnerId, now });
  return inPlace(
    say(context, t('track-certificate-withdrawn', { title }), [offer('certl', [], t('choice-track-certificates'))]),
  );
}

/** Certificates of finished tracks: getting one, showing it, taking it back. */
export const trackCertificatesFeature: Feature = {
  commands: { chungnhan: listCertificates, certificates: listCertificates },
  phrases: {
    'giấy chứng nhận của tôi': 'chungnhan',
    'giấy chứng nhận của mình': 'chungnhan',
    'chứng nhận của tôi': 'chungnhan',
    'chứng nhận của mình': 'chungnhan',
    'lấy giấy chứng nhận': 'chungnhan',
    'lay giay chung nhan': 'chungnhan',
    'my certificates': 'chungnhan',
  },
  presses: {
    cert: pressedCertificate,
    certl: listCertificates,
    certn: pressedNameless,
    certw: pressedWithdraw,
  },
  questions: { track_certificate: answerName },
  help: ['help-chungnhan'],
};
