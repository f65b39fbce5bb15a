import { z } from 'zod';
import { causeCode, hasNeverLeft } from '../network-failure.ts';

/** The API said no: `ok` was false. `code` is Zalo's own (the HTTP status is 200 all the same); some answers have none. */
export class ZaloError extends Error {
  constructor(
    readonly method: string,
    readonly code: number | undefined,
    readonly description: string,
  ) {
    super(`Zalo ${method}: ${code ?? 'no code'} ${description}`);
    this.name = 'ZaloError';
  }
}

/** The network failed, or what came was no answer of the API. `neverLeft`: nothing can have arrived there. */
export class ZaloNetworkError extends Error {
  constructor(
    readonly method: string,
    readonly problem: string,
    readonly neverLeft: boolean,
  ) {
    super(`Zalo ${method}: ${problem}`);
    this.name = 'ZaloNetworkError';
  }
}

const envelope = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  description: z.string().optional(),
  error_code: z.number().optional(),
});

/** An update as it stands alone. */
const bareUpdate = z.object({ event_name: z.string() });

const me = z.object({
  id: z.string(),
  account_name: z.string().optional(),
  account_type: z.string().optional(),
  can_join_groups: z.boolean().optional(),
  display_name: z.string().optional(),
});
const webhookInfo = z.object({ url: z.string(), updated_at: z.number().optional() });
const webhookTest = z.object({
  ok: z.boolean(),
  url: z.string().optional(),
  status_code: z.number().optional(),
  outcome: z.string(),
  latency_ms: z.number().optional(),
  hint: z.string().optional(),
});
const setWebhookResult = webhookInfo.extend({ verification: webhookTest.partial().optional() });
const sent = z.object({ message_id: z.string(), date: z.number().optional() });

/** A run of formatted text: UTF-16 offset, length, style codes ("b" bold, "i" italic, …). */
export interface ZaloTextStyle {
  readonly start: number;
  readonly len: number;
  readonly st: readonly string[];
}

/** The methods of the Zalo Bot Platform, under their own names. All throw `ZaloError` or `ZaloNetworkError`. */
export interface ZaloClient {
  getMe(): Promise<z.output<typeof me>>;
  /** One update, shaped like a webhook body, or undefined when none came in `timeout` seconds. */
  getUpdates(timeout: number, signal?: AbortSignal): Promise<unknown>;
  setWebhook(url: string, secretToken: string): Promise<z.output<typeof setWebhookResult>>;
  testWebhook(): Promise<z.output<typeof webhookTest>>;
  getWebhookInfo(): Promise<z.output<typeof webhookInfo>>;
  deleteWebhook(): Promise<z.output<typeof webhookInfo>>;
  sendMessage(message: {
    readonly chat_id: string;
    readonly text: string;
    readonly text_styles?: readonly ZaloTextStyle[];
  }): Promise<z.output<typeof sent>>;
  sendPhoto(message: {
    readonly chat_id: string;
    readonly photo: string;
    readonly caption?: string;
  }): Promise<z.output<typeof sent>>;
  sendSticker(message: { readonly chat_id: string; readonly sticker: string }): Promise<z.output<typeof sent>>;
  sendVoice(message: { readonly chat_id: string; readonly voice_url: string }): Promise<z.output<typeof sent>>;
  sendChatAction(message: { readonly chat_id: string; readonly action: 'typing' }): Promise<void>;
}

export interface ZaloClientOptions {
  /** `<digits>:<secret>`; part of every address, so no address may reach a log. */
  readonly token: string;
  readonly apiRoot: string;
  readonly timeoutSeconds: number;
}

/** Beyond the platform's own long-poll time. */
const pollGraceSeconds = 10;

function networkError(method: string, error: unknown): ZaloNetworkError {
  const code = causeCode(error);
  const name = error instanceof Error ? error.name : 'unknown';
  return new ZaloNetworkError(method, code ?? name, hasNeverLeft(code));
}

/** An idle poll is answered as an error: 408, 504 or no code at all, and "Request timeout". */
function isIdlePoll(error: unknown): boolean {
  if (!(error instanceof ZaloError)) return false;
  return error.code === 408 || error.code === 504 || /time-?out/i.test(error.description);
}

/** Makes a client of one bot. The names are the API's own, so that another client can take its place. */
export function createZaloClient({ token, apiRoot, timeoutSeconds }: ZaloClientOptions): ZaloClient {
  const root = apiRoot.replace(/\/+$/, '');

  async function call(method: string, parameters: object, seconds: number, signal?: AbortSignal): Promise<unknown> {
    const timeout = AbortSignal.timeout(seconds * 1000);
    let text: string;
    let status: number;
    try {
      const response = await fetch(`${root}/bot${token}/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(parameters),
        signal: signal === undefined ? timeout : AbortSignal.any([timeout, signal]),
      });
      status = response.status;
      text = await response.text();
    } catch (error) {
      throw networkError(method, error);
    }
    let body: unknown;
    try {
      body = JSON.parse(text);
    } catch {
      throw new ZaloNetworkError(method, `HTTP ${status}, no JSON`, false);
    }
    const parsed = envelope.safeParse(body);
    if (!parsed.success) {
      // What a poll hands out is gone from the platform: one that comes without its envelope is taken all the same.
      if (method === 'getUpdates' && bareUpdate.safeParse(body).success) return body;
      throw new ZaloNetworkError(method, `HTTP ${status}, no envelope`, false);
    }
    const { ok, result, error_code: code, description } = parsed.data;
    if (ok) return result;
    throw new ZaloError(method, code ?? (status >= 400 ? status : undefined), description ?? '');
  }

  async function ask<T extends z.ZodType>(method: string, parameters: object, shape: T): Promise<z.output<T>> {
    const parsed = shape.safeParse(await call(method, parameters, timeoutSeconds));
    if (!parsed.success) throw new ZaloNetworkError(method, 'a result of another shape', false);
    return parsed.data;
  }

  return {
    getMe: () => ask('getMe', {}, me),
    async getUpdates(timeout, signal) {
      try {
        return await call('getUpdates', { timeout: String(timeout) }, timeout + pollGraceSeconds, signal);
      } catch (error) {
        if (isIdlePoll(error)) return undefined;
        throw error;
      }
    },
    setWebhook: (url, secretToken) => ask('setWebhook', { url, secret_token: secretToken }, setWebhookResult),
    testWebhook: () => ask('testWebhook', {}, webhookTest),
    getWebhookInfo: () => ask('getWebhookInfo', {}, webhookInfo),
    deleteWebhook: () => ask('deleteWebhook', {}, webhookInfo),
    sendMessage: (message) => ask('sendMessage', message, sent),
    sendPhoto: (message) => ask('sendPhoto', message, sent),
    sendSticker: (message) => ask('sendSticker', message, sent),
    sendVoice: (message) => ask('sendVoice', message, sent),
    async sendChatAction(message) {
      await call('sendChatAction', message, timeoutSeconds);
    },
  };
}
