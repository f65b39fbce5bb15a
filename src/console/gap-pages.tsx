import type { Clock, Database } from '../database/index.ts';
import type { Lessons } from '../learning/index.ts';
import { type ContentGap, closeContentGap, contentGaps } from '../tutor/index.ts';
import { leadTo } from './flash.ts';
import { Form, mayUse, page, refusal, useFrame } from './layout.tsx';
import type { ConsoleContext, Pages } from './pages.ts';
import { Table } from './table.tsx';

export interface GapPagesOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly lessons: Lessons;
}

const list = '/console/gaps';
const steps = { close: 'console-gap-close', open: 'console-gap-open' } as const;
/** The most asked come first, so that nobody reads further. */
const shown = 100;

/** What learners asked and no lesson answers: for those who write lessons, without who asked. */
export function addGapPages(pages: Pages, { database, clock, lessons }: GapPagesOptions): void {
  pages.on('GET /console/gaps', async (c) => {
    const { frame } = c.var;
    const { t } = frame;
    const closed = c.req.query('closed') !== undefined;
    const gaps = await contentGaps(database.db, { closed, limit: shown });
    const step = closed ? 'open' : 'close';
    const mayChange = mayUse(frame, `POST /console/gaps/:id/${step}`);
    const head = [t('console-gap-question'), t('console-gap-lesson'), t('console-gap-times'), t('console-gap-last')];
    return page(frame, {
      title: t('console-gaps'),
      children: (
        <>
          <h1>{t('console-gaps')}</h1>
          <p>{t('console-gaps-what')}</p>
          <p>
            {closed ? (
              <a href={list}>{t('console-gaps-open')}</a>
            ) : (
              <a href={`${list}?closed=1`}>{t('console-gaps-closed')}</a>
            )}
          </p>
          <Table
            caption={t('console-gaps')}
            head={mayChange ? [...head, ''] : head}
            empty={t(closed ? 'console-gaps-none-closed' : 'console-gaps-none')}
            rows={gaps.map((gap) => [
              gap.question,
              gap.lesson === undefined ? '' : (lessons.lesson(gap.lesson)?.title ?? gap.lesson),
              gap.times,
              <When moment={gap.lastAt} />,
              ...(mayChange ? [<Step gap={gap} step={step} />] : []),
            ])}
          />
        </>
      ),
    });
  });

  async function change(c: ConsoleContext, step: 'close' | 'open'): Promise<Response> {
    const { frame, member } = c.var;
    const id = Number(c.req.param('id'));
    if (!Number.isSafeInteger(id)) return refusal(frame, 404, 'console-no-gap');
    const found = await closeContentGap(database, id, { isClosed: step === 'close', staffId: member.id, at: clock() });
    if (found === undefined) return refusal(frame, 404, 'console-no-gap');
    return leadTo(c, step === 'close' ? list : `${list}?closed=1`, {
      key: step === 'close' ? 'console-gap-now-closed' : 'console-gap-now-open',
    });
  }

  pages.on('POST /console/gaps/:id/close', (c) => change(c, 'close'));
  pages.on('POST /console/gaps/:id/open', (c) => change(c, 'open'));

  pages.overview(async (c) => {
    if (!mayUse(c.var.frame, 'GET /console/gaps')) return [];
    const { t } = c.var.frame;
    const open = await contentGaps(database.db, { closed: false, limit: shown });
    return open.length === 0 ? [] : [{ title: t('console-gaps'), figure: open.length, href: list }];
  });
}

const When = ({ moment }: { readonly moment: Date }) => {
  const { time } = useFrame();
  return <>{time(moment)}</>;
};

const Step = ({ gap, step }: { readonly gap: ContentGap; readonly step: 'close' | 'open' }) => {
  const { t } = useFrame();
  return (
    <Form action={`${list}/${gap.id}/${step}`}>
      <button type="submit" class="secondary" aria-label={`${t(steps[step])}: ${gap.question}`}>
        {t(steps[step])}
      </button>
    </Form>
  );
};
