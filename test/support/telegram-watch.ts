import type { Call, ScriptedTelegram } from './telegram/index.ts';

/**
 * Watches the calls of the bots as they arrive, before they take effect. @param note what each call is to whoever waits; none is told of an
 * undefined one
 * @returns resolves with the first of those from now on that is the last to wait for
 */
export function watchCalls<Seen>(
  telegram: ScriptedTelegram,
  note: (call: Call) => Seen | undefined,
): (isLast: (seen: Seen) => boolean) => Promise<void> {
  const listeners = new Set<(seen: Seen) => void>();
  // A fault that never fits: it is asked about every call as it arrives.
  telegram.fault(
    (call) => {
      const seen = note(call);
      if (seen !== undefined) for (const listener of [...listeners]) listener(seen);
      return false;
    },
    { kind: 'reset' },
  );
  return (isLast) =>
    new Promise((done) => {
      const listener = (seen: Seen): void => {
        if (!isLast(seen)) return;
        listeners.delete(listener);
        done();
      };
      listeners.add(listener);
    });
}
