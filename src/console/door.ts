import { z } from 'zod';
import type { Database, Queryable } from '../database/index.ts';
import {
  attendeesOf,
  type CheckInOutcome,
  checkIn,
  type Registration,
  registrationByKey,
  registrationOfScan,
  undoCheckIn,
  type Workshop,
  walkIn,
} from '../workshops/index.ts';

/** The most that a door sends at once; it sends the rest after the answer. */
export const mostAtOnce = 100;

const requestId = z.string().regex(/^[\x21-\x7e]{8,100}$/);
const at = z
  .number()
  .int()
  .min(0)
  .max(4e12)
  .transform((milliseconds) => new Date(milliseconds));

/** What was done at a door, each with an id of its own: sent again, it is done once. */
const deed = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('scan'),
    id: requestId,
    at,
    code: z.string().max(100),
    admit: z.boolean().default(false),
  }),
  z.object({ kind: z.literal('walk_in'), id: requestId, at, name: z.string().max(200).default('') }),
  /** Takes back a check-in: of a person on the list, or of a deed of this door. */
  z.object({
    kind: z.literal('undo'),
    id: requestId,
    at,
    registration: z.number().int().positive().optional(),
    of: requestId.optional(),
  }),
]);
export type Deed = z.output<typeof deed>;

/** The deeds of a request; undefined for anything else. */
export function readDeeds(text: unknown): readonly Deed[] | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    return z.array(deed).max(mostAtOnce).safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** What became of a deed, by its id; `at`: when the person was checked in, perhaps at another door. */
export interface DeedResult {
  readonly id: string;
  readonly outcome: CheckInOutcome['kind'] | 'walked_in' | 'undone' | 'nothing';
  /** Whether this very deed had arrived before. */
  readonly repeated?: true;
  readonly registration?: number;
  readonly state?: Registration['state'];
  readonly at?: number;
}

/** Does what was done at a door, in its order, each in a transaction of its own. */
export async function doDeeds(
  database: Database,
  workshop: Workshop,
  deeds: readonly Deed[],
  by: { readonly staffId: number; readonly now: Date },
): Promise<DeedResult[]> {
  const results: DeedResult[] = [];
  for (const each of deeds) results.push(await database.transaction((tx) => doDeed(tx, workshop.key, each, by)));
  return results;
}

async function doDeed(
  tx: Queryable,
  workshopKey: number,
  done: Deed,
  by: { readonly staffId: number; readonly now: Date },
): Promise<DeedResult> {
  const { id } = done;
  if (done.kind === 'scan') {
    const scan = { requestId: id, workshopKey, who: { code: done.code }, at: done.at, admit: done.admit };
    const isRepeated = (await registrationOfScan(tx, scan)) !== undefined;
    const outcome = await checkIn(tx, scan, by);
    // Of somebody else's workshop nothing is told.
    if (outcome.kind === 'unknown' || outcome.kind === 'other_workshop') return { id, outcome: outcome.kind };
    return { id, outcome: outcome.kind, ...(isRepeated && { repeated: true }), ...factsOf(outcome.registration) };
  }
  if (done.kind === 'walk_in') {
    const name = done.name.normalize('NFC').replace(/\p{C}+/gu, ' ');
    const registration = await walkIn(tx, { requestId: id, workshopKey, name, at: done.at }, by);
    return registration === undefined
      ? { id, outcome: 'unknown' }
      : { id, outcome: 'walked_in', ...factsOf(registration) };
  }
  const found =
    done.registration !== undefined
      ? await registrationByKey(tx, done.registration)
      : done.of === undefined
        ? undefined
        : await registrationOfScan(tx, { workshopKey, requestId: done.of });
  if (found?.workshopKey !== workshopKey) return { id, outcome: 'nothing' };
  return { id, outcome: (await undoCheckIn(tx, found.key, by, id)) ? 'undone' : 'nothing' };
}

function factsOf({ key, state, checkedInAt }: Registration) {
  return { registration: key, state, ...(checkedInAt === undefined ? {} : { at: checkedInAt.getTime() }) };
}

/** Who may come, as a phone at the door keeps it: no names of residents, only codes and the help they need. */
export async function doorList(db: Queryable, workshop: Workshop, needsOf: (each: Registration) => string) {
  const people = (await attendeesOf(db, workshop.key)).map((each) => ({
    key: each.key,
    code: each.code,
    state: each.state,
    walkIn: each.walkIn,
    ...(each.waitingPlace === undefined ? {} : { place: each.waitingPlace }),
    ...(each.name === undefined ? {} : { name: each.name }),
    ...(each.checkedInAt === undefined ? {} : { at: each.checkedInAt.getTime() }),
    ...(needsOf(each) === '' ? {} : { needs: needsOf(each) }),
  }));
  return { capacity: workshop.capacity ?? null, people };
}
