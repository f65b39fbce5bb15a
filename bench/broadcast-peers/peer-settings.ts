/** What a peer is told by the bench. */
export interface BroadcastPeerSettings {
  readonly token: string;
  readonly apiRoot: string;
  readonly databaseUrl: string;
  /** Recipients are the chats from this one on. */
  readonly firstChat: number;
  readonly recipients: number;
  readonly text: string;
  /** Messages under way at the same time. */
  readonly atOnce: number;
  /** Messages in one batch, where the peer knows batches. */
  readonly batch: number;
}

export function broadcastPeerSettings(): BroadcastPeerSettings {
  const settings: unknown = JSON.parse(process.env.PEER_SETTINGS ?? '');
  return settings as BroadcastPeerSettings;
}

async function tellBench(what: string): Promise<void> {
  process.stdout.write(`${what}\n`);
  await new Promise((done) => process.stdin.once('data', done));
}

/** Everything is queued: resolves when the bench says to begin. */
export function queued(): Promise<void> {
  return tellBench('queued');
}

/** Every outcome is in the database. */
export async function finished(): Promise<void> {
  await tellBench('finished');
  process.exit(0);
}
