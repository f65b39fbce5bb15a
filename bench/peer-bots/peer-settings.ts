/** What a peer bot is told by the bench. */
export interface PeerSettings {
  readonly token: string;
  readonly apiRoot: string;
  readonly databaseUrl: string;
  readonly secret: string;
  readonly publicUrl: string;
  readonly port: number;
}

export function peerSettings(): PeerSettings {
  const settings: unknown = JSON.parse(process.env.PEER_SETTINGS ?? '');
  return settings as PeerSettings;
}

export const peerTable = 'create table if not exists peer_update (id bigint primary key, content text not null)';
export const insertUpdate = 'insert into peer_update (id, content) values ($1, $2) on conflict do nothing';

/** Tells the bench that updates may come. */
export function ready(): void {
  process.stdout.write('ready\n');
}
