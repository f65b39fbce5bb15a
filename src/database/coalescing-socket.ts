import { Socket } from 'node:net';

type Callback = (error?: Error | null) => void;

/**
 * A socket whose writes of one moment leave together. A system call costs as much as a small statement (0.2 ms on the
 * small machines measured), and the driver makes one for each: a turn's writes and its commit are one this way.
 */
export class CoalescingSocket extends Socket {
  #isHeld = false;

  #hold(): void {
    if (this.#isHeld) return;
    this.#isHeld = true;
    super.cork();
    // Runs when everything that was ready to run has run: whatever else wants to write now has written by then.
    process.nextTick(() => {
      this.#isHeld = false;
      super.uncork();
    });
  }

  override cork(): void {
    this.#hold();
    super.cork();
  }

  override write(chunk: Uint8Array | string, callback?: Callback): boolean;
  override write(chunk: Uint8Array | string, encoding?: BufferEncoding, callback?: Callback): boolean;
  override write(chunk: Uint8Array | string, second?: BufferEncoding | Callback, third?: Callback): boolean {
    this.#hold();
    return typeof second === 'function' ? super.write(chunk, second) : super.write(chunk, second, third);
  }
}
