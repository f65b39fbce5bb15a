import { createLogBuilder, type InteractionLog } from '../../../src/discovery/recommendation/interaction-log.ts';
import { seeded } from '../../../src/discovery/recommendation/seeded.ts';

export function logOf(histories: readonly (readonly number[])[], items: number): InteractionLog {
  const builder = createLogBuilder();
  for (const history of histories) builder.add(history);
  return builder.finish(items);
}

/** Learners who each go through one of several paths of items one after another, with a slip now and then. */
export function pathHistories(learners: number, options: { paths: number; steps: number; seed: number }): number[][] {
  const { paths, steps, seed } = options;
  const random = seeded(seed);
  return Array.from({ length: learners }, () => {
    const path = Math.floor(random() * paths);
    const from = Math.floor(random() * (steps - 3));
    const length = 3 + Math.floor(random() * (steps - from - 2));
    return Array.from({ length }, (_, step) =>
      random() < 0.1 ? Math.floor(random() * paths * steps) : path * steps + from + step,
    );
  });
}
