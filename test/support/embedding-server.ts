import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

/** What the scripted embedding endpoint does with a request. */
export type PlayedEmbedding =
  | { readonly kind: 'embeds' }
  | { readonly kind: 'status'; readonly status: number }
  /** One vector too few. */
  | { readonly kind: 'short' }
  | { readonly kind: 'raw'; readonly body: string }
  /** It never answers. */
  | { readonly kind: 'hangs' };

export interface EmbeddingServer {
  /** To be set as OPENAI_BASE_URL. */
  readonly url: string;
  /** Every text that was sent. */
  readonly texts: readonly string[];
  /** Requests that a real endpoint would refuse. */
  readonly violations: readonly string[];
  close(): Promise<void>;
}

const request = z.strictObject({
  model: z.literal('scripted-embedding'),
  input: z.array(z.string().min(1)).min(1).max(2048),
  encoding_format: z.literal('float'),
});

const dimensions = 64;

/** A number that is always the same for a text, from -1 to 1. */
function noise(text: string, at: number): number {
  let hash = 2166136261 ^ at;
  for (let position = 0; position < text.length; position++)
    hash = Math.imul(hash ^ text.charCodeAt(position), 16777619);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 2246822507);
  return ((hash >>> 0) / 2 ** 31 - 1) * 0.25;
}

/**
 * An endpoint as strict as the real ones. Texts that hold words of the same group mean the same to it, whatever else they say.
 * @param groups patterns of what means the same
 */
export async function startEmbeddingServer(
  groups: readonly RegExp[],
  plays: () => PlayedEmbedding = () => ({ kind: 'embeds' }),
): Promise<EmbeddingServer> {
  const texts: string[] = [];
  const violations: string[] = [];
  const vectorOf = (text: string): number[] =>
    Array.from({ length: dimensions }, (_, at) => noise(text, at) + (groups[at]?.test(text) === true ? 2 : 0));
  const server = createServer((incoming, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
      if (incoming.url !== '/v1/embeddings') violations.push(`asked for ${incoming.url}`);
      if (incoming.headers.authorization !== 'Bearer test-key') violations.push('asked without its key');
      const checked = request.safeParse(JSON.parse(Buffer.concat(chunks).toString()));
      if (!checked.success) violations.push(z.prettifyError(checked.error));
      const input = checked.data?.input ?? [];
      texts.push(...input);
      const played = plays();
      if (played.kind === 'hangs') return;
      const data = input.map((text, index) => ({ object: 'embedding', index, embedding: vectorOf(text) })).reverse();
      if (played.kind === 'short') data.pop();
      const body = {
        embeds: () =>
          JSON.stringify({ object: 'list', data, model: 'scripted-embedding', usage: { prompt_tokens: 1 } }),
        short: () => JSON.stringify({ object: 'list', data, model: 'scripted-embedding' }),
        status: () => JSON.stringify({ error: { message: 'no' } }),
        raw: () => (played.kind === 'raw' ? played.body : ''),
      }[played.kind]();
      response
        .writeHead(played.kind === 'status' ? played.status : 200, { 'content-type': 'application/json' })
        .end(body);
    })();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    texts,
    violations,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
