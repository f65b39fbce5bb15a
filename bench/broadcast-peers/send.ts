import { Agent, request } from 'undici';
import type { BroadcastPeerSettings } from './peer-settings.ts';

/** Sends by undici itself, the quickest client there is for Node, on kept connections, one for each message under way. */
export function createSend({
  token,
  apiRoot,
  atOnce,
}: BroadcastPeerSettings): (chat: number, text: string) => Promise<number> {
  const dispatcher = new Agent({ connections: atOnce, keepAliveTimeout: 4000 });
  const url = `${apiRoot}/bot${token}/sendMessage`;
  const headers = { 'content-type': 'application/json' };
  return async (chat, text) => {
    const { body } = await request(url, {
      method: 'POST',
      headers,
      body: JSON.stringify({ chat_id: chat, text }),
      dispatcher,
    });
    const answer = (await body.json()) as { ok: boolean; result?: { message_id: number } };
    if (answer.result === undefined) throw new Error('refused');
    return answer.result.message_id;
  };
}

/** Runs `work` for all items, never more than `atOnce` side by side. */
export async function sideBySide<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>) {
  let next = 0;
  await Promise.all(
    Array.from({ length: Math.min(atOnce, items.length) }, async () => {
      for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
    }),
  );
}
