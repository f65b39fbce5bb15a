import { expect, it } from 'vitest';
import { testApplication } from '../support/application.ts';
import { describeDatabases } from '../support/databases.ts';

interface Answer {
  courses: Record<string, unknown>[];
  understood: { topic: string; facets: Record<string, unknown> };
  none: boolean;
  near: Record<string, unknown>[];
}

describeDatabases('public API and pages', (context) => {
  it('searches as the chat does', async () => {
    const { app } = await testApplication(await context.database());
    const response = await app.request(`/api/v1/courses?q=${encodeURIComponent('kế toán miễn phí buổi tối')}&limit=2`);
    const answer = (await response.json()) as Answer;
    expect(answer.courses[0]).toMatchObject({
      id: 'ke-toan-toi',
      price_vnd: 0,
      sample: false,
      url: 'https://banmai.example/ke-toan',
    });
    expect(answer.courses.length).toBeLessThanOrEqual(2);
    expect(answer.understood).toMatchObject({ topic: 'kế toán', facets: { maxPriceVnd: { value: 0 } } });
    expect(answer.none).toBe(false);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('says when nothing fits, browses without a query, and pages', async () => {
    const { app } = await testApplication(await context.database());
    const read = async (query: string) => (await (await app.request(`/api/v1/courses${query}`)).json()) as Answer;
    expect(await read(`?q=${encodeURIComponent('lái tàu ngầm')}`)).toMatchObject({ none: true, courses: [] });
    const first = await read('?limit=3');
    const second = await read('?limit=3&offset=3');
    expect(first.courses).toHaveLength(3);
    expect(second.courses.map((course) => course.id)).not.toContain(first.courses[0]?.id);
    expect((await app.request('/api/v1/courses?limit=1000')).status).toBe(400);
    expect((await app.request('/api/v1/courses?offset=-1')).status).toBe(400);
  });

  it.each([
    'limit=0x10',
    'limit=1e1',
    'limit=%205',
    'limit=-1',
    'limit=0',
    'limit=101',
    'offset=1.5',
    'offset=1000001',
  ])('refuses %s', async (query) => {
    const { app } = await testApplication(await context.database());
    const response = await app.request(`/api/v1/courses?${query}`);
    expect(response.status).toBe(400);
    const body = (await response.json()) as { error: { code: string; message: string } };
    expect(body.error.code).toBe('bad_query');
    expect(body.error.message).toContain(query.split('=')[0]);
  });

  it('takes empty numbers for none and skips as far as a catalogue may reach', async () => {
    const { app } = await testApplication(await context.database());
    const read = async (query: string) => {
      const response = await app.request(`/api/v1/courses?${query}`);
      expect(response.status).toBe(200);
      return ((await response.json()) as Answer).courses.map((course) => course.id);
    };
    expect(await read('limit=&offset=')).toEqual(await read(''));
    expect(await read('offset=10001')).toEqual([]);
    expect(await read('offset=1000000')).toEqual([]);
    expect(await read(`q=guitar&offset=1000000`)).toEqual([]);
  });

  it('counts requests together with those to the chat, and says when to come back', async () => {
    const { app } = await testApplication(await context.database(), { RATE_LIMIT_PER_MINUTE: '3' });
    await app.request('/api/chat', { method: 'POST', body: '{"text":"vẽ"}' });
    expect((await app.request('/api/v1/courses?limit=1')).status).toBe(200);
    expect((await app.request('/api/v1/openapi.json')).status).toBe(200);
    for (const path of ['/api/v1/courses?limit=1', '/api/v1/openapi.json']) {
      const refused = await app.request(path);
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(refused.headers.get('access-control-allow-origin')).toBe('*');
      expect(((await refused.json()) as { error: { code: string } }).error.code).toBe('too_many_requests');
    }
  });

  it.each(['/api/v1/courses', '/api/v1/openapi.json'])(
    'answers a wrong method on %s with those there are',
    async (path) => {
      const { app } = await testApplication(await context.database());
      const response = await app.request(path, { method: 'POST', headers: { 'accept-language': 'en' } });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
      expect(await response.json()).toEqual({
        error: { code: 'method_not_allowed', message: 'This address takes GET, HEAD only.' },
      });
    },
  );

  it('describes what it gives', async () => {
    const { app } = await testApplication(await context.database());
    const description = (await (await app.request('/api/v1/openapi.json')).json()) as {
      paths: Record<
        string,
        {
          get: {
            responses: Record<
              string,
              { content: Record<string, { schema: { properties: { courses: { items: { properties: object } } } } }> }
            >;
          };
        }
      >;
    };
    const described =
      description.paths['/api/v1/courses']?.get.responses['200']?.content['application/json']?.schema.properties.courses
        .items.properties;
    const { courses } = (await (await app.request('/api/v1/courses?limit=1')).json()) as Answer;
    expect(Object.keys(described ?? {}).sort()).toEqual(Object.keys(courses[0] ?? {}).sort());
  });

  it('shows a course with its data, escaped', async () => {
    const database = await context.database();
    const { app } = await testApplication(database);
    const page = await (await app.request('/courses/guitar')).text();
    expect(page).toContain('<h1>Guitar đệm hát cho người mới</h1>');
    expect(page).toContain('property="og:title"');
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? '{}') as Record<
      string,
      unknown
    >;
    expect(data).toMatchObject({
      '@type': 'Course',
      provider: { name: 'Nhà Văn hóa Phố Nhỏ' },
      offers: { price: 700_000, priceCurrency: 'VND' },
    });
    await database.db.execute(`update course set title = '</script><b>x' where public_id = 'guitar'`);
    const hostile = await (await app.request('/courses/guitar')).text();
    expect(hostile).not.toContain('</script><b>');
    expect(hostile).not.toContain('<b>x');
    expect((await app.request('/courses/none')).status).toBe(404);
  });

  it('is alive, ready and measured', async () => {
    const { app } = await testApplication(await context.database());
    expect((await app.request('/healthz')).status).toBe(200);
    const ready = await app.request('/readyz');
    expect([ready.status, ((await ready.json()) as { checks: object }).checks]).toMatchObject([
      200,
      { database: 'ok' },
    ]);
    const metrics = await (await app.request('/metrics')).text();
    expect(metrics).toContain('ban_hoc_courses_indexed 20');
  });

  it('refuses a form that another site sends', async () => {
    const { app } = await testApplication(await context.database());
    const foreign = { 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded' };
    expect((await app.request('/', { method: 'POST', headers: foreign, body: 'text=hi' })).status).toBe(403);
    const other = {
      origin: 'https://evil.example',
      host: 'localhost',
      'content-type': 'application/x-www-form-urlencoded',
    };
    expect((await app.request('/', { method: 'POST', headers: other, body: 'text=hi' })).status).toBe(403);
  });
});
