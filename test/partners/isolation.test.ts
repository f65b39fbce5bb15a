import { sql } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import { staffRoutes } from '../../src/api/staff-routes.ts';
import { ensureOrganisation } from '../../src/catalogue/index.ts';
import { consoleRoutes } from '../../src/console/routes.ts';
import { openCurriculumRequest } from '../../src/curriculum/index.ts';
import type { Database } from '../../src/database/index.ts';
import { receiveUpload } from '../../src/imports/index.ts';
import { createAgreement } from '../../src/partners/index.ts';
import { createProgramme, proposeWorkshop } from '../../src/workshops/index.ts';
import { type TestApplication, testApplication } from '../support/application.ts';
import { signIn } from '../support/console.ts';
import { describeDatabases } from '../support/databases.ts';
import { importText } from '../support/importing.ts';
import { addStaff } from '../support/staff.ts';
import { addLearner, addWorkshop, hoursLater, morning } from '../support/workshops.ts';

vi.setConfig({ testTimeout: 240_000 });

/** Stands in every text of everything that is the other partner's: a page that has it has shown too much. */
const secret = 'KínCủaBên';

/**
 * What a partner must meet at each route that it may use at all. `theirs`: with what is another's in the address it finds nothing. `lists`:
 * it answers, and nothing of another stands in it. `self`: it is about who asks, and names nobody else's thing. `new`: it makes something,
 * which is then the partner's own whatever the form says.
 */
type Verdict = 'theirs' | 'lists' | 'self' | 'new';

const consoleVerdicts: Readonly<Record<string, Verdict>> = {
  'GET /console': 'lists',
  'POST /console/sign-out': 'self',
  'GET /console/account': 'lists',
  'POST /console/account/name': 'self',
  'POST /console/account/language': 'self',
  'POST /console/account/second-factor': 'self',
  'POST /console/account/second-factor/confirm': 'self',
  'POST /console/account/second-factor/off': 'self',
  'POST /console/account/backup-codes': 'self',
  'POST /console/account/sign-out-everywhere': 'self',
  'GET /console/inbox': 'lists',
  'GET /console/inbox/:id': 'theirs',
  'GET /console/inbox/:id/messages': 'theirs',
  'GET /console/workshops': 'lists',
  'GET /console/workshops/:id': 'theirs',
  'GET /console/workshops/:id/registrations.csv': 'theirs',
  'GET /console/workshops/:id/poster': 'theirs',
  'GET /console/door/:id': 'theirs',
  'GET /console/door/:id/list': 'theirs',
  'POST /console/door/:id/scans': 'theirs',
  'GET /console/stale': 'lists',
  'GET /console/stale.csv': 'lists',
  'POST /console/stale/:id/confirm': 'theirs',
  'POST /console/stale/:id/close': 'theirs',
  'POST /console/stale/:id/undo': 'theirs',
  'GET /console/agreements': 'lists',
  'GET /console/agreements/:id': 'theirs',
  'GET /console/applications': 'lists',
  'GET /console/applications/:id': 'theirs',
  'POST /console/applications/:id/accept': 'theirs',
  'POST /console/applications/:id/refuse': 'theirs',
  'POST /console/applications/:id/ask': 'theirs',
  'POST /console/applications/:id/rate': 'theirs',
  'GET /console/places': 'lists',
  'GET /console/places/:id': 'theirs',
  'GET /console/places/:id/loans': 'theirs',
  'POST /console/places/:id/stock': 'theirs',
  'POST /console/loans/:id/hand-out': 'theirs',
  'POST /console/loans/:id/return': 'theirs',
  'POST /console/loans/:id/withdraw': 'theirs',
  'GET /console/programmes': 'lists',
  'GET /console/programmes/:id': 'theirs',
  'POST /console/programmes/:id/attendance': 'theirs',
  'GET /console/offers': 'lists',
  'GET /console/offers/:kind/:id/edit': 'theirs',
  'POST /console/offers/:kind/:id/edit': 'theirs',
  'POST /console/offers/:kind/:id/confirm': 'theirs',
  'POST /console/offers/:kind/:id/hide': 'theirs',
  'POST /console/offers/:kind/:id/show': 'theirs',
  'GET /console/curriculum-requests': 'lists',
  'GET /console/curriculum-requests/:id': 'theirs',
  'POST /console/curriculum-requests/:id/answer': 'theirs',
  'POST /console/curriculum-requests/:id/take-back': 'theirs',
  'GET /console/proposals': 'lists',
  'GET /console/proposals/new': 'lists',
  'POST /console/proposals': 'new',
  'GET /console/proposals/:id': 'theirs',
  'GET /console/proposals/:id/edit': 'theirs',
  'POST /console/proposals/:id/edit': 'theirs',
  'POST /console/proposals/:id/withdraw': 'theirs',
  'GET /console/import-templates/:kind': 'self',
  'GET /console/import-templates/:kind/example': 'self',
  'GET /console/imports': 'lists',
  'POST /console/imports': 'new',
  'GET /console/imports/:id': 'theirs',
  'GET /console/imports/:id/events': 'theirs',
  'GET /console/imports/:id/errors.csv': 'theirs',
  'POST /console/imports/:id/start': 'theirs',
  'POST /console/imports/:id/discard': 'theirs',
};

