import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The real program as its own process. */
export interface Program {
  readonly url: string;
  readonly process: ChildProcess;
  readonly dataDir: string;
  stderr(): string;
  /** Asks it to stop and gives its exit code. */
  stop(): Promise<number | null>;
  kill9(): Promise<void>;
}

export async function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'bh-'));
}

/** Starts the program on a free port; fails with what it printed when it ends before it can answer. */
export async function startProgram(
  options: {
    readonly dataDir?: string;
    readonly environment?: Readonly<Record<string, string>>;
    readonly nodeArguments?: readonly string[];
    /** What Node runs instead of the program itself. */
    readonly script?: readonly string[];
  } = {},
): Promise<Program> {
  const dataDir = options.dataDir ?? (await temporaryFolder());
  const { nodeArguments = [], script = ['scripts/run.mjs', 'main'] } = options;
  const child = spawn(process.execPath, [...nodeArguments, ...script], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: '', PORT: '0', DATA_DIR: dataDir, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const exited = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  const url = await new Promise<string>((done, fail) => {
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      const address = /^chat (http:\S+)$/m.exec(stdout)?.[1];
      if (address !== undefined) done(address);
      // One that only works has no address: it is there when it has told how its bots stand.
      else if (/^telegram /m.test(stdout)) done('');
    });
    child.once('exit', (code) => fail(new Error(`The program ended with code ${code}: ${stdout}${stderr}`)));
  });
  return {
    url,
    process: child,
    dataDir,
    stderr: () => stderr,
    async stop() {
      child.kill('SIGTERM');
      return exited;
    },
    async kill9() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Runs a program of src/ (`main`, `commands/import`) and collects what it printed. */
export function runCommand(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, ['scripts/run.mjs', program, ...args], {
      cwd: root,
      env: { ...process.env, DATABASE_URL: '', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.once('close', (code) => done({ code, stdout, stderr }));
  });
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
