import { expect, it } from 'vitest';
import { createFinder, type Finder } from '../../../src/discovery/index.ts';
import { findWard } from '../../../src/places/index.ts';
import { dayNumber } from '../../../src/time/index.ts';
import { createWorkshop } from '../../../src/workshops/index.ts';
import { describeDatabases } from '../../support/databases.ts';
import { importText, importMorning as now } from '../../support/importing.ts';

const places = [
  'name,kind,ward,equipment,wifi,wheelchair,confirmed_on,id',
  'Thư viện Mây,library,Phường Bàn Cờ,máy tính,yes,yes,2026-11-10,may',
  'Góc đọc Me,library,Phường Bàn Cờ,sách,no,no,2026-11-10,me',
  'Phòng máy Đàn,computer_room,Phường Thủ Đức,máy tính,yes,,2026-11-10,dan',
  'Phòng máy Xưa,computer_room,Phường Thủ Đức,máy tính,yes,,2024-11-10,xua',
].join('\n');
const scholarships = [
  'title,provider,deadline,age_to,income,id',
  'Học bổng Trẻ,Quỹ Nắng,2026-12-20,24,,tre',
  'Học bổng Mọi Người,Quỹ Nắng,2026-12-25,,,moi',
  'Học bổng Hôm Qua,Quỹ Nắng,2026-11-23,,,qua',
].join('\n');
const internships = [
  'title,organisation,ward,skills,deadline,id',
  'Trợ lý sổ sách,Hợp tác xã Lúa,Phường Bàn Cờ,kế toán;Excel,2026-12-20,lua',
  'Phụ bếp,Quán Sen,Phường Bàn Cờ,nấu ăn,2026-12-20,sen',
].join('\n');

const wardsOf = (name: string): string[] => {
  const found = findWard(name);
  return found.kind === 'found' ? [found.ward.code] : [];
};

describeDatabases('offers besides courses', (context) => {
  async function finderOver(): Promise<{ finder: Finder; reload: () => Promise<unknown> }> {
    const database = await context.database();
    for (const [kind, rows] of Object.entries({ places, scholarships, internships })) {
      expect((await importText(database, kind, rows)).problems, kind).toEqual([]);
    }
    const finder = createFinder(database, { clock: () => now });
    await finder.refresh();
    return { finder, reload: () => finder.refresh() };
  }

  it('finds the nearest place that has what is needed, and none that nobody confirmed for long', async () => {
    const { finder } = await finderOver();
    const near = { today: dayNumber('2026-11-24'), limit: 10, needs: ['computers', 'wifi'] as const };
    const inThuDuc = finder.places.nearest({ ...near, near: { wards: wardsOf('Phường Thủ Đức') } });
    expect(inThuDuc.map(({ km }) => Math.round(km ?? -1))).toEqual([0, 11]);
    expect(finder.places.nearest({ ...near, near: { wards: wardsOf('Phường Bàn Cờ') } })[0]?.km).toBe(0);
    expect(finder.places.nearest({ ...near, needs: [], wheelchair: true })).toHaveLength(2);
  });

  it('leaves out scholarships that are over or whose conditions rule somebody out', async () => {
    const { finder } = await finderOver();
    expect(finder.offersOf('scholarship', { now, limit: 10 })).toHaveLength(2);
    const old = finder.offersOf('scholarship', { now, limit: 10, applicant: { ages: { from: 40, to: 59 } } });
    expect(old).toHaveLength(1);
  });

  it('finds an internship by its skills, and nothing for what none is about', async () => {
    const { finder } = await finderOver();
    const about = (said: string) =>
      finder.offersAbout(finder.understand(said), ['internship', 'scholarship'], { now, limit: 5 });
    expect(about('muốn học kế toán')).toMatchObject([{ kind: 'internship', words: 'kế toán' }]);
    expect(about('học ke toan ở Củ Chi')).toHaveLength(1);
    expect(about('học đàn tranh')).toEqual([]);
    expect(about('')).toEqual([]);
  });

  it('follows workshops as they are made, and forgets them once they have begun', async () => {
    const { finder, reload } = await finderOver();
    const database = await context.database();
    const startsAt = new Date(now.getTime() + 86_400_000);
    const find = (at: Date) =>
      finder.offersAbout(finder.understand('học cắm hoa'), ['workshop'], { now: at, limit: 5 });
    expect(find(now)).toEqual([]);
    await database.transaction((tx) =>
      createWorkshop(
        tx,
        { title: 'Cắm hoa ngày Tết', startsAt, endsAt: new Date(startsAt.getTime() + 7_200_000) },
        { staffId: undefined, now },
      ),
    );
    await reload();
    expect(find(now)).toHaveLength(1);
    expect(find(startsAt)).toEqual([]);
  });
});
