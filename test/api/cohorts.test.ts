import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { staffRoutes } from '../../src/api/staff-routes.ts';
import { type Cohort, cityLessons, joinCohort, openCohort } from '../../src/learning/index.ts';
import { roles } from '../../src/staff/index.ts';
import { testApplication } from '../support/application.ts';
import { newLearners } from '../support/consenting.ts';
import { describeDatabases } from '../support/databases.ts';
import { addStaff } from '../support/staff.ts';

const now = new Date('2026-11-24T03:00:00Z');

describeDatabases('staff API of classes', (context) => {
  it('gives numbers to the city’s own staff, and names to nobody', async () => {
    const database = await context.database();
    const { app } = await testApplication(database);
    const [teacher = 0, ...learners] = await newLearners(database, 6);
    const track = (await cityLessons()).tracks[0];
    const classes: Cohort[] = [];
    for (const code of ['BBBBBBBB', 'CCCCCCCC']) {
      const told = { learnerId: teacher, name: 'Lớp cô Hoa', teacher: 'Cô Hoa', track: track?.id ?? '', code, now };
      classes.push((await openCohort(database.db, told)) as Cohort);
    }
    const [large, small] = classes;
    if (large === undefined || small === undefined) throw new Error('two classes');
    for (const learnerId of learners.slice(0, 3)) await joinCohort(database.db, { cohort: large, learnerId, now });
    for (const learnerId of learners.slice(3)) await joinCohort(database.db, { cohort: small, learnerId, now });
    await database.db.execute(sql`
      insert into lesson_run (learner_id, lesson, track, way, step, started_at, noted_at, finished_at)
      select learner_id, ${track?.lessons[0]?.id}, ${track?.id}, 'read', '{}', ${now}, ${now}, ${now} from cohort_member`);
    for (const role of roles) {
      const { token } = await addStaff(database, role);
      const response = await app.request('/api/v1/cohorts', { headers: { authorization: `Bearer ${token}` } });
      const allowed = staffRoutes['GET /api/v1/cohorts'][role] !== 'no';
      expect(response.status, role).toBe(allowed ? 200 : 403);
      if (!allowed) continue;
      const text = await response.text();
      expect(text).not.toContain('Hoa');
      const common = { track: track?.id, opened_at: now.toISOString(), open: true };
      expect(JSON.parse(text)).toEqual({
        cohorts: [
          { ...common, id: small.id, learners: 2, lessons_done: null },
          { ...common, id: large.id, learners: 3, lessons_done: 3 },
        ],
      });
    }
    expect((await app.request('/api/v1/cohorts')).status).toBe(401);
  });
});
