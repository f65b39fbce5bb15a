import type { Translator } from '../locales/index.ts';
import type { Broadcast, BroadcastRefusal, BroadcastStatus } from '../outreach/index.ts';

/** A status in words, and a mark (a path in 16 × 16) that is told from the others without its colour. */
export const statusWords = {
  draft: { mark: 'M2 12.5V15h2.5L13 6.5 10.5 4zM11.5 3 14 5.5l1-1L12.5 2z', key: 'console-bc-draft', tone: 'quiet' },
  submitted: {
    mark: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm-1 10h2v2H7zm0-8h2v6H7z',
    key: 'console-bc-submitted',
    tone: 'waits',
  },
  scheduled: { mark: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm1 6h3v2H7V3h2z', key: 'console-bc-scheduled', tone: 'waits' },
  sending: { mark: 'M4 2l10 6-10 6z', key: 'console-bc-sending', tone: 'going' },
  paused: { mark: 'M3 2h4v12H3zM9 2h4v12H9z', key: 'console-bc-paused', tone: 'waits' },
  done: { mark: 'M2 8l2-2 3 3 6-6 2 2-8 8z', key: 'console-bc-done', tone: 'fine' },
  cancelled: { mark: 'M3 1l5 5 5-5 2 2-5 5 5 5-2 2-5-5-5 5-2-2 5-5-5-5z', key: 'console-bc-cancelled', tone: 'quiet' },
  recalled: {
    mark: 'M6 2v3h3a5 5 0 0 1 0 10H4v-2h5a3 3 0 0 0 0-6H6v3L1 6z',
    key: 'console-bc-recalled',
    tone: 'quiet',
  },
} as const satisfies Readonly<Record<BroadcastStatus, { mark: string; key: string; tone: string }>>;

export const channelWords = {
  telegram: 'console-channel-telegram',
  zalo: 'console-channel-zalo',
  web: 'console-channel-web',
} as const;

export const languageWords = { vi: 'Tiếng Việt', en: 'English' } as const;

/** Why a step was not taken, for `leadTo`: a key and what it names. */
export function refusalWords(
  t: Translator,
  refusal: BroadcastRefusal,
): { readonly key: string; readonly args?: Readonly<Record<string, string>> } {
  switch (refusal.kind) {
    case 'not_found':
      return { key: 'console-bc-none' };
    case 'wrong_state':
      return { key: 'console-bc-wrong-state', args: { status: t(statusWords[refusal.status].key) } };
    case 'own_broadcast':
      return { key: 'console-bc-own' };
    case 'not_admin':
      return { key: 'console-bc-not-admin' };
    case 'changed':
      return { key: 'console-bc-changed' };
    case 'too_late':
      return { key: 'console-bc-too-late' };
    case 'unclear_ward':
      return { key: 'console-bc-ward-unclear', args: { ward: refusal.ward } };
    case 'no_workshop':
      return { key: 'console-bc-no-workshop' };
  }
}

/** What an approval is bound to, short enough to read out. */
export function shortHash({ contentHash }: Broadcast): string {
  return contentHash?.slice(0, 8) ?? '–';
}

/** A stretch of time as people say it. */
export function durationWords(t: Translator, seconds: number): string {
  if (seconds < 60) return t('console-bc-seconds', { count: Math.max(1, Math.round(seconds)) });
  if (seconds < 5400) return t('console-bc-minutes', { count: Math.round(seconds / 60) });
  return t('console-bc-hours', { count: Math.round(seconds / 360) / 10 });
}
