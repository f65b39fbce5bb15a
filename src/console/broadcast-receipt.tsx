import type { FC } from 'hono/jsx';
import { type Broadcast, type BroadcastChange, outcomeWords, type ReceiptPage } from '../outreach/index.ts';
import { channelWords } from './broadcast-words.ts';
import { useFrame } from './layout.tsx';
import { Table } from './table.tsx';

/** People on one page of a receipt. */
export const peopleOnPage = 100;

interface ReceiptProps {
  readonly broadcast: Broadcast;
  readonly receipt: ReceiptPage;
  readonly path: string;
  readonly isFirst: boolean;
}

/** What became of an announcement: in sentences, by reason, and person by person without a name. */
export const Receipt: FC<ReceiptProps> = ({ broadcast, receipt, path, isFirst }) => {
  const { t, time } = useFrame();
  const { outcomes, people } = receipt;
  const last = people.at(-1);
  return (
    <>
      <ReceiptSentences broadcast={broadcast} />
      <h2>{t('console-bc-outcomes')}</h2>
      <Table
        caption={t('console-bc-outcomes')}
        head={[t('console-bc-outcome'), t('console-bc-channel'), t('console-bc-people')]}
        empty={t('console-bc-rows-gone')}
        rows={outcomes.map((each) => [outcomeWords(t, each), t(channelWords[each.channel]), String(each.people)])}
      />
      <h2>{t('console-bc-by-person')}</h2>
      <p class="quiet">{t('console-bc-nameless')}</p>
      <Table
        caption={t('console-bc-by-person')}
        head={[t('console-bc-person'), t('console-bc-channel'), t('console-bc-outcome'), t('console-bc-at')]}
        empty={t('console-bc-rows-gone')}
        rows={people.map((each) => [
          <span class="code">{each.id.toString(36)}</span>,
          t(channelWords[each.channel]),
          outcomeWords(t, each),
          each.sentAt === undefined ? '–' : time(each.sentAt),
        ])}
      />
      <nav class="actions" aria-label={t('console-pages')}>
        {!isFirst && <a href={`${path}/receipt`}>{t('console-bc-first-people')}</a>}
        {last !== undefined && people.length === peopleOnPage && (
          <a href={`${path}/receipt?after=${last.id}`} rel="next">
            {t('console-bc-more-people')}
          </a>
        )}
        <a href={`${path}/receipt.csv`}>{t('console-bc-file')}</a>
      </nav>
    </>
  );
};

/** The figures as one would tell them. */
export const ReceiptSentences: FC<{ broadcast: Broadcast }> = ({ broadcast }) => {
  const { t } = useFrame();
  const { figures } = broadcast;
  const lines = [
    ['pending', 'console-bc-told-pending'],
    ['blocked', 'console-bc-told-blocked'],
    ['failed', 'console-bc-told-failed'],
    ['unconfirmed', 'console-bc-told-unconfirmed'],
    ['skipped', 'console-bc-told-skipped'],
  ] as const;
  return (
    <p>
      {[
        t('console-bc-told-sent', { count: figures.sent, of: figures.recipients }),
        ...lines.filter(([fate]) => figures[fate] > 0).map(([fate, key]) => t(key, { count: figures[fate] })),
      ].join(' ')}
    </p>
  );
};

/** Corrections and takings back, and how far each is. */
export const Changes: FC<{ changes: readonly BroadcastChange[] }> = ({ changes }) => {
  const { t, time } = useFrame();
  if (changes.length === 0) return null;
  return (
    <section>
      <h2>{t('console-bc-changes')}</h2>
      <ul>
        {changes.map(({ kind, madeAt, messages, pending, changed, failed }) => (
          <li>
            {t(kind === 'recall' ? 'console-bc-recall-made' : 'console-bc-correct-made', { time: time(madeAt) })}{' '}
            {t('console-bc-change-figures', { messages, changed, pending, failed })}
          </li>
        ))}
      </ul>
    </section>
  );
};
