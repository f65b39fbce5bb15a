import { expect, it } from 'vitest';
import { readMoment } from '../../src/time/index.ts';

const timezone = 'Asia/Ho_Chi_Minh';

it('understands moments as people write them', () => {
  for (const [text, iso] of [
    ['2026-12-05 08:30', '2026-12-05T01:30:00.000Z'],
    ['2026-12-05T08:30:00Z', '2026-12-05T08:30:00.000Z'],
    ['2026-12-05T08:30+0700', '2026-12-05T01:30:00.000Z'],
    ['5/12/2026 8h30', '2026-12-05T01:30:00.000Z'],
    ['8h ngày 05/12/2026', '2026-12-05T01:00:00.000Z'],
  ] as const)
    expect(readMoment(text, timezone)?.toISOString(), text).toBe(iso);
  for (const text of ['', '2026-12-05', '31/02/2026 08:00', '2026-12-05T25:00', '2026-12-05T08:61Z', 'mai'])
    expect(readMoment(text, timezone), text).toBeUndefined();
});
