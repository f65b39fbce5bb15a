import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import { buildPlaceIndex, type IndexedPlace } from '../src/access/index.ts';
import { createApplication } from '../src/application.ts';
import { readSettings } from '../src/config.ts';
import { type Database, migrate, openDatabase } from '../src/database/index.ts';
import { kmBetween, type Point, wards } from '../src/places/index.ts';
import { startPostgres } from '../test/support/postgres.ts';
import { removeFolder, temporaryFolder } from '../test/support/program.ts';
import { percentiles } from './corpus.ts';

const count = Number(process.env.BENCH_PLACES ?? '50000');
const questions = Number(process.env.BENCH_QUESTIONS ?? '400');
const now = new Date('2026-11-24T03:00:00Z');
const today = Math.floor(now.getTime() / 86_400_000);
const limit = 5;

/** A steady stream of numbers in [0, 1): the same places and questions in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

function somewhere(random: () => number): Point & { readonly ward: string; readonly name: string } {
  const ward = wards[Math.floor(random() * wards.length)] ?? { code: '', name: '', latitude: 10.8, longitude: 106.7 };
  return {
    latitude: ward.latitude + (random() - 0.5) * 0.04,
    longitude: ward.longitude + (random() - 0.5) * 0.04,
    ward: ward.code,
    name: ward.name,
  };
}

interface MadePlace extends Point {
  readonly ward: string;
  readonly kind: string;
}

const kinds = ['library', 'learning_centre', 'wifi', 'computer_room', 'device_lending'];

async function fill(database: Database, places: readonly MadePlace[]): Promise<void> {
  const week = JSON.stringify({ week: Array.from({ length: 7 }, () => [[480, 1200]]) });
  for (let from = 0; from < places.length; from += 5000) {
    const rows = places.slice(from, from + 5000).map((place, at) => ({ ...place, id: `p${from + at}` }));
    await database.db.execute(sql`
      insert into place (public_id, source, name, kind, ward, latitude, longitude, opening_hours, opening_times, equipment, wifi,
        confirmed_on, content_hash, version)
      select id, 'bench', 'Điểm ' || id, kind, ward, latitude, longitude, 'Mo-Su 08:00-20:00', ${week}::jsonb, array['máy tính'], true,
        '2026-11-20', id, 1
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as made (id text, kind text, ward text, latitude double precision, longitude double precision)`);
  }
  await database.db.execute(sql`insert into kind_version (kind, version) values ('places', 1)`);
}

async function timed(times: number, ask: (at: number) => unknown): Promise<{ p50: number; p95: number }> {
  // Everybody of the turns has written once before.
  for (let at = 0; at < Math.min(60, times); at++) await ask(at);
  const taken: number[] = [];
  for (let at = 0; at < times; at++) {
    const started = performance.now();
    await ask(at);
    taken.push(performance.now() - started);
  }
  return percentiles(taken);
}

/** What a whole turn takes on the embedded database: one in which somebody asks for the nearest places, and one that asks for help. */
async function measureTurns(places: readonly MadePlace[], asked: readonly { name: string }[]) {
  const folder = await temporaryFolder();
  const database = await openDatabase({ databaseUrl: undefined, dataDir: join(folder, 'data') });
  await migrate(database);
  await fill(database, places);
  const { conversations } = await createApplication({
    settings: readSettings({ RATE_LIMIT_PER_MINUTE: '0' }),
    database,
    clock: () => now,
    random: () => 0.5,
    logger: pino({ level: 'silent' }),
    owner: 'bench',
    address: () => 'http://127.0.0.1:3000',
  });
  let sent = 0;
  const take = async (text: string): Promise<void> => {
    const chat = `c${sent % 50}`;
    const result = await conversations.takeTurn({
      channel: 'web',
      updateKey: `u${sent++}`,
      chat,
      person: chat,
      receivedAt: now,
      content: { kind: 'text', text },
    });
    if (result.kind !== 'answered') throw new Error(result.kind);
  };
  const plain = await timed(asked.length, () => take('/giup'));
  const whole = await timed(asked.length, (at) => take(`/diem phòng máy ở ${asked[at]?.name} đang mở`));
  await database.close();
  await removeFolder(folder);
  return { plain, whole };
}

