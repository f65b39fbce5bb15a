import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import {
  addHelpLine,
  dangersWithout,
  editHelpLine,
  type HelpLine,
  helpLines,
  isUnverified,
  mostShownHelpLines,
  moveHelpLine,
  readHelpNumber,
  showHelpLine,
  textsOfHelpLines,
  verifyHelpLine,
} from '../../src/tutor/index.ts';
import { describeDatabases } from '../support/databases.ts';
import { addStaff } from '../support/staff.ts';

const at = new Date('2026-11-24T03:00:00Z');
const line = {
  number: '1800 599 920',
  nameVi: 'đường dây thử',
  nameEn: 'test line',
  noteVi: 'miễn phí',
  noteEn: 'free',
  hoursVi: '',
  hoursEn: '',
  concerns: null,
};

it.each([
  ['115', '115'],
  [' 1900  1267 ', '1900 1267'],
  ['096.306.1414', '096 306 1414'],
  ['(028) 3923-4675', '028 3923 4675'],
  ['123456789012345', '123456789012345'],
  ['12', undefined],
  ['1234567890123456', undefined],
  ['1 2 3 4 5 6 7 8 9 0 1', undefined],
  ['+84 96 306 1414', undefined],
  ['gọi 115', undefined],
  ['١١٥', undefined],
  ['', undefined],
])('a number written as %j is kept as %j', (given, kept) => {
  expect(readHelpNumber(given)).toBe(kept);
});

it('a line is to be rung when nobody has for 180 days', () => {
  const verified = (verifiedOn: string | null) => isUnverified({ verifiedOn } as HelpLine, '2026-11-24');
  expect([null, '2026-05-27', '2026-05-28', '2026-11-24'].map(verified)).toEqual([true, true, false, false]);
});

describeDatabases('help lines that staff keep', (context) => {
  async function setUp() {
    const database = await context.database();
    const by = { staffId: (await addStaff(database, 'editor')).id, at };
    const numbers = async () => (await helpLines(database.db)).map(({ number }) => number);
    return { database, by, numbers };
  }

  it('are added hidden at the end, and reach people in danger only when they are shown', async () => {
    const { database, by } = await setUp();
    const outcome = await addHelpLine(database, line, by);
    if (!outcome.ok) throw new Error(outcome.refusal);
    const texts = async () => textsOfHelpLines(await helpLines(database.db), 'vi', 'violence');
    expect(await texts()).not.toContain('1800 599 920 – đường dây thử, miễn phí');
    await showHelpLine(database, outcome.line.id, true, by);
    expect((await texts()).at(-1)).toBe('1800 599 920 – đường dây thử, miễn phí');
    expect(await addHelpLine(database, { ...line, number: '1800599920' }, by)).toMatchObject({
      refusal: 'number_taken',
    });
    const { rows } = await database.db.execute(
      sql`select action, subject_kind, detail from audit where action like 'tutor.%' order by id`,
    );
    expect(rows).toEqual([
      { action: 'tutor.add_help_line', subject_kind: 'help_line', detail: { number: '1800 599 920' } },
      { action: 'tutor.show_help_line', subject_kind: 'help_line', detail: { number: '1800 599 920' } },
    ]);
  });

  it('must be rung again when they have another number, not when their words change', async () => {
    const { database, by } = await setUp();
    const [first] = await helpLines(database.db);
    const id = first?.id ?? 0;
    await verifyHelpLine(database, id, '2026-11-24', by);
    const edit = async (fields: object) => editHelpLine(database, id, fields, by);
    expect(await edit({ noteVi: 'khi nguy cấp' })).toMatchObject({ line: { verifiedOn: '2026-11-24' } });
    expect(await edit({ number: '11 5' })).toMatchObject({ line: { verifiedOn: '2026-11-24' } });
    expect(await edit({ number: '116' })).toMatchObject({ line: { verifiedOn: null, noteVi: 'khi nguy cấp' } });
    expect(await edit({ number: '113' })).toMatchObject({ refusal: 'number_taken' });
    expect(await edit({ number: '113', concerns: 'violence' })).toMatchObject({ ok: true });
    expect(await editHelpLine(database, 99, { nameVi: 'x' }, by)).toMatchObject({ refusal: 'not_found' });
  });

  it('change places with their neighbours, also when two had one position', async () => {
    const { database, by, numbers } = await setUp();
    await database.db.execute(sql`update help_line set position = 1`);
    const [first, second] = await helpLines(database.db);
    await moveHelpLine(database, second?.id ?? 0, 'up', by);
    expect(await numbers()).toEqual(['111', '115', '113', '1900 1267', '096 306 1414']);
    await moveHelpLine(database, first?.id ?? 0, 'down', by);
    expect(await numbers()).toEqual(['111', '113', '115', '1900 1267', '096 306 1414']);
    expect(await moveHelpLine(database, second?.id ?? 0, 'up', by)).toMatchObject({ ok: true });
    expect(await numbers()).toEqual(['111', '113', '115', '1900 1267', '096 306 1414']);
  });

  it('are shown up to eight, and what stands in when none fits is known', async () => {
    const { database, by } = await setUp();
    for (let n = 0; n < 6; n++) await addHelpLine(database, { ...line, number: `1800 000${n}` }, by);
    const outcomes = [];
    for (const { id } of await helpLines(database.db)) outcomes.push(await showHelpLine(database, id, true, by));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(mostShownHelpLines);
    expect(outcomes.at(-1)).toMatchObject({ refusal: 'too_many' });
    for (const each of await helpLines(database.db))
      if (each.concerns === null) await showHelpLine(database, each.id, false, by);
    const lines = await helpLines(database.db);
    expect(dangersWithout(lines)).toEqual(['violence']);
    expect(textsOfHelpLines(lines, 'en', 'violence')[0]).toBe('115 – ambulance');
    expect(textsOfHelpLines(lines, 'vi', 'suicide')).toHaveLength(2);
  });

  it('lose no change of two who add and move at once', async () => {
    const { database, by, numbers } = await setUp();
    const [first] = await helpLines(database.db);
    await Promise.all([
      addHelpLine(database, line, by),
      addHelpLine(database, line, by),
      moveHelpLine(database, first?.id ?? 0, 'down', by),
      addHelpLine(database, { ...line, number: '1800 1' }, by),
    ]);
    expect((await numbers()).sort()).toEqual(
      ['111', '115', '113', '1900 1267', '096 306 1414', '1800 599 920', '1800 1'].sort(),
    );
  });
});
