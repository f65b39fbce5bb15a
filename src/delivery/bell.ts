/** Lets a loop rest until there is something to do. */
export interface Bell {
  /** Ends the rest under way, or the next one before it begins. */
  ring(): void;
  /** Rests until rung or the time is over. */
  rest(milliseconds: number): Promise<void>;
}

export function createBell(): Bell {
  let rang = false;
  let wake: (() => void) | undefined;
  return {
    ring() {
      rang = true;
      wake?.();
    },
    async rest(milliseconds) {
      if (!rang) {
        await new Promise<void>((done) => {
          const timer = setTimeout(done, milliseconds);
          wake = () => {
            clearTimeout(timer);
            done();
          };
        });
      }
      wake = undefined;
      rang = false;
    },
  };
}
