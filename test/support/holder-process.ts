import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('./holder.ts', import.meta.url));

/** A process that opens a directory and inserts numbers, printing each one that is committed. */
export function startHolder(dataDir: string, mode?: 'die-inside-transaction') {
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir, ...(mode === undefined ? [] : [mode])], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let wake = (): void => {};
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    wake();
  });
  const exited = new Promise<void>((done) => child.once('close', () => done()));
  const committed = () =>
    output
      .split('\n')
      .filter((line) => /^\d+$/.test(line))
      .map(Number);
  return {
    exited,
    output: () => output,
    committed,
    /** Resolves once so many numbers are committed. */
    async reached(count: number): Promise<void> {
      while (committed().length < count) {
        await new Promise<void>((go) => {
          wake = go;
        });
      }
    },
    async kill9() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