const apiVerdicts: Readonly<Record<string, Verdict>> = {
  'GET /api/v1/inbox': 'lists',
  'GET /api/v1/inbox/:id': 'theirs',
  'GET /api/v1/workshops': 'lists',
  'GET /api/v1/workshops/:id': 'theirs',
  'GET /api/v1/workshops/:id/registrations': 'theirs',
  'GET /api/v1/workshops/:id/registrations.csv': 'theirs',
  'POST /api/v1/workshops/:id/check-in': 'theirs',
  'POST /api/v1/workshops/:id/check-in/undo': 'theirs',
  'POST /api/v1/workshops/:id/walk-in': 'theirs',
  'GET /api/v1/stale': 'lists',
  'POST /api/v1/courses/:id/confirm': 'theirs',
  'POST /api/v1/courses/:id/close': 'theirs',
  'POST /api/v1/courses/:id/undo': 'theirs',
  'GET /api/v1/agreements': 'lists',
  'GET /api/v1/agreements/:id': 'theirs',
  'GET /api/v1/applications': 'lists',
  'GET /api/v1/applications/:id': 'theirs',
  'POST /api/v1/applications/:id/accept': 'theirs',
  'POST /api/v1/applications/:id/refuse': 'theirs',
  'POST /api/v1/applications/:id/ask': 'theirs',
  'POST /api/v1/applications/:id/rate': 'theirs',
  'GET /api/v1/places/:id/loans': 'theirs',
  'PUT /api/v1/places/:id/stock': 'theirs',
  'POST /api/v1/loans/:id/hand-out': 'theirs',
  'POST /api/v1/loans/:id/return': 'theirs',
  'POST /api/v1/loans/:id/withdraw': 'theirs',
  'GET /api/v1/programmes': 'lists',
  'GET /api/v1/programmes/:id': 'theirs',
  'POST /api/v1/programmes/:id/attendance': 'theirs',
  'GET /api/v1/offers/:kind': 'lists',
  'PATCH /api/v1/offers/:kind/:id': 'theirs',
  'POST /api/v1/offers/:kind/:id/confirm': 'theirs',
  'POST /api/v1/offers/:kind/:id/hide': 'theirs',
  'POST /api/v1/offers/:kind/:id/show': 'theirs',
  'GET /api/v1/curriculum-requests': 'lists',
  'GET /api/v1/curriculum-requests/:id': 'theirs',
  'POST /api/v1/curriculum-requests/:id/answer': 'theirs',
  'POST /api/v1/curriculum-requests/:id/take-back': 'theirs',
  'GET /api/v1/workshop-proposals': 'lists',
  'POST /api/v1/workshop-proposals': 'new',
  'GET /api/v1/workshop-proposals/:id': 'theirs',
  'PUT /api/v1/workshop-proposals/:id': 'theirs',
  'POST /api/v1/workshop-proposals/:id/withdraw': 'theirs',
};

const kinds = ['courses', 'scholarships', 'internships', 'places'] as const;

/** Tables of which the other partner has a row. */
const tables = [
  'course',
  'scholarship',
  'internship',
  'place',
  'workshop',
  'workshop_registration',
  'agreement',
  'workshop_proposal',
  'curriculum_request',
  'import_upload',
  'course_act',
  'application',
  'device_stock',
  'device_loan',
] as const;

/** Every row as text: what a partner must not have changed. */
async function everything(database: Database): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {};
  for (const table of tables) {
    const { rows } = await database.db.execute(
      sql`select to_jsonb(${sql.identifier(table)}) as row from ${sql.identifier(table)} order by 1`,
    );
    all[table] = rows;
  }
  return all;
}

interface Theirs {
  /** What stands in the address for an id, by the part before it. */
  readonly ids: Readonly<Record<string, string>>;
  readonly organisationId: number;
  readonly memberId: number;
}