/** The same question put to Postgres, which has no index of positions. */
async function measurePostgres(places: readonly MadePlace[], asked: readonly Point[]) {
  const postgres = await startPostgres();
  const database = await openDatabase({ databaseUrl: `${postgres.url}/postgres`, dataDir: '', poolSize: 1 });
  await migrate(database);
  await fill(database, places);
  await database.db.execute(sql`analyze place`);
  const measured = await timed(Math.min(asked.length, 100), (at) => {
    const { latitude = 0, longitude = 0 } = asked[at] ?? {};
    return database.db.execute(sql`
      select id from place where kind = 'computer_room'
      order by 2 * 6371 * asin(sqrt(sin(radians(latitude - ${latitude}) / 2) ^ 2
        + cos(radians(${latitude})) * cos(radians(latitude)) * sin(radians(longitude - ${longitude}) / 2) ^ 2))
      limit ${limit}`);
  });
  await database.close();
  await postgres.stop();
  return measured;
}

/** Nearest places among 50,000: the index, a scan of all of them, Postgres without an index of positions; and a whole turn. */
export async function run(): Promise<void> {
  const random = numbers(11);
  const places = Array.from({ length: count }, () => {
    const { latitude, longitude, ward } = somewhere(random);
    return { latitude, longitude, ward, kind: kinds[Math.floor(random() * kinds.length)] ?? 'wifi' };
  });
  const asked = Array.from({ length: questions }, () => somewhere(random));
  const indexed: IndexedPlace[] = places.map(({ latitude, longitude, ward, kind }, key) => ({
    key,
    ward,
    point: { latitude, longitude },
    until: today + 100,
    isUnconfirmed: false,
    wheelchair: undefined,
    needs: kind === 'computer_room' ? 1 : 0,
    equipment: [],
    hours: undefined,
  }));
  const started = performance.now();
  const index = buildPlaceIndex(indexed);
  const buildMilliseconds = performance.now() - started;
  const find = (point: Point | undefined) =>
    index.nearest({ today, limit, needs: ['computers'], near: point && { point } }).map(({ key }) => key);
  const scan = (point: Point): number[] =>
    indexed
      .filter(({ needs }) => needs === 1)
      .map((place) => ({ key: place.key, km: kmBetween(point, place.point) }))
      .sort((a, b) => a.km - b.km || a.key - b.key)
      .slice(0, limit)
      .map(({ key }) => key);
  const differing = asked.filter((point) => find(point).join() !== scan(point).join()).length;
  if (differing > 0) throw new Error(`${differing} of ${asked.length} questions are answered otherwise by the scan`);
  const ours = await timed(asked.length, (at) => find(asked[at]));
  const brute = await timed(Math.min(asked.length, 100), (at) => scan(asked[at] ?? { latitude: 0, longitude: 0 }));
  const postgres = await measurePostgres(places, asked);
  const { plain, whole: turn } = await measureTurns(places, asked);
  const rows = [
    ['our index', ours],
    ['scan of all', brute],
    ['Postgres 18 without index', postgres],
    ['whole turn, embedded', turn],
    ['turn that asks for help', plain],
  ] as const;
  console.log(`${count} places, index built in ${buildMilliseconds.toFixed(0)} ms\n`);
  console.log('                             p50 ms   p95 ms');
  for (const [name, { p50, p95 }] of rows) {
    console.log([name.padEnd(26), p50.toFixed(3).padStart(8), p95.toFixed(3).padStart(8)].join(' '));
  }
  console.log(
    JSON.stringify({
      bench: 'places',
      places: count,
      build_ms: buildMilliseconds,
      p50_ms: ours.p50,
      p95_ms: ours.p95,
      turn_p50_ms: turn.p50,
      turn_p95_ms: turn.p95,
      turn_p95_ratio_to_help: turn.p95 / plain.p95,
      p95_ratio_to_scan: ours.p95 / brute.p95,
      p95_ratio_to_postgres: ours.p95 / postgres.p95,
    }),
  );
}
