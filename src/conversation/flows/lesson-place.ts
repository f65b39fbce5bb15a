import { z } from 'zod';
import { enrolInTrack, type Lesson, type Placement, type Standing, type Track } from '../../learning/index.ts';
import type { Choice } from '../../message/index.ts';
import { type Answer, inPlace, type TurnContext } from '../context.ts';
import { asideIn, ask, isLookingElsewhere, optionTyped } from './lesson-ask.ts';
import { forLearner } from './lesson-show.ts';
import { beginLesson, standing } from './lesson-start.ts';
import { say } from './small-talk.ts';

/** How long a typed number answers the question. */
const openHours = 24;

const placeData = z.object({ track: z.string(), position: z.number() });

/** The subjects of lessons, those first that fit the person. */
export function chooseTrack(context: TurnContext, { tracks: taken }: Standing): Answer {
  const { t, lessons, profile, locale } = context;
  const isTeacher = profile.told.role === 'teacher';
  const rank = ({ id, audience }: Track): number => {
    const isFinished = taken.some(({ track, finishedAt }) => track.id === id && finishedAt !== undefined);
    return (isFinished ? 2 : 0) + ((audience === 'teachers') === isTeacher ? 0 : 1);
  };
  const tracks = [...lessons.tracks].sort((a, b) => rank(a) - rank(b));
  if (tracks.length === 0) return say(context, t('lesson-none-yet'));
  const lines = tracks.map((track) => `• ${titleOf(track, locale)}: ${track.about}`);
  const text = [forLearner(context, t('lesson-choose-track')), ...(context.presentation.isShort ? [] : lines)].join(
    '\n',
  );
  return say(
    context,
    text,
    tracks.map((track) => context.offer('bt', [track.id], titleOf(track, locale))),
  );
}

export function titleOf(track: Track, locale: TurnContext['locale']): string {
  return locale === 'en' ? track.english : track.title;
}

/** A subject was chosen: three questions find where to begin; who takes it already goes on. */
export async function pressedTrack(context: TurnContext, [id]: readonly string[]): Promise<Answer> {
  const track = context.lessons.track(id ?? '');
  const now = await standing(context);
  if (track === undefined) return chooseTrack(context, now);
  const isBegun = now.tracks.some((each) => each.track.id === track.id && each.isBegun);
  if (!isBegun && track.placement.length > 0) return placeIn(context, track);
  return enrolAndBegin(context, track, 0, '');
}

/** The questions that find where to begin. */
function placeIn(context: TurnContext, track: Track): Answer {
  return askPlacement(context, track, 0, context.t('lesson-place-intro', { track: titleOf(track, context.locale) }));
}

/** The next lesson of the track they are in; whom a class has put there is asked first where to begin, as others are. */
export function beginNext(context: TurnContext, at: Standing, lesson: Lesson): Answer {
  const { current } = at;
  const isNew = current?.track.id === lesson.track && !current.isBegun;
  return isNew && current.track.placement.length > 0
    ? placeIn(context, current.track)
    : beginLesson(context, at, lesson);
}

/** A question of the placement; those before it were answered right, or the learner goes on to a later one. */
export function askPlacement(context: TurnContext, track: Track, position: number, above: string): Answer {
  const { t, now, state } = context;
  const placement = track.placement[position] as Placement;
  const choice = (what: string, label: string): Choice =>
    context.offer('bp', [track.id, String(position), what], label);
  const asked = ask(context, placement.question, (at, label) => choice(String(at), label));
  const answer = say(context, `${above}\n\n${asked.text}`, [...asked.choices, choice('x', t('choice-lesson-skip'))]);
  const data: z.output<typeof placeData> = { track: track.id, position };
  const until = new Date(now.getTime() + openHours * 3_600_000).toISOString();
  return { ...answer, state: { ...state, question: { kind: 'lesson_place', until, data } } };
}

/** The answer to a question of the placement: right leads to the next one, anything else to the lesson after the last right one. */
export async function pressedPlacement(context: TurnContext, [id, at, what]: readonly string[]): Promise<Answer> {
  const track = context.lessons.track(id ?? '');
  const placement = track?.placement[Number(at)];
  if (track === undefined || placement === undefined) return chooseTrack(context, await standing(context));
  return inPlace(await placed(context, track, Number(at), what === 'x' ? undefined : Number(what)));
}

async function placed(context: TurnContext, track: Track, at: number, option: number | undefined): Promise<Answer> {
  const { t } = context;
  const placement = track.placement[at];
  const isRight = option !== undefined && placement?.question.options[option]?.isRight === true;
  const known = isRight ? at + 1 : at;
  if (isRight && known < track.placement.length) return askPlacement(context, track, known, t('lesson-place-right'));
  const placedAfter = known === 0 ? 0 : positionOf(track, track.placement[known - 1]);
  const said = option === undefined ? '' : t(isRight ? 'lesson-place-right' : 'lesson-place-here');
  return enrolAndBegin(context, track, placedAfter, said);
}

function positionOf(track: Track, placement: Placement | undefined): number {
  return track.lessons.find(({ id }) => id === placement?.lesson)?.position ?? 0;
}

/** The question that would show that more lessons than the ones up to this one are known already. */
export function placementBeyond(track: Track, lesson: Lesson): number | undefined {
  const at = track.placement.findIndex((placement) => positionOf(track, placement) > lesson.position);
  return at < 0 ? undefined : at;
}

async function enrolAndBegin(context: TurnContext, track: Track, placedAfter: number, said: string): Promise<Answer> {
  const { tx, learnerId, now, t } = context;
  await enrolInTrack(tx, learnerId, track.id, { placedAfter, now });
  const after = await standing(context);
  const open = after.run?.track === track.id ? context.lessons.lesson(after.run.lesson) : undefined;
  const lesson = open ?? after.next?.lesson;
  if (lesson === undefined) return say(context, t('lesson-track-known', { track: titleOf(track, context.locale) }));
  const from = placedAfter === 0 ? said : `${said} ${t('lesson-place-from', { position: lesson.position })}`;
  return beginLesson(context, after, lesson, from.trim());
}

/** A typed answer to a question of the placement. */
export function answerPlacement(context: TurnContext, text: string, data: unknown): Promise<Answer> | undefined {
  const read = placeData.safeParse(data).data;
  const track = context.lessons.track(read?.track ?? '');
  const placement = track?.placement[read?.position ?? -1];
  if (read === undefined || track === undefined || placement === undefined) return undefined;
  const option = optionTyped(placement.question.options, text);
  if (option !== undefined) return placed(context, track, read.position, option);
  const skips = !isLookingElsewhere(text) && (asideIn(text) === 'hint' || /^\s*b(ỏ|o) qua/iu.test(text));
  return skips ? placed(context, track, read.position, undefined) : undefined;
}
