import type { Fault } from './fault.ts';

/** What became of a call. `answered`: with this status and body. `faulted`: by a scripted fault. `abandoned`: the caller hung up first. */
export type CallOutcome =
  | { readonly kind: 'pending' }
  | { readonly kind: 'answered'; readonly status: number; readonly body: string }
  | { readonly kind: 'faulted'; readonly fault: Fault['kind']; readonly tookEffect: boolean }
  | { readonly kind: 'abandoned' };

export interface Call {
  /** As the bot spelled it. */
  readonly method: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly at: Date;
  readonly outcome: CallOutcome;
}

/** A call that was wrong in itself. */
export interface Violation {
  readonly method: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly description: string;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** A call whose outcome is still to come. */
export interface OpenCall extends Call {
  outcome: CallOutcome;
}
