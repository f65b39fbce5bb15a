import { z } from 'zod';
import { fewestShown, monthOf, networkMonths, weakNetworks } from '../access/index.ts';
import type { Clock, Database } from '../database/index.ts';
import { TileMap } from '../figures/index.ts';
import { wardByCode } from '../places/index.ts';
import { csvOf } from '../text/index.ts';
import { cityTime } from '../time/index.ts';
import { SelectField } from './fields.tsx';
import { page } from './layout.tsx';
import type { ConsoleContext, Pages } from './pages.ts';
import { Table } from './table.tsx';

export interface NetworkPagesOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly timezone: string;
}

const list = '/console/network';
const query = z.object({
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
});

/** Where residents say that the network is weak: by ward and month, without who said so. */
export function addNetworkPages(pages: Pages, { database, clock, timezone }: NetworkPagesOptions): void {
  const { db } = database;
  const monthAsked = (c: ConsoleContext): string => {
    const { month } = query.parse(c.req.query());
    return month === undefined ? monthOf(cityTime(clock(), timezone).day) : `${month}-01`;
  };

  pages.on('GET /console/network', async (c) => {
    const { frame } = c.var;
    const { t } = frame;
    const month = monthAsked(c);
    const found = await weakNetworks(db, month);
    const months = [...new Set([month, ...(await networkMonths(db))])].sort().reverse();
    const shown = (each: string): string => `${each.slice(5, 7)}/${each.slice(0, 4)}`;
    return page(frame, {
      title: t('console-network'),
      children: (
        <>
          <h1>{t('console-network')}</h1>
          <p>{t('console-network-what', { fewest: fewestShown })}</p>
          <form class="filter" method="get">
            <SelectField
              name="month"
              label={t('console-network-month')}
              state={{ given: { month: month.slice(0, 7) }, problems: {} }}
              choices={months.map((each) => [each.slice(0, 7), shown(each)] as const)}
            />
            <button type="submit">{t('console-places-find-go')}</button>
          </form>
          <TileMap
            title={t('console-network-map', { month: shown(month) })}
            values={
              new Map(found.flatMap(({ ward, people }) => (people === undefined ? [] : [[ward, people] as const])))
            }
            say={(people) => (people === 0 ? t('console-network-hidden', { fewest: fewestShown }) : String(people))}
            rowOf={(code) => `#ward-${code}`}
            legend={t('console-network-legend')}
          />
          <p>
            <a href={`${list}.csv?month=${month.slice(0, 7)}`}>{t('console-network-csv')}</a>
          </p>
          <Table
            caption={t('console-network')}
            head={[t('console-network-ward'), t('console-network-people')]}
            empty={t('console-network-none')}
            rows={found.map(({ ward, people }) => [
              <span id={`ward-${ward}`}>{wardByCode(ward)?.fullName ?? ward}</span>,
              people ?? t('console-network-few', { fewest: fewestShown }),
            ])}
          />
        </>
      ),
    });
  });

  pages.on('GET /console/network.csv', async (c) => {
    const month = monthAsked(c);
    const rows = (await weakNetworks(db, month)).map(({ ward, people }) => [
      month.slice(0, 7),
      ward,
      wardByCode(ward)?.fullName ?? '',
      people === undefined ? `<${fewestShown}` : String(people),
    ]);
    const file = csvOf([['month', 'ward', 'name', 'people'], ...rows]);
    return c.body(file, 200, { 'content-type': 'text/csv; charset=utf-8' });
  });
}