/** The other partner, with one of everything, each text marked. */
async function otherPartner(database: Database): Promise<Theirs> {
  const name = `Đơn vị ${secret}`;
  const files: Readonly<Record<string, string>> = {
    courses: `title,provider,description,url,id\n${secret} khóa,${name},${secret},https://${secret}.example,b-courses\n`,
    scholarships: `title,provider,description,id\n${secret} bổng,${name},${secret},b-scholarships\n`,
    internships: `title,organisation,description,id\n${secret} tập,${name},${secret},b-internships\n`,
    places: `name,kind,ward,address,id\n${secret} điểm,library,Phường Bến Thành,${secret} 1,b-places\n`,
  };
  for (const [kind, file] of Object.entries(files)) await importText(database, kind, file, { source: secret });
  const organisationId = await database.transaction((tx) => ensureOrganisation(tx, name));
  await database.db.execute(sql`update place set organisation_id = ${organisationId} where public_id = 'b-places'`);
  await database.db.execute(sql`update course set confirmed_on = '2026-01-01' where public_id = 'b-courses'`);
  const workshop = await addWorkshop(database, { title: `${secret} buổi`, description: secret, organisationId });
  const learnerId = await addLearner(database, 'b');
  await database.db.execute(sql`
    insert into workshop_registration (workshop_id, learner_id, state, code, needs_text, registered_at, taken_at, noted_at)
    values (${workshop.key}, ${learnerId}, 'taken', 'BBBBBB', ${secret}, ${morning}, ${morning}, ${morning})`);
  const applied = await database.db.execute<{ id: string }>(sql`
    insert into application (learner_id, scholarship_id, status, call_name, reason, standing, consent_text_hash, consent_text_version,
      channel, applied_at)
    select ${learnerId}, id, 'waiting', ${secret}, ${secret}, '{"met":[],"failed":[],"open":[]}', 'x', '1', 'web', ${morning}
    from scholarship where public_id = 'b-scholarships' returning id`);
  const loan = await database.db.execute<{ id: string }>(sql`
    with stock as (
      insert into device_stock (place_id, device, total, loan_days) select id, 'laptop', 1, 14 from place where public_id = 'b-places' returning id)
    insert into device_loan (stock_id, learner_id, state, call_name, phone, consent_text_hash, consent_text_version, asked_at, offer_until)
    select id, ${learnerId}, 'offered', ${secret}, ${secret}, 'x', '1', ${morning}, ${hoursLater(48)} from stock returning id`);
  const programme = await database.transaction((tx) =>
    createProgramme(
      tx,
      {
        title: `${secret} chương trình`,
        kind: 'adult',
        organisationId,
        sessions: [{ startsAt: hoursLater(100), endsAt: hoursLater(101) }],
      },
      { staffId: undefined, now: morning },
    ),
  );
  const member = await addStaff(database, 'partner', { email: `b@${secret}.example`, organisationId });
  const by = { staffId: member.id, now: morning };
  const agreement = await database.transaction((tx) =>
    createAgreement(
      tx,
      {
        organisationId,
        kind: 'places',
        goal: secret,
        startsOn: '2026-11-01',
        endsOn: undefined,
        organisationGives: secret,
        cityGives: secret,
      },
      by,
    ),
  );
  const input = { title: `${secret} đề xuất`, startsAt: hoursLater(200), endsAt: hoursLater(202), place: secret };
  const proposal = await database.transaction((tx) => proposeWorkshop(tx, organisationId, input, by));
  const asked = await database.transaction((tx) =>
    openCurriculumRequest(tx, 'b-courses', { what: secret, why: secret, wantedBy: undefined }, by),
  );
  async function* content() {
    yield Buffer.from(files.courses ?? '');
  }
  const upload = await receiveUpload(
    database,
    {
      by: member.id,
      kind: 'courses',
      fileName: `${secret}.csv`,
      source: secret,
      sheet: undefined,
      organisationId,
      content: content(),
    },
    morning,
  );
  const { rows } = await database.db.execute<{ id: string }>(sql`select id from course where public_id = 'b-courses'`);
  const place = await database.db.execute<{ id: string }>(sql`select id from place where public_id = 'b-places'`);
  return {
    organisationId,
    memberId: member.id,
    ids: {
      programmes: programme?.id ?? '',
      workshops: workshop.id,
      door: workshop.id,
      // In the console the row's number, in the API the public id.
      stale: rows[0]?.id ?? '',
      courses: 'b-courses',
      places: place.rows[0]?.id ?? '',
      applications: applied.rows[0]?.id ?? '',
      loans: loan.rows[0]?.id ?? '',
      agreements: String(agreement),
      proposals: String(proposal),
      'workshop-proposals': String(proposal),
      'curriculum-requests': String(asked),
      imports: 'id' in upload ? String(upload.id) : '',
      inbox: '999999',
    },
  };
}

