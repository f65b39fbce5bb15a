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

/**
 * After the rest calls are let through again; the first that ends decides: a failure opens it at once, a success closes it.
 * @param now arguments are milliseconds that only grow
 */
export function createCircuit(): Circuit {
  let failedAt: number[] = [];
  let openUntil: number | undefined;
  return {
    mayCall: (now) => openUntil === undefined || now >= openUntil,
    succeeded() {
      failedAt = [];
      openUntil = undefined;
    },
    failed(now) {
      failedAt = [...failedAt.filter((at) => now - at < within), now];
      if (openUntil !== undefined || failedAt.length >= failures) openUntil = now + rest;
    },
  };
}
