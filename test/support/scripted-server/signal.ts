/** Tells waiters that something changed; each then looks for itself. */
export interface Signal {
  notify(): void;
  /** Returns what ends the subscription. */
  subscribe(listener: () => void): () => void;
}

export function createSignal(): Signal {
  const listeners = new Set<() => void>();
  return {
    notify: () => {
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Waits for a result of `attempt`, tried at once and after each signal. Fails after the time with the words of `describe`. */
export function waitFor<Result>(
  signal: Signal,
  attempt: () => Result | undefined,
  options: { readonly timeoutMs: number; readonly describe: () => string; readonly closed: AbortSignal },
): Promise<Result> {
  return new Promise((done, fail) => {
    const end = (): void => {
      clearTimeout(timer);
      unsubscribe();
      options.closed.removeEventListener('abort', onClose);
    };
    const tryNow = (): void => {
      const result = attempt();
      if (result === undefined) return;
      end();
      done(result);
    };
    const give = (why: string) => (): void => {
      end();
      fail(new Error(`${why} while waiting for ${options.describe()}`));
    };
    const onClose = give('The server was closed');
    const timer = setTimeout(give(`${options.timeoutMs} ms passed`), options.timeoutMs);
    const unsubscribe = signal.subscribe(tryNow);
    options.closed.addEventListener('abort', onClose);
    if (options.closed.aborted) onClose();
    else tryNow();
  });
}