/** The addresses of a route with what is the other partner's in them: of offers one of each kind. */
function addressesOf(route: string, { ids, organisationId }: Theirs): { method: string; path: string }[] {
  const [method = '', path = ''] = route.split(' ');
  const variants = path.includes(':kind') ? kinds : [''];
  return variants.map((kind) => {
    const query = path.endsWith('/inbox') ? '' : `organisation=${organisationId}&state=all`;
    const parts = path.split('/').map((part, at, all) => {
      if (part === ':kind') return kind;
      if (part !== ':id') return part;
      return kind === '' ? (ids[all[at - 1] ?? ''] ?? `no id for ${all[at - 1]}`) : `b-${kind}`;
    });
    return { method, path: `${parts.join('/')}?${query}` };
  });
}

async function scene(database: Database): Promise<{ application: TestApplication; theirs: Theirs; mine: number }> {
  const application = await testApplication(database);
  const theirs = await otherPartner(database);
  const mine = await database.transaction((tx) => ensureOrganisation(tx, 'Đơn vị của mình'));
  return { application, theirs, mine };
}

/** Fields that would make something another's, or about another, if they were believed. */
const foreign = (theirs: Theirs) => ({
  organisation: String(theirs.organisationId),
  organisation_id: String(theirs.organisationId),
  title: 'Buổi của mình',
  name: 'Điểm của mình',
  day: '2026-12-12',
  starts: '08:00',
  ends: '09:00',
  place: 'Nhà văn hóa',
  confirmed: 'yes',
  text: 'Một câu',
});

