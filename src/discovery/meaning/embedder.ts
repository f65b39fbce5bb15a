import { OpenAI } from 'openai';
import { z } from 'zod';

/** An endpoint with OpenAI's embeddings. */
export interface EmbeddingSettings {
  readonly apiKey: string;
  /** Undefined: OpenAI's own. */
  readonly baseUrl: string | undefined;
  readonly model: string;
}

/** Turns texts into vectors, of which near ones mean something near. */
export interface Embedder {
  readonly model: string;
  /** One vector for each text, in order, all of one size. Throws where the endpoint does not answer so. */
  embed(texts: readonly string[], signal: AbortSignal): Promise<readonly Float32Array[]>;
}

/** As endpoints answer. */
const embedded = z.looseObject({
  data: z.array(z.looseObject({ index: z.int().min(0), embedding: z.array(z.number()).min(8).max(8192) })),
});

/** An embedder of any endpoint that speaks OpenAI's protocol. */
export function createEmbedder({ apiKey, baseUrl, model }: EmbeddingSettings): Embedder {
  // Whoever asks tries again later by themselves; its own log would print what people write.
  const client = new OpenAI({
    apiKey,
    maxRetries: 0,
    logLevel: 'off',
    ...(baseUrl === undefined ? {} : { baseURL: baseUrl }),
  });
  return {
    model,
    async embed(texts, signal) {
      // Numbers as they are: not every endpoint knows the other writing, which the client would ask for.
      const answer = await client.embeddings.create({ model, input: [...texts], encoding_format: 'float' }, { signal });
      const { data } = embedded.parse(answer);
      const vectors = new Array<Float32Array | undefined>(texts.length).fill(undefined);
      for (const { index, embedding } of data) vectors[index] = Float32Array.from(embedding);
      const [first] = vectors;
      const whole = vectors.filter((vector) => vector !== undefined && vector.length === first?.length);
      if (vectors.length !== texts.length || whole.length !== texts.length)
        throw new Error(`The endpoint gave ${whole.length} vectors of one size for ${texts.length} texts.`);
      return whole as Float32Array[];
    },
  };
}
