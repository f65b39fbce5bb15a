import type { BatchOutcome } from '../delivery/index.ts';
import type { Translator } from '../locales/index.ts';

const outcomes: Readonly<Record<string, string>> = {
  pending: 'broadcast-outcome-pending',
  sending: 'broadcast-outcome-sending',
  sent: 'broadcast-outcome-sent',
  failed: 'broadcast-outcome-failed',
  blocked: 'broadcast-outcome-blocked',
  unconfirmed: 'broadcast-outcome-unconfirmed',
  skipped: 'broadcast-outcome-skipped',
};

const reasons: Readonly<Record<string, string>> = {
  no_consent: 'broadcast-why-no-consent',
  daily_cap: 'broadcast-why-daily-cap',
  duplicate: 'broadcast-why-duplicate',
  too_late: 'broadcast-why-too-late',
  cancelled: 'broadcast-why-cancelled',
  person_unreachable: 'broadcast-why-person-unreachable',
  throttled: 'broadcast-why-throttled',
  quota_exceeded: 'broadcast-why-quota-exceeded',
  wrong_token: 'broadcast-why-wrong-token',
  message_refused: 'broadcast-why-message-refused',
  outcome_unknown: 'broadcast-why-outcome-unknown',
  platform_failed: 'broadcast-why-platform-failed',
};

/** What became of a message, in words for staff. */
export function outcomeWords(t: Translator, { status, code }: Pick<BatchOutcome, 'status' | 'code'>): string {
  const [outcome, why] = [outcomes[status], status === 'sent' ? undefined : reasons[code ?? '']];
  return [outcome, why].flatMap((key) => (key === undefined ? [] : t(key))).join(': ');
}
