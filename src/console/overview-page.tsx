import type { Database } from '../database/index.ts';
import { listMembers } from '../staff/index.ts';
import { needsSecondFactor } from './account-page.tsx';
import { mayUse, page } from './layout.tsx';
import type { ConsoleContext, Pages } from './pages.ts';

/** How a channel stands, for the overview. */
export interface ChannelState {
  readonly channel: string;
  readonly state: string;
  /** Of a plan with a limit: messages this month. */
  readonly plan: { readonly used: number; readonly of: number } | undefined;
}

export interface OverviewOptions {
  readonly database: Database;
  readonly channelStates: () => Promise<readonly ChannelState[]>;
}

/** States in which nothing is wrong, and those of a channel that nobody has switched on. */
const fine = new Set(['polling', 'webhook', 'off', 'ok', 'starting']);

/** From this share of a plan on its card stands out. */
const warnShare = 0.8;

/** The first page: what waits to be done. Each part of the console adds its own cards (`Pages.overview`). */
export function addOverviewPage(pages: Pages, options: OverviewOptions): void {
  pages.overview(async (c) => {
    const { frame } = c.var;
    if (!mayUse(frame, 'GET /console/staff')) return [];
    const waiting = (await listMembers(options.database.db)).filter((member) => member.linkAskedAt !== undefined);
    if (waiting.length === 0) return [];
    return [{ title: frame.t('console-links-asked'), figure: waiting.length, href: '/console/staff' }];
  });

  pages.overview(async (c) => {
    const { t } = c.var.frame;
    if (c.var.reach !== 'all') return [];
    const states = await options.channelStates();
    return states
      .filter(({ state }) => state !== 'off')
      .map(({ channel, state, plan }) => ({
        title: channel,
        figure: state,
        text: plan === undefined ? undefined : t('console-plan', { used: plan.used, of: plan.of }),
        isAlarm: !fine.has(state) || (plan !== undefined && plan.used >= plan.of * warnShare),
      }));
  });

  pages.on('GET /console', async (c: ConsoleContext) => {
    const { frame, session } = c.var;
    const { t } = frame;
    const cards = await pages.cards(c);
    return page(frame, {
      title: t('console-overview'),
      children: (
        <>
          <h1>{t('console-overview')}</h1>
          {needsSecondFactor(session) && (
            <p class="notice alarm">
              {t('console-factor-please')} <a href="/console/account#second-factor">{t('console-factor-begin')}</a>
            </p>
          )}
          <div class="cards">
            {cards.map((card) => (
              <article class={card.isAlarm === true ? 'notice alarm' : ''}>
                <h2>{card.href === undefined ? card.title : <a href={card.href}>{card.title}</a>}</h2>
                <span class="figure">{String(card.figure)}</span>
                {card.text !== undefined && <p>{card.text}</p>}
              </article>
            ))}
          </div>
          {cards.length === 0 && <p class="quiet">{t('console-nothing-waits')}</p>}
        </>
      ),
    });
  });
}
