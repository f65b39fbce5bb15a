import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import type { Database } from '../../src/database/index.ts';
import { findWard } from '../../src/places/index.ts';
import {
  cancelWorkshop,
  checkIn,
  createWorkshop,
  type Moment,
  registrationByCode,
  updateWorkshop,
  workshopById,
} from '../../src/workshops/index.ts';
import type { WorkshopStep } from './dialogue.ts';

const hours = (count: number): number => count * 3_600_000;

function wardCode(name: string): string {
  const found = findWard(name);
  if (found.kind !== 'found') throw new Error(`No ward is called ${name}.`);
  return found.ward.code;
}

type Given<Facts> = { [Name in keyof Facts]?: Exclude<Facts[Name], undefined> };

/** The facts that are there: one that is there without a value would take the value away. */
function given<Facts extends object>(facts: Facts): Given<Facts> {
  const there = Object.entries(facts)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, name === 'ward' ? wardCode(String(value)) : value]);
  return Object.fromEntries(there) as Given<Facts>;
}

/** Does to a workshop what a dialogue says. @param spoken replaces what the dialogue noted before */
export async function doToWorkshop(
  database: Database,
  step: WorkshopStep,
  moment: Moment,
  spoken: (text: string) => string,
): Promise<void> {
  const { now } = moment;
  const nobody = { staffId: undefined, now };
  const keyOf = async (id: string): Promise<number> => {
    const workshop = await workshopById(database.db, id);
    if (workshop === undefined) throw new Error(`There is no workshop ${id}.`);
    return workshop.key;
  };
  if ('workshop' in step) {
    const { workshop: id, title, starts, ends = new Date(starts.getTime() + hours(2)), sample, ...facts } = step;
    const made = await database.transaction((tx) =>
      createWorkshop(tx, { id, title, startsAt: starts, endsAt: ends, ...given(facts) }, nobody),
    );
    expect(made, id).toBeDefined();
    if (sample) await database.db.execute(sql`update workshop set sample = true where public_id = ${id}`);
  } else if ('change-workshop' in step) {
    const { 'change-workshop': id, starts, ends, ...facts } = step;
    const key = await keyOf(id);
    const times = starts && { startsAt: starts, endsAt: ends ?? new Date(starts.getTime() + hours(2)) };
    const changed = await database.transaction((tx) => updateWorkshop(tx, key, { ...given(facts), ...times }, moment));
    expect(changed.kind, id).toBe('updated');
  } else if ('cancel-workshop' in step) {
    const key = await keyOf(step['cancel-workshop']);
    const done = await database.transaction((tx) =>
      cancelWorkshop(tx, key, step.reason, moment, { staffId: undefined }),
    );
    expect(done.kind).toBe('cancelled');
  } else {
    const code = spoken(step['check-in']);
    const registration = await registrationByCode(database.db, code);
    const workshopKey = registration?.workshopKey ?? 0;
    const seen = await database.transaction((tx) =>
      checkIn(tx, { requestId: `door:${code}`, workshopKey, who: { code }, at: now }, nobody),
    );
    expect(seen.kind, code).toBe('checked_in');
  }
}
