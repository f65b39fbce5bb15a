// @ts-check
// Trains in a thread of its own, so that nobody who writes meanwhile waits for it. The thread loads the sources by itself: it cannot share
// those of the program, and they are few.
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { trainRecommender } = await import('./train.ts');
const { log, options } = workerData;
const started = performance.now();
const trained = trainRecommender(log, options);
const seconds = (performance.now() - started) / 1000;
// Handed over, not copied: a copy would hold up the thread that answers people.
parentPort?.postMessage({ trained, seconds }, buffersIn(trained.model));

/** @returns {ArrayBuffer[]} of all arrays of numbers in an object. */
function buffersIn(/** @type {object} */ object) {
  return Object.values(object).flatMap((value) => {
    if (ArrayBuffer.isView(value)) return [/** @type {ArrayBuffer} */ (value.buffer)];
    return typeof value === 'object' ? buffersIn(value) : [];
  });
}
