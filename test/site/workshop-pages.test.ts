import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { ensureOrganisation } from '../../src/catalogue/index.ts';
import {
  cancelRegistration,
  cancelWorkshop,
  checkIn,
  deepLinkId,
  issueCertificate,
  register,
  registrationByKey,
  registrationOfLearner,
  updateWorkshop,
  workshopById,
} from '../../src/workshops/index.ts';
import { testApplication } from '../support/application.ts';
import { describeDatabases } from '../support/databases.ts';
import { addLearner, addWorkshop, at, hoursLater, morning } from '../support/workshops.ts';

const staff = { staffId: undefined, now: morning };

/** The one entry of a calendar file, as another program reads it. */
function entryOf(file: string): ICAL.Event {
  const entry = new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent');
  if (entry === null) throw new Error('no entry');
  return new ICAL.Event(entry);
}

describeDatabases('the pages of workshops', (context) => {
  it('shows when, where, how many seats and ways to register, escaped, and as an event for search engines', async () => {
    const database = await context.database();
    const { app } = await testApplication(database, { PUBLIC_URL: 'https://banhoc.example' });
    const organisationId = await database.transaction((tx) => ensureOrganisation(tx, 'Hội Khuyến học'));
    const workshop = await addWorkshop(database, {
      title: 'Zalo </script><b>an toàn',
      place: 'Nhà văn hóa',
      ward: '26743',
      capacity: 30,
      organisationId,
      wheelchair: true,
    });
    const response = await app.request(`/workshops/${workshop.id}`);
    const page = await response.text();
    expect(response.status).toBe(200);
    for (const part of [
      'Zalo &lt;/script&gt;&lt;b&gt;an toàn',
      'Chủ Nhật 29/11/2026, 10:00–12:00',
      'Nhà văn hóa, Phường Bến Thành',
      'Còn 30 trên 30 chỗ',
      'Đơn vị tổ chức: Hội Khuyến học',
      'Có lối đi cho xe lăn',
      `/?start=workshop_${workshop.id}`,
      `/workshops/${workshop.id}.ics`,
      'openstreetmap.org',
    ])
      expect(page).toContain(part);
    expect(page).not.toContain('<b>an toàn');
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? '';
    expect(JSON.parse(json)).toMatchObject({
      '@type': 'EducationEvent',
      startDate: '2026-11-29T03:00:00.000Z',
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
      location: { '@type': 'Place', name: 'Nhà văn hóa' },
      organizer: { name: 'Hội Khuyến học' },
      offers: { availability: 'https://schema.org/InStock', price: 0 },
      remainingAttendeeCapacity: 30,
    });
    expect((await app.request('/workshops/khong-co')).status).toBe(404);
    expect(await (await app.request(`/workshops/${workshop.id}?lang=en`)).text()).toContain('30 of 30 seats left');
    await database.transaction((tx) => cancelWorkshop(tx, workshop.key, 'Mưa lớn', at(morning), staff));
    const cancelled = await (await app.request(`/workshops/${workshop.id}`)).text();
    expect(cancelled).toContain('Buổi này đã hủy. Mưa lớn');
    expect(cancelled).toContain('EventCancelled');
    expect(cancelled).not.toContain('/?start=');
  });

  it('says that it is full, and links an id that fits no deep link by its alias', async () => {
    const database = await context.database();
    const { app } = await testApplication(database, {
      ZALO_BOT_TOKEN: '1:secret',
      ZALO_API_ROOT: 'http://127.0.0.1:1',
    });
    const workshop = await addWorkshop(database, { id: 'Tết:2027.một', capacity: 0 });
    const page = await (await app.request(`/workshops/${encodeURIComponent(workshop.id)}`)).text();
    expect(page).toContain('Đã hết chỗ; chưa có ai trong danh sách chờ');
    const alias = deepLinkId(workshop);
    expect(alias).toMatch(/^_[0-9a-z]+$/);
    expect(page).toContain(`nhắn workshop_${alias}`);
    expect((await workshopById(database.db, alias))?.key).toBe(workshop.key);
  });

  it('is a calendar file that other programs read, follow and strike out', async () => {
    const database = await context.database();
    const { app } = await testApplication(database);
    const title =
      'Dùng điện thoại thông minh, ví điện tử; và nhận biết lừa đảo \\ trên không gian mạng cho người lớn tuổi';
    const workshop = await addWorkshop(database, {
      title,
      description: `Mang theo điện thoại.\nCó nước uống, ${'chỗ ngồi rộng rãi '.repeat(10)}`,
      place: 'Nhà văn hóa, lầu 2',
      ward: '26743',
    });
    const read = async (path = `/workshops/${workshop.id}.ics`) => {
      const response = await app.request(path);
      expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
      return response.text();
    };
    const file = await read();
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
    const entry = entryOf(file);
    expect(entry.summary).toBe(title);
    expect(entry.description).toContain('Mang theo điện thoại.\nCó nước uống, chỗ ngồi');
    expect(entry.location).toBe('Nhà văn hóa, lầu 2, Phường Bến Thành');
    expect(entry.startDate.toJSDate()).toEqual(hoursLater(120));
    expect(entry.component.getAllSubcomponents('valarm')).toHaveLength(2);
    expect(entry.component.getFirstPropertyValue('status')).toBe('CONFIRMED');

    const moved = { startsAt: hoursLater(125), endsAt: hoursLater(127) };
    await database.transaction((tx) => updateWorkshop(tx, workshop.key, moved, at(morning)));
    const after = entryOf(await read());
    expect([after.uid, after.sequence]).toEqual([entry.uid, entry.sequence + 1]);
    expect(after.startDate.toJSDate()).toEqual(hoursLater(125));

    const learnerId = await addLearner(database, 'an');
    await database.transaction((tx) => register(tx, { workshopKey: workshop.key, learnerId, now: morning }));
    const own = await registrationOfLearner(database.db, workshop.key, learnerId);
    const path = `/workshops/${workshop.id}/${own?.code}.ics`;
    const mine = entryOf(await read(path));
    expect(mine.description).toContain(`Mã điểm danh: ${own?.code}`);
    await database.transaction((tx) => cancelRegistration(tx, own?.key ?? 0, at(morning)));
    const given = entryOf(await read(path));
    expect([given.uid, given.component.getFirstPropertyValue('status')]).toEqual([mine.uid, 'CANCELLED']);
    expect(given.sequence).toBeGreaterThan(mine.sequence);
    expect((await app.request(`/workshops/${workshop.id}/AAAAAA.ics`)).status).toBe(404);

    await database.transaction((tx) => cancelWorkshop(tx, workshop.key, undefined, at(morning), staff));
    const off = entryOf(await read());
    expect([off.uid, off.component.getFirstPropertyValue('status')]).toEqual([entry.uid, 'CANCELLED']);
    expect(off.sequence).toBeGreaterThan(after.sequence);
  });

  it('shows the code for the door as a picture while there is a seat', async () => {
    const database = await context.database();
    const { app } = await testApplication(database);
    const workshop = await addWorkshop(database);
    const learnerId = await addLearner(database, 'an');
    await database.transaction((tx) => register(tx, { workshopKey: workshop.key, learnerId, now: morning }));
    const own = await registrationOfLearner(database.db, workshop.key, learnerId);
    const path = `/workshops/${workshop.id}/${own?.code}`;
    const response = await app.request(path);
    const ticket = await response.text();
    expect(ticket).toContain(`aria-label="${own?.code}"`);
    expect(ticket).toContain('<path');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect((await app.request(`/workshops/${workshop.id}/AAAAAA`)).status).toBe(404);
    await database.transaction((tx) => cancelRegistration(tx, own?.key ?? 0, at(morning)));
    const none = await (await app.request(path)).text();
    expect(none).toContain('chưa có mã vào cửa');
    expect(none).not.toContain('<path');
  });

  it('shows whoever has the code that somebody took part', async () => {
    const database = await context.database();
    const { app } = await testApplication(database);
    const workshop = await addWorkshop(database);
    const learnerId = await addLearner(database, 'an');
    await database.transaction((tx) => register(tx, { workshopKey: workshop.key, learnerId, now: morning }));
    const own = (await registrationOfLearner(database.db, workshop.key, learnerId))?.key ?? 0;
    const scan = { requestId: 's', workshopKey: workshop.key, who: { registrationKey: own }, at: morning };
    await database.transaction((tx) => checkIn(tx, scan, staff));
    expect((await registrationByKey(database.db, own))?.checkedInAt).toEqual(morning);
    const code = await issueCertificate(database.db, own, 'Nguyễn <b>An', morning);
    const response = await app.request(`/certificates/${code?.toLowerCase()}`);
    const page = await response.text();
    expect(page).toContain('Nguyễn &lt;b&gt;An đã tham dự “Dùng Zalo an toàn”.');
    expect(page).toContain('noindex');
    const unknown = await app.request('/certificates/<i>aaaaaaaa');
    expect(unknown.status).toBe(404);
    expect(await unknown.text()).toContain('nào có mã “&lt;I&gt;AAAAAAAA”');
  });
});