describeDatabases('a partner never sees or changes what is another’s', (context) => {
  it('has a verdict for every route that there is', async () => {
    const { app } = await testApplication(await context.database());
    const there = new Set(
      app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`),
    );
    for (const [table, verdicts] of [
      [consoleRoutes, consoleVerdicts],
      [staffRoutes, apiVerdicts],
    ] as const) {
      const own = Object.entries(table).filter(([, row]) => row.partner !== 'no');
      expect(own.every(([, row]) => row.partner === 'own')).toBe(true);
      expect(new Set(Object.keys(verdicts))).toEqual(new Set(own.map(([route]) => route)));
      for (const route of Object.keys(table)) expect(there.has(route), route).toBe(true);
    }
  });

  it('in the console', async () => {
    const database = await context.database();
    const { application, theirs, mine } = await scene(database);
    const member = await addStaff(database, 'partner', { organisationId: mine });
    const browser = await signIn(application.app, database, member.id, application.time.now);
    const token = await browser.token();
    const before = await everything(database);
    for (const [route, verdict] of Object.entries(consoleVerdicts)) {
      if (verdict === 'self' || verdict === 'new') continue;
      for (const { method, path } of addressesOf(route, theirs)) {
        const { status, text } =
          method === 'GET'
            ? await browser.get(path)
            : await browser.send(path, { csrf: token, ...foreign(theirs) }, { 'sec-fetch-site': 'same-origin' });
        if (verdict === 'lists') expect(status, path).toBe(200);
        // What is discarded is gone in any case: whoever presses twice is led to the list.
        else expect(route.endsWith('/discard') ? [303] : [404], `${method} ${path}`).toContain(status);
        expect(text, `${method} ${path}`).not.toContain(secret);
      }
    }
    expect(await everything(database)).toEqual(before);
    // The marks are there to be seen: by whose they are.
    const owner = await signIn(application.app, database, theirs.memberId, application.time.now);
    for (const page of ['offers', 'agreements', 'proposals', 'workshops', 'stale', `imports/${theirs.ids.imports}`])
      expect((await owner.get(`/console/${page}`)).text, page).toContain(secret);
    for (const [route, row] of Object.entries(consoleRoutes)) {
      if (row.partner !== 'no') continue;
      for (const { method, path } of addressesOf(route.replace(/:(?!id|kind)\w+/g, '1'), theirs)) {
        const { status, text } =
          method === 'GET' ? await browser.get(path) : await browser.send(path, { csrf: token, ...foreign(theirs) });
        expect(status, `${method} ${path}`).toBe(403);
        expect(text, path).not.toContain(secret);
      }
    }
    expect(await everything(database)).toEqual(before);
  });

  it('over the API', async () => {
    const database = await context.database();
    const { application, theirs: made, mine } = await scene(database);
    // Here a place is named by its public id.
    const theirs = { ...made, ids: { ...made.ids, places: 'b-places' } };
    const { token } = await addStaff(database, 'partner', { organisationId: mine });
    const before = await everything(database);
    const bodies: Readonly<Record<string, object>> = {
      'POST /api/v1/programmes/:id/attendance': { session: 1, came: [1] },
      'POST /api/v1/applications/:id/accept': { text: 'x' },
      'POST /api/v1/applications/:id/rate': { text: 'x', rating: 5 },
      'POST /api/v1/applications/:id/refuse': { text: 'x' },
      'POST /api/v1/applications/:id/ask': { text: 'x' },
      'POST /api/v1/curriculum-requests/:id/answer': { answer: 'done' },
      'PUT /api/v1/workshop-proposals/:id': {
        title: 'Của mình',
        starts_at: '2026-12-12T08:00',
        ends_at: '2026-12-12T09:00',
      },
      'PATCH /api/v1/offers/:kind/:id': { title: 'Của mình' },
      'PUT /api/v1/places/:id/stock': { device: 'laptop', total: 9, loan_days: 7 },
      'POST /api/v1/workshops/:id/check-in': { request_id: 'r1', code: 'BBBBBB', at: morning.toISOString() },
      'POST /api/v1/workshops/:id/check-in/undo': { registration: 1 },
      'POST /api/v1/workshops/:id/walk-in': { request_id: 'r3', name: 'Ai đó', at: morning.toISOString() },
    };
    for (const route of Object.keys(staffRoutes) as (keyof typeof staffRoutes)[]) {
      const verdict = apiVerdicts[route];
      if (verdict === 'new') continue;
      for (const { method, path } of addressesOf(route.replace(/:(?!id|kind)\w+/g, '1'), theirs)) {
        const response = await application.app.request(path, {
          method,
          headers: { authorization: `Bearer ${token}` },
          ...(method === 'GET' ? {} : { body: JSON.stringify(bodies[route] ?? {}) }),
        });
        const text = await response.text();
        const expected = verdict === undefined ? [403] : verdict === 'lists' ? [200] : [404];
        expect(expected, `${method} ${path} ${response.status} ${text}`).toContain(response.status);
        expect(text, path).not.toContain(secret);
      }
    }
    expect(await everything(database)).toEqual(before);
  });

  it('and what it makes is its own, whatever the form says', async () => {
    const database = await context.database();
    const { application, theirs, mine } = await scene(database);
    const member = await addStaff(database, 'partner', { organisationId: mine });
    const browser = await signIn(application.app, database, member.id, application.time.now);
    expect((await browser.post('/console/proposals', foreign(theirs))).status).toBe(303);
    const made = await application.app.request('/api/v1/workshop-proposals', {
      method: 'POST',
      headers: { authorization: `Bearer ${member.token}` },
      body: JSON.stringify({ title: 'Khác', starts_at: '2026-12-12T08:00', ends_at: '2026-12-12T09:00' }),
    });
    expect(made.status).toBe(201);
    const { rows } = await database.db.execute<{ organisation_id: string }>(
      sql`select organisation_id from workshop_proposal where author_id = ${member.id}`,
    );
    expect(rows.map((row) => Number(row.organisation_id))).toEqual([mine, mine]);
    const foreignFile = await importText(
      database,
      'courses',
      `title,provider,id\nKhóa A,Đơn vị của mình,a1\nKhóa B,Đơn vị ${secret},a2\nKhóa C,Đơn vị của mình,b-courses\n`,
      { source: `partner:${mine}`, organisation: { id: mine, name: 'Đơn vị của mình' } },
    );
    expect(foreignFile.imported).toBe(false);
    expect(foreignFile.problems.map(({ row, column }) => `${row} ${column}`)).toEqual(['3 provider', '4 id']);
    expect(foreignFile.problems.map(({ problem }) => problem).join(' ')).not.toContain(secret);
    const places = await importText(database, 'places', 'name,kind,ward,id\nPhòng máy,library,Phường Bến Thành,a-p\n', {
      source: `partner:${mine}`,
      organisation: { id: mine, name: 'Đơn vị của mình' },
    });
    expect(places.created).toBe(1);
    expect((await browser.get('/console/offers?kind=places')).text).toContain('Phòng máy');
  });
});
