import type { ScriptedTelegram } from '../support/telegram/index.ts';

/** An answer of the Bot API, read as plainly as a bot would. */
export interface Reply {
  readonly status: number;
  readonly ok: boolean;
  readonly description: string;
  readonly retryAfterSeconds: number | undefined;
  readonly result: unknown;
}

type Payload = Readonly<Record<string, unknown>>;

export interface BotApiCaller {
  (
    method: string,
    payload?: Payload,
    options?: { readonly token?: string; readonly signal?: AbortSignal },
  ): Promise<Reply>;
  /** Sends a body of any kind. */
  raw(method: string, init: RequestInit): Promise<Reply>;
}

/** Calls the scripted server with the bot's token and JSON bodies. */
export function createCaller(server: ScriptedTelegram): BotApiCaller {
  const raw = async (method: string, init: RequestInit, token = server.token): Promise<Reply> => {
    const response = await fetch(`${server.url}/bot${token}/${method}`, init);
    const body = await response.json();
    return {
      status: response.status,
      ok: body.ok,
      description: body.description ?? '',
      retryAfterSeconds: body.parameters?.retry_after,
      result: body.result,
    };
  };
  const call: BotApiCaller = (method, payload = {}, { token, signal } = {}) =>
    raw(
      method,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(payload),
        ...(signal === undefined ? {} : { signal }),
      },
      token,
    );
  call.raw = raw;
  return call;
}
