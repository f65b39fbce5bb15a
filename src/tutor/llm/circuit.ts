/** Stops calling an endpoint that keeps failing, so that people are answered at once. */
export interface Circuit {
  /** Whether a call may be made now. After a rest one call is let through; its end decides. */
  mayCall(now: number): boolean;
  succeeded(): void;
  failed(now: number): void;
}

/** So many failures within so long open it, for so long; in milliseconds. */
const failures = 5;
const within = 60_000;
const rest = 30_000;

/** @param now arguments are milliseconds that only grow */
export function createCircuit(): Circuit {
  let failedAt: number[] = [];
  let openUntil: number | undefined;
  let isTrying = false;
  return {
    mayCall(now) {
      if (openUntil === undefined) return true;
      if (now < openUntil || isTrying) return false;
      isTrying = true;
      return true;
    },
    succeeded() {
      failedAt = [];
      openUntil = undefined;
      isTrying = false;
    },
    failed(now) {
      failedAt = [...failedAt.filter((at) => now - at < within), now];
      const isOpen = isTrying || failedAt.length >= failures;
      isTrying = false;
      if (isOpen) openUntil = now + rest;
    },
  };
}
