import { setMaxListeners } from 'node:events';
import type { Logger } from 'pino';

/** Work done again and again. It returns its counts, which the runner logs and hands on. */
export interface Job {
  readonly name: string;
  /** Pause after a run; shorter than `everySeconds` is never waited when a run says there is more to do. */
  readonly everySeconds: number;
  run(): Promise<Readonly<Record<string, number>>>;
}

export interface Runner {
  /** Lets running jobs end and starts no more. */
  stop(): Promise<void>;
  /** Names of jobs whose last run failed, with the problem. */
  problems(): Readonly<Record<string, string>>;
}

/**
 * Runs jobs side by side, each one never overlapping itself. A failing job is logged once per kind of problem, waits
 * longer each time up to a minute, and goes on when its cause is gone.
 */
export function startRunner(
  jobs: readonly Job[],
  options: {
    readonly logger: Logger;
    readonly describeError: (error: unknown) => string;
    readonly onCounts?: (job: string, counts: Readonly<Record<string, number>>, seconds: number) => void;
  },
): Runner {
  const stopping = new AbortController();
  // Each job that rests listens for the end; from eleven on Node would warn of a leak.
  setMaxListeners(jobs.length, stopping.signal);
  const problems = new Map<string, string>();

  function pause(seconds: number): Promise<void> {
    return new Promise((done) => {
      if (stopping.signal.aborted) return done();
      const end = (): void => {
        clearTimeout(timer);
        stopping.signal.removeEventListener('abort', end);
        done();
      };
      const timer = setTimeout(end, seconds * 1000);
      stopping.signal.addEventListener('abort', end);
    });
  }

  async function runOnce(job: Job): Promise<boolean> {
    const started = performance.now();
    try {
      const counts = await job.run();
      if (problems.delete(job.name)) options.logger.info({ job: job.name }, 'job recovered');
      options.onCounts?.(job.name, counts, (performance.now() - started) / 1000);
      if (Object.values(counts).some((count) => count > 0)) options.logger.debug({ job: job.name, ...counts }, 'job');
      return true;
    } catch (error) {
      const problem = options.describeError(error);
      if (problems.get(job.name) !== problem) options.logger.error({ job: job.name, problem }, 'job failed');
      problems.set(job.name, problem);
      return false;
    }
  }

  async function loop(job: Job): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      failures = (await runOnce(job)) ? 0 : failures + 1;
      await pause(failures === 0 ? job.everySeconds : Math.min(60, Math.max(job.everySeconds, 2 ** failures)));
    }
  }

  const loops = jobs.map(loop);
  return {
    async stop() {
      stopping.abort();
      await Promise.all(loops);
    },
    problems: () => Object.fromEntries(problems),
  };
}
