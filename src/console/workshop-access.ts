import type { Clock, Database } from '../database/index.ts';
import { type AllowedFrom, type Moment, type Workshop, workshopById } from '../workshops/index.ts';
import type { ConsoleContext } from './pages.ts';

/** What the pages of workshops stand on. */
export interface WorkshopPagesOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly timezone: string;
  /** When people may be written to. */
  readonly allowedFrom: AllowedFrom;
  /** The address people reach us at. */
  readonly address: () => string;
  readonly hasZalo: boolean;
}

/** The organisation that bounds what somebody sees; undefined for all. Nothing has the key 0: a partner without one sees nothing. */
export function boundOf(c: ConsoleContext): number | undefined {
  return c.var.reach === 'all' ? undefined : (c.var.member.organisationId ?? 0);
}

/** The workshop of the address, if whoever asks may see it. */
export async function workshopHere(c: ConsoleContext, database: Database): Promise<Workshop | undefined> {
  const workshop = await workshopById(database.db, c.req.param('id') ?? '');
  const bound = boundOf(c);
  return bound === undefined || workshop?.organisationId === bound ? workshop : undefined;
}

/** Where the pages of a workshop are. */
export function pathOf({ id }: Pick<Workshop, 'id'>): string {
  return `/console/workshops/${encodeURIComponent(id)}`;
}

/** Now, and when people may hear of what is done now. */
export function momentOf({ clock, allowedFrom }: WorkshopPagesOptions): Moment {
  return { now: clock(), allowedFrom };
}
