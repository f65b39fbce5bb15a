import type { ContentProblem } from './content-problem.ts';
import type { Track } from './lesson.ts';
import { optionOf } from './lesson-file.ts';
import { trackHead } from './lesson-schema.ts';
import { readYaml } from './yaml-file.ts';

/** A track without its lessons; missing when there are problems. */
export interface ReadTrack {
  readonly track: Omit<Track, 'lessons'> | undefined;
  readonly problems: readonly ContentProblem[];
  /** The lines of the lessons that the placement questions name. */
  readonly placementLines: readonly number[];
}

/** Reads a track.yaml as docs/lessons.md describes it. Never throws, whatever the text. */
export function readTrackFile(file: string, source: string, id: string): ReadTrack {
  const { value, problems, lineOf } = readYaml(source, { file }, trackHead);
  if (value === undefined) return { track: undefined, problems, placementLines: [] };
  const placement = value.placement.map(({ question, options, lesson }) => ({
    question: { kind: 'choice' as const, question, options: options.map(optionOf), giveaways: [] },
    lesson,
  }));
  return {
    track: { ...value, id, placement },
    problems,
    placementLines: placement.map((_, index) => lineOf(['placement', index, 'lesson'])),
  };
}
