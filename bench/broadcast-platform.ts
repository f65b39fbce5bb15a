import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ServerOrder, ServerReport, WrittenReport } from './broadcast-server.ts';

/** The light Bot API server in its process. */
export interface BroadcastPlatform {
  readonly token: string;
  readonly url: string;
  /** Begins to count anew. */
  reset(order: Omit<Extract<ServerOrder, { kind: 'reset' }>, 'kind'>): Promise<void>;
  report(): Promise<ServerReport>;
  /** A person writes; milliseconds until they hear, undefined when they hear nothing for half a minute. One at a time. */
  write(order: Omit<Extract<ServerOrder, { kind: 'write' }>, 'kind'>): Promise<number | undefined>;
  close(): Promise<void>;
}

export async function startBroadcastPlatform(): Promise<BroadcastPlatform> {
  const child = fork(fileURLToPath(new URL('./broadcast-server.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
  });
  const listeners = new Map<string, ((message: never) => void)[]>();
  child.on('message', (message: { kind: string }) => listeners.get(message.kind)?.shift()?.(message as never));
  const told = <T>(kind: string): Promise<T> =>
    new Promise((done) => listeners.set(kind, [...(listeners.get(kind) ?? []), done as (message: never) => void]));
  const { port } = await told<{ port: number }>('ready');
  return {
    token: '1:bench',
    url: `http://127.0.0.1:${port}`,
    async reset(order) {
      const done = told('reset');
      child.send({ kind: 'reset', ...order });
      await done;
    },
    report() {
      const report = told<ServerReport>('report');
      child.send({ kind: 'report' });
      return report;
    },
    async write(order) {
      const written = told<WrittenReport>('written');
      child.send({ kind: 'write', ...order });
      return (await written).milliseconds;
    },
    async close() {
      const exited = once(child, 'exit');
      child.disconnect();
      await exited;
    },
  };
}
