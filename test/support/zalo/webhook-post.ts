import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

/** How a delivery to the webhook ended. */
export interface WebhookAnswer {
  /** 0 where no answer came. */
  readonly status: number;
  /** In the platform's words: `webhook.ok`, `webhook.http.404`, `webhook.err.timeout` and so on. */
  readonly outcome: string;
  readonly latencyMs: number;
}

interface Delivery {
  readonly url: string;
  /** An empty one goes without a content type. */
  readonly body: string;
  readonly secret: string | undefined;
  readonly timeoutMs: number;
  readonly closed: AbortSignal;
}

/** Posts to the bot and waits for the whole answer, no longer than the time-out. */
export function postToWebhook({ url, body, secret, timeoutMs, closed }: Delivery): Promise<WebhookAnswer> {
  return new Promise((done) => {
    const startedAt = performance.now();
    const end = (status: number, outcome: string): void => {
      clearTimeout(timer);
      done({ status, outcome, latencyMs: Math.round(performance.now() - startedAt) });
    };
    const start = url.startsWith('https:') ? httpsRequest : httpRequest;
    const headers = {
      ...(body === '' ? {} : { 'content-type': 'application/json' }),
      'content-length': Buffer.byteLength(body),
      ...(secret === undefined ? {} : { 'x-bot-api-secret-token': secret }),
    };
    const request = start(url, { method: 'POST', agent: false, signal: closed, headers }, (response) => {
      response.resume();
      response.on('end', () => end(response.statusCode ?? 0, httpOutcome(response.statusCode ?? 0)));
      response.on('error', (error) => end(0, errorOutcome(error)));
    });
    const timer = setTimeout(() => {
      end(0, 'webhook.err.timeout');
      request.destroy();
    }, timeoutMs);
    request.on('error', (error) => end(0, errorOutcome(error)));
    request.end(body);
  });
}

function httpOutcome(status: number): string {
  if (status >= 200 && status < 300) return 'webhook.ok';
  if (status >= 500) return 'webhook.http.5xx';
  return status === 403 || status === 404 ? `webhook.http.${status}` : 'webhook.http.other';
}

function errorOutcome(error: NodeJS.ErrnoException): string {
  const code = error.code ?? '';
  if (['ENOTFOUND', 'EAI_AGAIN'].includes(code)) return 'webhook.err.dns';
  if (['ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'ENETUNREACH', 'EPIPE'].includes(code)) return 'webhook.err.conn';
  if (code === 'ETIMEDOUT') return 'webhook.err.timeout';
  if (/CERT|TLS|SSL|EPROTO/.test(code)) return 'webhook.err.tls';
  return 'webhook.err.other';
}
