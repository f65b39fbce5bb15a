import { expect, it } from 'vitest';
import { testApplication } from '../support/application.ts';
import { describeDatabases } from '../support/databases.ts';
import { importText } from '../support/importing.ts';

const places = [
  'name,kind,ward,equipment,wifi,confirmed_on,id',
  'Thư viện Mây,library,Phường Bàn Cờ,máy tính,yes,2026-11-10,may',
  'Phòng máy Đàn,computer_room,Phường Thủ Đức,máy tính,yes,2026-11-10,dan',
].join('\n');
const internships = [
  'title,organisation,ward,skills,pay_vnd,deadline,id',
  'Trợ lý sổ sách,Hợp tác xã Lúa,Phường Bàn Cờ,kế toán;Excel,2500000,2026-12-20,lua',
].join('\n');

describeDatabases('GET /api/v1/search', (context) => {
  async function searching() {
    const database = await context.database();
    await importText(database, 'places', places);
    await importText(database, 'internships', internships);
    const { app } = await testApplication(database);
    return async (query: string) => {
      const response = await app.request(`/api/v1/search?${query}`);
      return { status: response.status, body: await response.json() };
    };
  }
  const kindsOf = (body: { offers: { kind: string }[] }) => [...new Set(body.offers.map(({ kind }) => kind))];

  it('answers a subject with courses first and an internship whose skills match', async () => {
    const search = await searching();
    const { body } = await search(`q=${encodeURIComponent('học kế toán')}`);
    expect(body).toMatchObject({ none: false, understood: { topic: 'kế toán', kind: null } });
    expect(kindsOf(body)).toEqual(['course', 'internship']);
    expect(body.offers.at(-1)).toMatchObject({
      id: 'lua',
      amount_vnd: 2_500_000,
      deadline: '2026-12-20',
      sample: false,
    });
  });

  it('answers a kind that is named with that kind, nearest first', async () => {
    const search = await searching();
    const { body } = await search(`q=${encodeURIComponent('thư viện có máy tính ở Quận 3')}`);
    expect(body.understood.kind).toBe('place');
    expect(body.offers.map(({ id }: { id: string }) => id)).toEqual(['may', 'dan']);
    expect(body.offers[0]).toMatchObject({ distance_km: 0, confirmed_on: '2026-11-10' });
  });

  it('says that no course fits whatever else is near, and refuses a kind it does not know', async () => {
    const search = await searching();
    expect((await search(`q=${encodeURIComponent('học lặn biển')}`)).body).toMatchObject({ none: true, offers: [] });
    expect((await search('q=excel&kinds=internship')).body.offers).toHaveLength(1);
    expect((await search('q=excel&kinds=concert')).status).toBe(400);
  });
});
