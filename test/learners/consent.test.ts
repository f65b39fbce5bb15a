import { createHmac } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { personalDataOwners } from '../../src/application.ts';
import { type Database, ensureSecret } from '../../src/database/index.ts';
import {
  consentsOf,
  eraseLearnerData,
  findOrCreatePerson,
  forgetFactsStatement,
  mayAskFor,
  noteFactsStatement,
  refuseConsent,
  withdrawConsent,
  withdrawConsentOfAccount,
} from '../../src/learners/index.ts';
import { agree, newLearners } from '../support/consenting.ts';
import { describeAllDatabases } from '../support/databases.ts';

const day = new Date('2026-11-24T03:00:00Z');
const later = new Date('2026-11-25T03:00:00Z');

describeAllDatabases('consent', (context) => {
  async function learnersOf(relations: readonly string[]): Promise<{ database: Database; ids: number[] }> {
    const database = await context.database();
    const ids = await newLearners(database, relations.length);
    for (const [position, relation] of relations.entries()) {
      await database.db.execute(sql`update learner set relation = ${relation} where id = ${ids[position]}`);
    }
    return { database, ids };
  }

  it('is a new row each time it is given, and stays what it was when it is given twice', async () => {
    const { database, ids } = await learnersOf(['self']);
    const [learner = 0] = ids;
    expect(await agree(database, learner, 'announcements', day)).toBe('given');
    expect(await agree(database, learner, 'announcements', later)).toBe('already');
    expect(await consentsOf(database.db, learner)).toEqual({ announcements: day });
    expect(await withdrawConsent(database.db, learner, ['announcements', 'reminders'], later)).toEqual([
      'announcements',
    ]);
    expect(await consentsOf(database.db, learner)).toEqual({});
    expect(await agree(database, learner, 'announcements', later)).toBe('given');
    const { rows } = await database.db.execute(sql`select withdrawn_at is null as in_force from consent order by id`);
    expect(rows).toEqual([{ in_force: false }, { in_force: true }]);
  });

  it('ends for everybody of an account at once, and nobody of it is asked again', async () => {
    const { database, ids } = await learnersOf(['self', 'child', 'self']);
    const [own = 0, child = 0, neighbour = 0] = ids;
    await database.db.execute(sql`
      update learner set account_id = (select account_id from learner where id = ${own}) where id = ${child}`);
    await agree(database, own, 'announcements', day);
    for (const purpose of ['announcements', 'reminders', 'research'] as const)
      await agree(database, child, purpose, day);
    await agree(database, neighbour, 'announcements', day);
    const { rows } = await database.db.execute<{ account: string }>(sql`
      select account_id as account from learner where id = ${own}`);
    const account = Number(rows[0]?.account);
    const end = () => withdrawConsentOfAccount(database.db, account, ['reminders', 'announcements'], later);
    expect(await end()).toEqual(['announcements', 'reminders']);
    expect(await end()).toEqual([]);
    expect(await consentsOf(database.db, own)).toEqual({});
    expect(Object.keys(await consentsOf(database.db, child))).toEqual(['research']);
    expect(Object.keys(await consentsOf(database.db, neighbour))).toEqual(['announcements']);
    expect(await mayAskFor(database.db, child, 'announcements', '2027-11-24')).toBe(false);
  });

  it('to AI and research is a guardian’s under 16, and only those', async () => {
    const { database, ids } = await learnersOf(['self', 'child', 'self']);
    const [own = 0, child = 0, adult = 0] = ids;
    for (const learner of [own, child]) {
      await database.db.execute(noteFactsStatement(learner, { age_band: 'under_16' }, 'said', day));
    }
    await database.db.execute(noteFactsStatement(adult, { age_band: '16_24' }, 'said', day));
    for (const purpose of ['ai_tutor', 'research'] as const) {
      expect(await agree(database, own, purpose, day)).toBe('needs_guardian');
      expect(await agree(database, child, purpose, day)).toBe('given');
      expect(await agree(database, adult, purpose, day)).toBe('given');
    }
    for (const purpose of ['announcements', 'reminders'] as const) {
      expect(await agree(database, own, purpose, day)).toBe('given');
    }
    const { rows } = await database.db.execute(sql`
      select learner_id::int as learner, given_by from consent where purpose = 'ai_tutor' order by learner_id`);
    expect(rows).toEqual([
      { learner: child, given_by: 'guardian' },
      { learner: adult, given_by: 'self' },
    ]);
    await database.db.execute(forgetFactsStatement(own, ['age_band']));
    expect(await agree(database, own, 'ai_tutor', day)).toBe('given');
  });

  it('is asked for once in thirty days, not while it is in force, and never after a no', async () => {
    const { database, ids } = await learnersOf(['self', 'self', 'self']);
    const [asked = 0, agreed = 0, refused = 0] = ids;
    const mayAsk = (learner: number, today: string) => mayAskFor(database.db, learner, 'announcements', today);
    expect(await mayAsk(asked, '2026-11-24')).toBe(true);
    expect(await mayAsk(asked, '2026-12-23')).toBe(false);
    expect(await mayAsk(asked, '2026-12-24')).toBe(true);
    expect(await mayAskFor(database.db, asked, 'reminders', '2026-12-24')).toBe(true);

    await agree(database, agreed, 'announcements', day);
    expect(await mayAsk(agreed, '2027-11-24')).toBe(false);
    await withdrawConsent(database.db, agreed, ['announcements'], later);
    expect(await mayAsk(agreed, '2027-11-24')).toBe(false);

    await refuseConsent(database.db, refused, ['announcements'], day);
    expect(await mayAsk(refused, '2030-11-24')).toBe(false);
    // A yes of their own later forgets the no.
    await agree(database, refused, 'announcements', later);
    const { rows } = await database.db.execute(sql`select 1 from consent_asked where learner_id = ${refused}`);
    expect(rows).toEqual([]);
  });

  it('leaves a proof behind an erased learner that leads back to nobody but who brings their channel’s id', async () => {
    const database = await context.database();
    const { learnerId } = await findOrCreatePerson(database.db, 'web', 'nobody-knows-this');
    await agree(database, learnerId, 'announcements', day);
    await withdrawConsent(database.db, learnerId, ['announcements'], later);
    await agree(database, learnerId, 'research', later);
    await database.transaction((tx) => eraseLearnerData(tx, personalDataOwners, learnerId));

    const { rows } = await database.db.execute<Record<string, unknown>>(sql`select * from consent_proof order by id`);
    const secret = await ensureSecret(database.db, 'consent');
    const identity = createHmac('sha256', secret).update('web|nobody-knows-this').digest('hex');
    expect(rows).toMatchObject([
      { purpose: 'announcements', given_by: 'self', text_version: '1', channel: 'web', identity_hash: identity },
      { purpose: 'research', given_by: 'self', identity_hash: identity },
    ]);
    expect(rows.every((row) => row.withdrawn_at !== null)).toBe(true);
    expect(Object.keys(rows[0] ?? {})).not.toContain('learner_id');
    expect(JSON.stringify(rows)).not.toContain('nobody-knows-this');
  });
});
