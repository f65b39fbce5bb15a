import { expect } from 'vitest';
import { ensureOrganisation } from '../../src/catalogue/index.ts';
import type { Database } from '../../src/database/index.ts';
import { createAgreement, moveAgreement } from '../../src/partners/index.ts';
import type { PartnerStep } from './dialogue.ts';

/** Does what a dialogue says staff and an organisation agreed on. */
export async function doWithPartner(database: Database, step: PartnerStep, now: Date): Promise<void> {
  const by = { staffId: undefined, now };
  const { agreement: organisation, kind, goal, starts, ends } = step;
  const moved = await database.transaction(async (tx) => {
    const organisationId = await ensureOrganisation(tx, organisation);
    const words = { kind, goal, startsOn: starts, endsOn: ends, organisationGives: undefined, cityGives: undefined };
    return moveAgreement(tx, await createAgreement(tx, { organisationId, ...words }, by), 'active', by);
  });
  expect(moved, organisation).toBe(true);
}
