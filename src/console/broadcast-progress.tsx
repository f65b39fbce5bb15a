import type { FC } from 'hono/jsx';
import { streamSSE } from 'hono/streaming';
import type { Translator } from '../locales/index.ts';
import type { Broadcast, BroadcastDesk } from '../outreach/index.ts';
import { durationWords, statusWords } from './broadcast-words.ts';
import { drawn, refusal, useFrame } from './layout.tsx';
import type { ConsoleContext } from './pages.ts';

const fates = ['sent', 'failed', 'blocked', 'unconfirmed', 'skipped'] as const;
const fateWords = {
  pending: 'console-bc-pending',
  sent: 'console-bc-sent',
  failed: 'console-bc-failed',
  blocked: 'console-bc-blocked',
  unconfirmed: 'console-bc-unconfirmed',
  skipped: 'console-bc-skipped',
} as const;

/** States in which figures still move. */
export function isMoving({ status, figures }: Broadcast): boolean {
  if (status === 'scheduled' || status === 'sending' || status === 'paused') return true;
  return status === 'cancelled' && figures.pending > 0;
}

/** How far a broadcast is: a bar, the figures, and how long it still takes. */
export const Progress: FC<{ broadcast: Broadcast }> = ({ broadcast }) => {
  const { t } = useFrame();
  const { figures, isPlanning } = broadcast;
  const done = fates.reduce((sum, fate) => sum + figures[fate], 0);
  const percent = figures.recipients === 0 ? 0 : Math.floor((100 * done) / figures.recipients);
  return (
    <>
      <p>
        <strong>{t('console-bc-so-far', { done, of: figures.recipients, percent })}</strong>
        {paceText(t, broadcast)}
      </p>
      {isPlanning && <p class="quiet">{t('console-bc-planning')}</p>}
      <progress
        value={done}
        max={Math.max(1, figures.recipients)}
        aria-label={t('console-bc-so-far', { done, of: figures.recipients, percent })}
      />
      <dl class="figures">
        {(['pending', ...fates] as const).map((fate) => (
          <div>
            <dt>{t(fateWords[fate])}</dt>
            <dd>{String(figures[fate])}</dd>
          </div>
        ))}
      </dl>
    </>
  );
};

function paceText(t: Translator, { status, figures }: Broadcast): string {
  if (status !== 'sending' || figures.perSecond === 0) return '';
  const pace = ` · ${t('console-bc-pace', { pace: figures.perSecond })}`;
  if (figures.pending === 0) return pace;
  return `${pace} · ${t('console-bc-left', { time: durationWords(t, figures.pending / figures.perSecond) })}`;
}

/** The progress of a page with script: figures come by themselves, and a new state brings new buttons. */
export const LiveProgress: FC<{ broadcast: Broadcast; path: string }> = ({ broadcast, path }) => {
  const { t } = useFrame();
  if (!isMoving(broadcast)) return <Progress broadcast={broadcast} />;
  return (
    <div hx-ext="sse" sse-connect={`${path}/events?status=${broadcast.status}`} sse-close="state">
      <div sse-swap="progress">
        <Progress broadcast={broadcast} />
      </div>
      <div hx-get={path} hx-trigger="sse:state" hx-select="#broadcast" hx-target="#broadcast" hx-swap="outerHTML"></div>
      <noscript>
        <p>
          <a href={path}>{t('console-bc-refresh')}</a>
        </p>
      </noscript>
    </div>
  );
};

export interface ProgressOptions {
  readonly broadcasts: BroadcastDesk;
  /** Between two looks. */
  readonly lookEveryMs: number;
}

/** A browser asks again by itself after so many looks: whoever has been signed out since gets no more. */
const looks = 300;

/**
 * The figures as they change, at most one a second. Every event stands alone, so a connection that was lost and made again misses nothing. With
 * another status than the page shows the page is told to look again, and the stream ends.
 */
export async function progressEvents(c: ConsoleContext, id: number, options: ProgressOptions): Promise<Response> {
  const { frame } = c.var;
  const shown = c.req.query('status');
  const first = await options.broadcasts.read(id);
  if (first === undefined) return refusal(frame, 404, 'console-bc-none');
  c.header('X-Accel-Buffering', 'no');
  return streamSSE(c, async (stream) => {
    let before = '';
    let broadcast: Broadcast | undefined = first;
    for (let look = 0; look < looks && !stream.aborted && broadcast !== undefined; look++) {
      const text = drawn(frame, <Progress broadcast={broadcast} />);
      // Silence would be taken for a broken line by what stands in between: every twentieth look is told in any case.
      if (text !== before || look % 20 === 0) await stream.writeSSE({ event: 'progress', data: text });
      before = text;
      if (broadcast.status !== shown || !isMoving(broadcast)) {
        await stream.writeSSE({ event: 'state', data: broadcast.status });
        return;
      }
      await stream.sleep(options.lookEveryMs);
      // Nobody looks any more, or the server ends: then its database may be closed already.
      if (stream.aborted) return;
      broadcast = await options.broadcasts.read(id);
    }
  });
}

/** A status with its mark. */
export const Status: FC<{ broadcast: Broadcast }> = ({ broadcast }) => {
  const { t } = useFrame();
  const { mark, key, tone } = statusWords[broadcast.status];
  return (
    <span class={`status ${tone}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={mark} />
      </svg>{' '}
      {t(key)}
    </span>
  );
};
