import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { InteractionLog } from './interaction-log.ts';
import type { Trained, TrainingOptions } from './train.ts';

const workerPath = fileURLToPath(new URL('./training-worker.mjs', import.meta.url));

export interface TrainedInThread extends Trained {
  readonly seconds: number;
}

/**
 * Chooses and trains as `trainRecommender` does, in a thread of its own.
 * @throws what went wrong there
 */
export function trainInThread(log: InteractionLog, options: TrainingOptions): Promise<TrainedInThread> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerPath, { workerData: { log, options }, execArgv: [] });
    worker.once('error', reject);
    worker.once('message', ({ trained, seconds }: { trained: Trained; seconds: number }) =>
      resolve({ ...trained, seconds }),
    );
    worker.once('exit', (code) => reject(new Error(`the training ended with code ${code} and no result`)));
  });
}
