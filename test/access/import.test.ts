import { expect, it } from 'vitest';
import { placeById, placesByKeys, streamPlaces } from '../../src/access/index.ts';
import { kindVersion } from '../../src/catalogue/index.ts';
import { loadSamples } from '../../src/imports/index.ts';
import { distanceKm, wardAt } from '../../src/places/index.ts';
import { describeDatabases } from '../support/databases.ts';
import { badCells, importMorning, importText, testKinds } from '../support/importing.ts';

const header =
  'id,name,kind,ward,address,latitude,longitude,opening_hours,equipment,wifi,wheelchair,phone,confirmed_on\n';
const first =
  'a,Thư viện A,library,Bến Thành,1 đường A,10.7707,106.6945,"Mo-Fr 08:00-17:00; Sa,PH off",máy tính;máy in,yes,no,028 3822 0000,2026-11-01\n';
const second = 'b,Điểm B,wifi,Hiệp Bình,,,,,,,,,\n';

describeDatabases('import of places', (context) => {
  it('brings places in with where they are and when they are open; the same file again changes nothing', async () => {
    const database = await context.database();
    expect(await importText(database, 'places', header + first + second)).toMatchObject({ imported: true, created: 2 });
    const later = new Date('2027-02-01T00:00:00Z');
    expect(await importText(database, 'places', header + first + second, { now: later })).toMatchObject({
      unchanged: 2,
    });
    const a = await placeById(database.db, 'a');
    expect(a).toMatchObject({
      name: 'Thư viện A',
      kind: 'library',
      ward: '26743',
      address: '1 đường A',
      point: { latitude: 10.7707, longitude: 106.6945 },
      openingHours: 'Mo-Fr 08:00-17:00; Sa,PH off',
      openingTimes: { holidays: [] },
      equipment: ['máy tính', 'máy in'],
      wifi: true,
      wheelchair: false,
      phone: '028 3822 0000',
      confirmedOn: '2026-11-01',
      sample: false,
    });
    expect(a?.openingTimes?.week[0]).toEqual([[480, 1020]]);
    expect(a?.openingTimes?.week[5]).toEqual([]);
    const b = await placeById(database.db, 'b');
    expect(b).toMatchObject({ point: undefined, openingTimes: undefined, wifi: undefined, confirmedOn: '2026-11-24' });
    expect((await placesByKeys(database.db, [b?.key ?? 0, a?.key ?? 0])).map(({ id }) => id)).toEqual(['b', 'a']);
    expect(await kindVersion(database.db, 'places')).toBe(1);
    expect(await importText(database, 'places', header + first, { source: 'other' })).toMatchObject({
      imported: false,
      problems: [{ row: 2, column: 'id' }],
    });
  });

  it('takes the ward from the point, and understands Vietnamese headings and kinds', async () => {
    const database = await context.database();
    const vietnamese =
      'Tên điểm;Loại;Vĩ độ;Kinh độ;Giờ mở cửa;Thiết bị\nPhòng máy C;Phòng máy;10,8441;106,7233;Mo-Sa 08:00-20:00;máy tính\n';
    expect(await importText(database, 'places', vietnamese)).toMatchObject({ created: 1, ignoredColumns: [] });
    for await (const [place] of streamPlaces(database.db, 1))
      expect(place).toMatchObject({ kind: 'computer_room', ward: '26809', point: { latitude: 10.8441 } });
  });

  it.each([
    ['a point of another city', '1,A,library,Bến Thành,,21.0278,105.8342,,,,,,', 'latitude', 'không ở trong hay gần'],
    ['a point whose numbers changed places', '1,A,library,Bến Thành,,106.6945,10.7707,,,,,,', 'latitude', 'bị đổi chỗ'],
    ['a point far from its ward', '1,A,library,Bến Thành,,11.3428,106.3933,,,,,,', 'latitude', 'Dầu Tiếng'],
    ['half a point', '1,A,library,Bến Thành,,10.7707,,,,,,,', 'longitude', 'bắt buộc'],
    ['no ward and no point', '1,A,library,,,,,,,,,,', 'ward', 'bắt buộc'],
    ['an unknown kind', '1,A,quán cà phê,Bến Thành,,,,,,,,,', 'kind', 'computer_room'],
    ['hours in other words', '1,A,library,Bến Thành,,,,T2-T6 sáng chiều,,,,,', 'opening_hours', 'Mo-Fr 08:00-17:00'],
    ['a phone that is none', '1,A,library,Bến Thành,,,,,,,,gọi nhé,', 'phone', '028'],
    ['a confirmation to come', '1,A,library,Bến Thành,,,,,,,,,2027-12-01', 'confirmed_on', 'tương lai'],
  ])('refuses %s, with column and remedy', async (_what, row, column, remedy) => {
    const database = await context.database();
    const result = await importText(database, 'places', `${header}${row}\n`);
    expect(result).toMatchObject({ imported: false, created: 0 });
    expect(badCells(result)).toEqual([`2 ${column}`]);
    expect(result.problems[0]?.problem).toContain(remedy);
  });

  it('has sixty sample places in as many wards, each point near its ward and each opened at times', async () => {
    const database = await context.database();
    await loadSamples({
      database,
      kinds: testKinds,
      setting: 'auto',
      clock: () => importMorning,
      timezone: 'Asia/Ho_Chi_Minh',
    });
    for await (const places of streamPlaces(database.db, 100)) {
      expect(places).toHaveLength(60);
      expect(new Set(places.map(({ ward }) => ward)).size).toBe(60);
      expect(new Set(places.map(({ kind }) => kind)).size).toBe(5);
      for (const { id, name, ward, point, openingTimes, sample } of places) {
        expect(sample && name.endsWith('(mẫu)'), id).toBe(true);
        expect(
          openingTimes?.week.some((spans) => spans.length > 0),
          id,
        ).toBe(true);
        const nearest = point && wardAt(point.latitude, point.longitude);
        expect(nearest && (distanceKm(nearest.code, ward) ?? 99), id).toBeLessThan(10);
      }
    }
  });
});
