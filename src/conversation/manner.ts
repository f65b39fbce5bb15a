import type { Told } from '../learners/index.ts';
import { createTranslator, type Manner } from '../locales/index.ts';
import type { TurnContext } from './context.ts';

/** How much one answer shows. */
export interface Presentation {
  /** Courses in one list: more than four at once is not read on a phone. */
  readonly coursesAtOnce: number;
  /** Alternatives where nothing fits. */
  readonly nearAtOnce: number;
  /** Price, time and place only, one choice a course, no hints below. */
  readonly isShort: boolean;
  /** Lines a course may say of why it is there and what it misses. */
  readonly reasonsAtMost: number;
  /** Spares data: no pictures, and pages that load less. */
  readonly isLight: boolean;
}

/** One thing at a time for whoever wants easy words, few bytes for whoever has little data, else a list of four with everything. */
export function presentationOf({ data, speech }: Told): Presentation {
  const isSimple = speech === 'simple';
  const isLight = data === 'low';
  const isShort = isSimple || isLight;
  return {
    coursesAtOnce: isShort ? 2 : 4,
    nearAtOnce: isShort ? 2 : 3,
    isShort,
    reasonsAtMost: isSimple ? 1 : isLight ? 2 : Number.POSITIVE_INFINITY,
    isLight,
  };
}

/** How a learner wants to be spoken to. */
export function mannerOf({ address, speech, phone }: Told): Manner {
  return { address, isSimple: speech === 'simple', phone };
}

/** The turn as it goes on once something more is known of the learner. */
export function knowing(context: TurnContext, told: Told): TurnContext {
  return {
    ...context,
    profile: { ...context.profile, told },
    t: createTranslator(context.locale, mannerOf(told)),
    presentation: presentationOf(told),
  };
}
