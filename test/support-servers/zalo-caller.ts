import { expect } from 'vitest';
import type { ScriptedZalo } from '../support/zalo/index.ts';

/** An answer of the platform: its HTTP status and its envelope. */
export interface ZaloReply {
  readonly status: number;
  readonly body: unknown;
}

export interface ZaloCaller {
  (method: string, payload?: object, signal?: AbortSignal): Promise<ZaloReply>;
  /** Sends a request of any kind, with another token if one is given. */
  raw(method: string, init: RequestInit, token?: string): Promise<ZaloReply>;
}

/** Calls the scripted server with the bot's token and JSON bodies. */
export function createZaloCaller(server: ScriptedZalo): ZaloCaller {
  const raw = async (method: string, init: RequestInit, token = server.token): Promise<ZaloReply> => {
    const response = await fetch(`${server.url}/bot${token}/${method}`, init);
    return { status: response.status, body: await response.json() };
  };
  const call: ZaloCaller = (method, payload = {}, signal) =>
    raw(method, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(payload),
      ...(signal === undefined ? {} : { signal }),
    });
  call.raw = raw;
  return call;
}

/** What a refused call is answered: always status 200. */
export function refused(code: number, description: unknown = expect.any(String)): ZaloReply {
  return { status: 200, body: { ok: false, error_code: code, description } };
}
