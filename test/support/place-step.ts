import { expect } from 'vitest';
import { createPlaceDesk } from '../../src/access/index.ts';
import type { Database } from '../../src/database/index.ts';
import type { TestApplication } from './application.ts';
import type { PlaceStep } from './dialogue.ts';
import { addStaff } from './staff.ts';

/** Staff set a place right, close it, or note that it is as it says. */
export async function doToPlace(
  { time, finder }: TestApplication,
  database: Database,
  { place, staff, hours }: PlaceStep,
): Promise<void> {
  const desk = createPlaceDesk({ database, clock: () => time.now, timezone: 'Asia/Ho_Chi_Minh' });
  const { id } = await addStaff(database, 'editor', { email: `${place}-${staff}@thanhpho.example` });
  const outcome =
    staff === 'correct' ? await desk.correct(place, { openingHours: hours }, id) : await desk[staff](place, id);
  expect(outcome, place).toMatchObject({ ok: true });
  await finder.refresh();
}
