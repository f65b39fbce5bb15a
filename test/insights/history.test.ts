import { expect, it } from 'vitest';
import { loadSamples } from '../../src/imports/index.ts';
import { yearlyHistory } from '../../src/insights/index.ts';
import { describeDatabases } from '../support/databases.ts';
import { badCells, importMorning, importText, testKinds } from '../support/importing.ts';

describeDatabases('import of past years', (context) => {
  it('starts with the figures of the programme, which give way to the city’s own', async () => {
    const database = await context.database();
    const timezone = 'Asia/Ho_Chi_Minh';
    await loadSamples({ database, kinds: testKinds, setting: 'auto', clock: () => importMorning, timezone });
    expect(await yearlyHistory(database.db)).toEqual([
      { year: 2021, courses: 150, participants: 2000, sample: true },
      { year: 2022, courses: 250, participants: 5000, sample: true },
      { year: 2023, courses: 400, participants: 10_000, sample: true },
    ]);
    const own = 'Năm;Số khóa học;Số người tham gia\n2024;600;22.500\n2023;410;10.100\n';
    expect(await importText(database, 'history', own)).toMatchObject({
      created: 2,
      removedSample: 3,
      ignoredColumns: [],
    });
    expect(await importText(database, 'history', own)).toMatchObject({ unchanged: 2 });
    expect(await importText(database, 'history', own.replace('410', '420'))).toMatchObject({
      updated: 1,
      unchanged: 1,
    });
    expect(await yearlyHistory(database.db)).toEqual([
      { year: 2023, courses: 420, participants: 10_100, sample: false },
      { year: 2024, courses: 600, participants: 22_500, sample: false },
    ]);
    expect(await importText(database, 'history', own, { source: 'other' })).toMatchObject({ imported: false });
  });

  it('refuses a year twice, and what is no year or number', async () => {
    const database = await context.database();
    const header = 'year,courses,participants\n';
    expect(badCells(await importText(database, 'history', `${header}2020,1,1\n2020,2,2\n`))).toEqual(['3 id']);
    expect(badCells(await importText(database, 'history', `${header}20,1,1\n2020,-1,x\n2021,,5\n`))).toEqual([
      '2 year',
      '3 courses',
      '3 participants',
      '4 courses',
    ]);
    await expect(importText(database, 'history', 'year,courses\n2020,1\n')).rejects.toThrow('participants');
  });
});
