import type { LearningRecord } from './learning-record.ts';
import type { Lesson, Track } from './lesson.ts';

/** How far a learner is with a track, and what a certificate still needs. */
export interface TrackFinish {
  readonly track: Track;
  /** Lessons that were gone through to their end. */
  readonly finished: number;
  /** Lessons that neither were gone through nor are shown to be known, in their order; none when the track is finished. */
  readonly missing: readonly Lesson[];
  /** When its last lesson was finished; undefined while something is missing. */
  readonly finishedAt: Date | undefined;
}

/**
 * A track is finished when each of its lessons was gone through. A lesson that the placement questions skipped counts as well once each
 * of its items was answered right: three questions let people begin further on, but are too few to certify what they never showed.
 */
export function trackFinish(track: Track, record: Pick<LearningRecord, 'finished' | 'tracks' | 'right'>): TrackFinish {
  const at = new Map(record.finished.map((each) => [each.lesson, each.at]));
  const placedAfter = record.tracks.find((each) => each.track === track.id)?.placedAfter ?? 0;
  const done = track.lessons.filter(({ id }) => at.has(id));
  const isShown = ({ position, items }: Lesson): boolean =>
    position <= placedAfter && items.every(({ id }) => record.right.has(id));
  const missing = track.lessons.filter((lesson) => !at.has(lesson.id) && !isShown(lesson));
  const times = done.map(({ id }) => at.get(id)?.getTime() ?? 0);
  return {
    track,
    finished: done.length,
    missing,
    finishedAt: missing.length === 0 && times.length > 0 ? new Date(Math.max(...times)) : undefined,
  };
}
