import { Api, type ApiClientOptions } from 'grammy';

/**
 * grammY's own transport hangs on an answer that breaks off in the middle; Node's fetch fails at once. It wants its own
 * kind of signal, and `duplex` for a body that streams.
 */
const transport = (async (url: string, init: RequestInit & { signal?: AbortSignal }): Promise<Response> => {
  const controller = new AbortController();
  const { signal, ...rest } = init;
  if (signal?.aborted === true) controller.abort();
  signal?.addEventListener('abort', () => controller.abort());
  const isStream = typeof rest.body === 'object' && rest.body !== null;
  return fetch(url, { ...rest, signal: controller.signal, ...(isStream ? { duplex: 'half' } : {}) } as RequestInit);
}) as unknown as NonNullable<ApiClientOptions['fetch']>;

/** The Bot API of one bot. A call that takes longer than `timeoutSeconds` is given up. */
export function createBotApi(options: {
  readonly token: string;
  readonly apiRoot: string;
  readonly timeoutSeconds: number;
}): Api {
  return new Api(options.token, {
    apiRoot: options.apiRoot.replace(/\/+$/, ''),
    timeoutSeconds: options.timeoutSeconds,
    fetch: transport,
  });
}

/** grammY's signal type is a polyfill's; the real one serves. */
export function grammySignal(signal: AbortSignal): Parameters<Api['getMe']>[0] {
  return signal as unknown as Parameters<Api['getMe']>[0];
}
