import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { BroadcastPlatform } from '../broadcast-platform.ts';
import type { ServerReport } from '../broadcast-server.ts';
import { cpuSeconds, cpuSecondsOfFamily } from '../cpu-time.ts';
import type { BroadcastPeerSettings } from './peer-settings.ts';

export interface Tuning {
  readonly atOnce: number;
  readonly batch: number;
}

/** What sending to everybody came to. */
export interface SpeedFigures {
  /** Messages a second, from the first that came to the last. */
  readonly perSecond: number;
  /** Milliseconds of processor time a message took: the sending process, and its Postgres (0 where the process is its own database). */
  readonly cpu: number;
  readonly cpuOfPostgres: number;
}

/** Speed of a run in which everybody heard once; anything else throws. */
export function speedOf(
  name: string,
  recipients: number,
  report: ServerReport,
  used: { readonly cpu: number; readonly cpuOfPostgres: number },
): SpeedFigures {
  if (report.persons !== recipients || report.twice > 0 || report.wrong > 0 || report.throttled > 0) {
    throw new Error(`${name}: ${JSON.stringify(report)}`);
  }
  const each = (seconds: number): number => (seconds * 1000) / recipients;
  return { perSecond: report.perSecond, cpu: each(used.cpu), cpuOfPostgres: each(used.cpuOfPostgres) };
}

export interface Peer {
  readonly name: string;
  readonly file: string;
  /** What is tried; the best of it is used. */
  readonly tunings: readonly Tuning[];
  /** A kill leaves no more in doubt than with the program, 96 at most; peers send those again. */
  readonly isAsCareful: boolean;
}

export const peers: readonly Peer[] = [
  {
    name: 'pg-boss 10.4.2, a job each',
    file: './pg-boss.ts',
    tunings: [
      { atOnce: 16, batch: 200 },
      { atOnce: 16, batch: 1000 },
      { atOnce: 64, batch: 200 },
      { atOnce: 64, batch: 1000 },
    ],
    isAsCareful: false,
  },
  {
    // A batch is fetched, and the one before may not be completed: twice the batch is in doubt.
    name: 'pg-boss 10.4.2, 96 in doubt at most',
    file: './pg-boss.ts',
    tunings: [
      { atOnce: 16, batch: 48 },
      { atOnce: 48, batch: 48 },
    ],
    isAsCareful: true,
  },
  {
    name: 'graphile-worker 0.16.6, a job each',
    file: './graphile-worker.ts',
    tunings: [
      { atOnce: 8, batch: 1 },
      { atOnce: 24, batch: 1 },
    ],
    isAsCareful: true,
  },
  {
    name: 'graphile-worker 0.16.6, batch jobs',
    file: './graphile-worker.ts',
    tunings: [
      { atOnce: 50, batch: 50 },
      { atOnce: 100, batch: 50 },
      { atOnce: 200, batch: 100 },
    ],
    isAsCareful: false,
  },
  {
    name: 'graphile-worker, 96 in doubt at most',
    file: './graphile-worker.ts',
    tunings: [
      { atOnce: 96, batch: 48 },
      { atOnce: 96, batch: 24 },
    ],
    isAsCareful: true,
  },
  {
    name: 'Telegraf loop, an update each',
    file: './telegraf.ts',
    tunings: [
      { atOnce: 8, batch: 500 },
      { atOnce: 24, batch: 500 },
      { atOnce: 64, batch: 500 },
    ],
    isAsCareful: true,
  },
];

/** Lets a peer send to so many recipients, on a new database, as fast as it can. */
export async function runPeer(
  peer: Peer,
  platform: BroadcastPlatform,
  settings: BroadcastPeerSettings,
  postgresId: number,
): Promise<SpeedFigures> {
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL(peer.file, import.meta.url))], {
    env: { ...process.env, PEER_SETTINGS: JSON.stringify(settings) },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<never>((_, fail) =>
    child.once('exit', (code) => fail(new Error(`${peer.name} ended with code ${code}`))),
  );
  ended.catch(() => undefined);
  const said = (): Promise<unknown> => Promise.race([once(child.stdout, 'data'), ended]);
  await said();
  await platform.reset({
    firstChat: settings.firstChat,
    recipients: settings.recipients,
    perSecond: 0,
    delayMilliseconds: 0,
  });
  const [cpuBefore, postgresBefore] = [cpuSeconds(child.pid), cpuSecondsOfFamily(postgresId)];
  child.stdin.write('\n');
  // It says so with its last breath but one: what it used is read before it goes.
  await said();
  const used = {
    cpu: cpuSeconds(child.pid) - cpuBefore,
    cpuOfPostgres: cpuSecondsOfFamily(postgresId) - postgresBefore,
  };
  child.stdin.write('\n');
  return speedOf(peer.name, settings.recipients, await platform.report(), used);
}
