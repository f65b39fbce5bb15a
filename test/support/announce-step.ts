import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Database } from '../../src/database/index.ts';
import type { TestApplication } from './application.ts';
import { broadcastApi } from './broadcasts.ts';
import type { AnnounceStep } from './dialogue.ts';
import { addStaff } from './staff.ts';

const newEmail = () => ({ email: `${randomUUID()}@thanhpho.example` });

/** Announces over the API what a dialogue says, to everybody on every channel. */
export async function announce(application: TestApplication, database: Database, step: AnnounceStep): Promise<void> {
  const { announce: text, ...more } = step;
  const editor = broadcastApi(application.app, (await addStaff(database, 'editor', newEmail())).token);
  const approver = broadcastApi(application.app, (await addStaff(database, 'approver', newEmail())).token);
  const audience = { channels: ['web', 'telegram', 'zalo'] };
  const { status, body } = await editor.create({ text, audience, ...more });
  expect(status, JSON.stringify(body)).toBe(201);
  await editor.step(body.id, 'submit');
  expect((await approver.step(body.id, 'approve')).status).toBe(200);
}
