/** The present moment, passed in everywhere so that tests need not wait for it. */
export type Clock = () => Date;

/** The machine's clock. */
export const systemClock: Clock = () => new Date();
