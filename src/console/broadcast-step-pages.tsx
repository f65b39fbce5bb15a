import { z } from 'zod';
import {
  type Broadcast,
  type BroadcastDesk,
  type BroadcastOutcome,
  broadcastLimits,
  cleanText,
  isOfLength,
  isPlain,
  outcomeWords,
} from '../outreach/index.ts';
import { csvStream } from '../text/index.ts';
import { progressEvents } from './broadcast-progress.tsx';
import { peopleOnPage, Receipt } from './broadcast-receipt.tsx';
import { channelWords, refusalWords } from './broadcast-words.ts';
import { confirmFirst } from './fields.tsx';
import { leadTo } from './flash.ts';
import { page, refusal } from './layout.tsx';
import type { ConsoleContext, Pages } from './pages.ts';

const lookEveryMs = 1000;
const longestWord = 500;

export interface StepPagesOptions {
  readonly broadcasts: BroadcastDesk;
  /** The broadcast of the address. */
  readonly found: (c: ConsoleContext) => Promise<Broadcast | undefined>;
  readonly notFound: (c: ConsoleContext) => Response;
}

const afterQuery = z.object({ after: z.coerce.number().int().min(0).max(1e15).catch(0).default(0) });

/** What is done with an announcement once it is written, and what became of it. */
export function addBroadcastSteps(pages: Pages, { broadcasts, found, notFound }: StepPagesOptions): void {
  pages.on('GET /console/broadcasts/:id/events', (c) => progressEvents(c, idOf(c), { broadcasts, lookEveryMs }));

  /** Where a step leads: back to the broadcast, told that it was done, or why not. */
  function after(c: ConsoleContext, outcome: BroadcastOutcome, done: string): Response {
    const path = `/console/broadcasts/${idOf(c)}`;
    if (outcome.ok) return leadTo(c, path, { key: done });
    if (outcome.refusal.kind === 'not_found') return notFound(c);
    if (outcome.refusal.kind === 'own_broadcast') return refusal(c.var.frame, 403, 'console-bc-own');
    return leadTo(c, path, { kind: 'problem', ...refusalWords(c.var.frame.t, outcome.refusal) });
  }

  pages.on('POST /console/broadcasts/:id/submit', async (c) =>
    after(c, await broadcasts.submit(actorOf(c), idOf(c)), 'console-bc-now-submitted'),
  );

  pages.on('POST /console/broadcasts/:id/return', async (c) =>
    after(c, await broadcasts.giveBack(actorOf(c), idOf(c), wordOf(c)), 'console-bc-now-returned'),
  );

  pages.on('POST /console/broadcasts/:id/approve', async (c) => {
    const { t } = c.var.frame;
    const broadcast = await found(c);
    if (broadcast === undefined) return notFound(c);
    const hash = String(c.var.form.get('hash') ?? '');
    if (broadcast.emergency) {
      const asked = confirmFirst(c, {
        title: t('console-bc-approve'),
        text: t('console-bc-approve-emergency', { count: broadcast.figures.recipients }),
        button: t('console-bc-approve'),
        back: `/console/broadcasts/${broadcast.id}`,
      });
      if (asked !== undefined) return asked;
    }
    const outcome = await broadcasts.approve(actorOf(c), idOf(c), hash === '' ? undefined : hash);
    return after(c, outcome, 'console-bc-now-approved');
  });

  pages.on('POST /console/broadcasts/:id/pause', async (c) =>
    after(c, await broadcasts.pause(actorOf(c), idOf(c)), 'console-bc-now-paused'),
  );

  pages.on('POST /console/broadcasts/:id/resume', async (c) =>
    after(c, await broadcasts.resume(actorOf(c), idOf(c)), 'console-bc-now-resumed'),
  );

  pages.on('POST /console/broadcasts/:id/cancel', async (c) => {
    const { t } = c.var.frame;
    const broadcast = await found(c);
    if (broadcast === undefined) return notFound(c);
    const asked = confirmFirst(c, {
      title: t('console-bc-cancel'),
      text: t('console-bc-cancel-confirm', { count: broadcast.figures.pending }),
      button: t('console-bc-cancel'),
      back: `/console/broadcasts/${broadcast.id}`,
    });
    return asked ?? after(c, await broadcasts.cancel(actorOf(c), broadcast.id), 'console-bc-now-cancelled');
  });

  pages.on('POST /console/broadcasts/:id/correct', async (c) => {
    const { t } = c.var.frame;
    const broadcast = await found(c);
    if (broadcast === undefined) return notFound(c);
    const path = `/console/broadcasts/${broadcast.id}`;
    const [vi, en] = ['text', 'text_en'].map((name) => cleanText(String(c.var.form.get(name) ?? '')));
    const isFine = (text: string): boolean => isOfLength(text, broadcastLimits.text) && isPlain(text);
    if (vi === undefined || !isFine(vi) || (en !== undefined && en !== '' && !isFine(en)))
      return leadTo(c, path, { kind: 'problem', key: 'console-bc-text-long' });
    const asked = confirmFirst(c, {
      title: t('console-bc-correct'),
      text: t('console-bc-correct-confirm', { count: broadcast.figures.sent }),
      button: t('console-bc-correct-save'),
      back: path,
    });
    if (asked !== undefined) return asked;
    const text = en === undefined || en === '' ? { vi } : { vi, en };
    return after(c, await broadcasts.correct(actorOf(c), broadcast.id, text), 'console-bc-now-corrected');
  });

  pages.on('POST /console/broadcasts/:id/recall', async (c) => {
    const { t } = c.var.frame;
    const broadcast = await found(c);
    if (broadcast === undefined) return notFound(c);
    const asked = confirmFirst(c, {
      title: t('console-bc-recall'),
      text: t('console-bc-recall-confirm', { count: broadcast.figures.sent }),
      button: t('console-bc-recall'),
      back: `/console/broadcasts/${broadcast.id}`,
    });
    return asked ?? after(c, await broadcasts.recall(actorOf(c), broadcast.id), 'console-bc-now-recalled');
  });

  pages.on('POST /console/broadcasts/:id/retry', async (c) =>
    after(c, await broadcasts.retry(actorOf(c), idOf(c)), 'console-bc-now-retried'),
  );

  pages.on('GET /console/broadcasts/:id/receipt', async (c) => {
    const { frame } = c.var;
    const { t } = frame;
    const broadcast = await found(c);
    if (broadcast === undefined) return notFound(c);
    const { after: start } = afterQuery.parse(c.req.query());
    const path = `/console/broadcasts/${broadcast.id}`;
    return page(frame, {
      title: t('console-bc-receipt'),
      children: (
        <>
          <p>
            <a href={path}>{broadcast.title}</a>
          </p>
          <h1>{t('console-bc-receipt')}</h1>
          <Receipt
            broadcast={broadcast}
            receipt={await broadcasts.receipt(broadcast, { after: start, limit: peopleOnPage })}
            path={path}
            isFirst={start === 0}
          />
        </>
      ),
    });
  });

  pages.on('GET /console/broadcasts/:id/receipt.csv', async (c) => {
    const { t } = c.var.frame;
    const broadcast = await found(c);
    if (broadcast === undefined) return notFound(c);
    async function* rows(of: Broadcast) {
      yield [t('console-bc-person'), t('console-bc-channel'), t('console-bc-outcome'), t('console-bc-at')];
      for await (const each of broadcasts.allReceipts(of))
        yield [each.id.toString(36), t(channelWords[each.channel]), outcomeWords(t, each), each.sentAt?.toISOString()];
    }
    c.header('Content-Disposition', `attachment; filename="thong-bao-${broadcast.id}.csv"`);
    return c.body(csvStream(rows(broadcast)), 200, { 'content-type': 'text/csv; charset=utf-8' });
  });
}

/** What an approver says to the author, if anything that can be shown. */
function wordOf(c: ConsoleContext): string | undefined {
  const word = cleanText(String(c.var.form.get('word') ?? ''));
  return isOfLength(word, longestWord) && isPlain(word) ? word : undefined;
}

/** Who takes a step. */
export function actorOf(c: ConsoleContext) {
  const { id, role } = c.var.member;
  return { staffId: id, role };
}

/** The id in the address; one that cannot be an id finds nothing. */
export function idOf(c: ConsoleContext): number {
  const id = c.req.param('id') ?? '';
  return /^\d{1,15}$/.test(id) ? Number(id) : 0;
}
