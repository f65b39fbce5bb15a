import { expect, it } from 'vitest';
import { testApplication } from '../support/application.ts';
import { describeDatabases } from '../support/databases.ts';
import { importText } from '../support/importing.ts';

/** The clock stands at 10:00 on Tuesday, 24 November 2026. */
const places = [
  'name,kind,ward,latitude,longitude,opening_hours,equipment,wifi,wheelchair,confirmed_on,id',
  'Thư viện Mây,library,Phường Gò Vấp,10.8390,106.6720,Mo-Su 08:00-20:00,máy tính;máy in,yes,yes,2026-11-10,may',
  'Phòng máy Đàn,computer_room,Phường Gò Vấp,10.8300,106.6650,Mo-Sa 18:00-22:00,máy tính,yes,no,2026-11-10,dan',
  'Góc đọc Me,library,Phường Gò Vấp,,,,sách,no,,2026-11-10,me',
].join('\n');

describeDatabases('GET /api/v1/places', (context) => {
  async function asking() {
    const database = await context.database();
    await importText(database, 'places', places);
    const { app } = await testApplication(database);
    return async (query: Record<string, string>, path = '') => {
      const response = await app.request(`/api/v1/places${path}?${new URLSearchParams(query)}`);
      const body = await response.json();
      return { status: response.status, body, ids: (body.places ?? []).map(({ id }: { id: string }) => id) };
    };
  }

  it('lists the nearest to a position, with the way and whether they are open', async () => {
    const ask = await asking();
    const { body, ids } = await ask({ latitude: '10.8301', longitude: '106.6651' });
    expect(ids).toEqual(['dan', 'me', 'may']);
    expect(body.places[0]).toMatchObject({ is_open: false, changes_at: '2026-11-24T18:00', wheelchair: false });
    expect(body.places[0].distance_km).toBeLessThan(0.1);
    expect(body.places[2]).toMatchObject({ is_open: true, changes_at: '2026-11-24T20:00' });
    expect(body.places[1]).toMatchObject({ is_open: null, changes_at: null });
  });

  it('takes needs, equipment and wards from the words', async () => {
    const ask = await asking();
    expect((await ask({ q: 'thư viện có máy in ở Gò Vấp' })).ids).toEqual(['may']);
    expect((await ask({ q: 'phòng máy ở Gò Vấp', open_now: 'true' })).ids).toEqual(['may']);
    expect((await ask({ q: 'ở Gò Vấp', wheelchair: 'true' })).ids).toEqual(['may', 'me']);
  });

  it('refuses half a position, and has no place of an unknown id', async () => {
    const ask = await asking();
    expect((await ask({ latitude: '10.8' })).status).toBe(400);
    expect((await ask({ latitude: '91', longitude: '1' })).status).toBe(400);
    expect((await ask({}, '/none')).status).toBe(404);
    expect((await ask({}, '/may')).body).toMatchObject({ id: 'may', lends_devices: false, is_closed: false });
  });
});
