import { expect, it, vi } from 'vitest';
import { testApplication } from '../support/application.ts';
import { describeDatabases } from '../support/databases.ts';

vi.setConfig({ testTimeout: 120_000 });

interface Skill {
  id: string | null;
  name: string;
  weight: number;
}

describeDatabases('occupations over the API', (context) => {
  it('are found as people write them, each with its skills in order; what is no occupation has only near ones', async () => {
    const { app } = await testApplication(await context.database());
    const ask = async (path: string) => {
      const response = await app.request(`/api/v1/occupations${path}`);
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    };
    const { body } = await ask(`?q=${encodeURIComponent('muon lam tho may')}`);
    const [tailor] = body.occupations as { id: string; skills: Skill[] }[];
    expect(body.named).toBe(true);
    expect(tailor).toMatchObject({ id: 'tho-may', title: 'thợ may', title_en: 'tailor', field: 'trades' });
    expect(tailor?.skills[0]).toEqual({ id: 'cat-may', name: 'cắt may', weight: 1 });
    expect((await ask('?q=xyzzy')).body).toEqual({ occupations: [], named: false });
    expect(((await ask('?limit=100')).body.occupations as unknown[]).length).toBe(100);
    expect((await ask('?limit=0')).status).toBe(400);
  });

  it('one has a path of courses and says what is missing', async () => {
    const { app } = await testApplication(await context.database());
    const response = await app.request('/api/v1/occupations/tho-may');
    const { path } = (await response.json()) as {
      path: { steps: { course: { id: string }; skills: Skill[] }[]; missing: Skill[]; duration_hours: number };
    };
    expect(path.steps.map(({ course, skills }) => [course.id, skills.map(({ id }) => id)])).toEqual([
      ['cat-may', ['cat-may']],
    ]);
    expect(path.missing.map(({ id }) => id)).toContain('cat-rap');
    expect(path.duration_hours).toBe(48);
    expect((await app.request('/api/v1/occupations/nobody')).status).toBe(404);
  });
});
