import { type Fixture, type FixtureResponse, LLMock } from '@copilotkit/aimock';
import { z } from 'zod';
import { readMultipart, type UploadedFile } from './scripted-server/multipart.ts';

/** What the scripted model does with a request. */
export type Played = (
  | { readonly kind: 'say'; readonly text: string; readonly isCutOff?: true; readonly hidesUsage?: true }
  | { readonly kind: 'call'; readonly name: string; readonly args: string }
  | { readonly kind: 'status'; readonly status: number; readonly message?: string }
  /** A stream breaks off in its middle. */
  | { readonly kind: 'breaks'; readonly text: string }
  /** The connection is dropped before an answer. */
  | { readonly kind: 'drops' }
  /** What comes is no JSON. */
  | { readonly kind: 'malformed' }
  | { readonly kind: 'raw'; readonly body: unknown }
) & {
  /** It answers when this is over. */
  readonly after?: Promise<unknown>;
};

/** What the scripted endpoint hears in a voice message. */
export type Heard = (
  | { readonly kind: 'hears'; readonly text: string }
  | { readonly kind: 'status'; readonly status: number }
) & {
  /** It answers when this is over. */
  readonly after?: Promise<unknown>;
};

/** A voice message as the program sent it. */
export interface VoiceRequest {
  readonly model: string;
  readonly language: string;
  readonly file: UploadedFile;
}

/** A request as the program made it. */
export interface ModelRequest {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly isStreaming: boolean;
  /** Everything that was sent, as text: what must never be in it is looked for here. */
  readonly raw: string;
}

/** What the scripted moderation does with a text: categories that it flags, or a status of HTTP. */
export type PlayedModeration = (
  | { readonly flags: readonly string[] }
  | { readonly status: number }
  | { readonly raw: string }
) & { readonly after?: Promise<unknown> };

export interface ModelServer {
  /** To be set as OPENAI_BASE_URL. */
  readonly url: string;
  readonly requests: readonly ModelRequest[];
  /** Texts that moderation was asked about. */
  readonly moderated: readonly string[];
  readonly voices: readonly VoiceRequest[];
  /** What was wrong with requests by the protocol. */
  readonly violations: readonly string[];
  /** Requests that are being answered right now, and the most there were at one time. */
  readonly load: { readonly now: number; readonly most: number };
  close(): Promise<void>;
}

const text = z.string();
const message = z.discriminatedUnion('role', [
  z.looseObject({ role: z.literal('system'), content: text.min(1) }),
  z.looseObject({
    role: z.literal('user'),
    content: z.union([
      text.min(1),
      z
        .array(
          z.strictObject({
            type: z.literal('image_url'),
            image_url: z.strictObject({ url: text.regex(/^data:image\/(?:jpeg|png|webp);base64,[A-Za-z0-9+/]+=*$/) }),
          }),
        )
        .min(1),
    ]),
  }),
  z.looseObject({ role: z.literal('assistant'), content: text.nullish(), tool_calls: z.array(z.unknown()).optional() }),
  z.looseObject({ role: z.literal('tool'), content: text, tool_call_id: text }),
]);

/** As strict as the protocol: what a real endpoint answers with 400 is written down. */
const chatRequest = z.looseObject({
  model: text.min(1),
  messages: z.array(message).min(2),
  temperature: z.number().min(0).max(2).optional(),
  max_tokens: z.int().min(1).max(350).optional(),
  max_completion_tokens: z.int().min(1).max(350).optional(),
  stream: z.boolean().optional(),
  tools: z
    .array(
      z.object({
        type: z.literal('function'),
        function: z.looseObject({
          name: text.regex(/^[\w-]{1,64}$/),
          parameters: z.looseObject({ type: z.literal('object') }),
        }),
      }),
    )
    .optional(),
});

/** What every answer says that it used. */
export const usedTokens = { in: 900, out: 60 } as const;

/**
 * A model that does what a test says, behind OpenAI's protocol.
 * @param play asked once for each request, in the order of their arrival
 * @param moderate asked for each text that is to be moderated; without it the endpoint has no moderation
 * @param hear the same for voice messages; it has nothing that hears unless told
 */
export async function startModelServer(
  play: (request: ModelRequest, number: number) => Played,
  moderate: (text: string, number: number) => PlayedModeration = () => ({ status: 404 }),
  hear: (voice: VoiceRequest, number: number) => Heard = () => ({ kind: 'status', status: 404 }),
): Promise<ModelServer> {
  const mock = new LLMock({ port: 0, chunkSize: 12, journalMaxEntries: 1 });
  const requests: ModelRequest[] = [];
  const voices: VoiceRequest[] = [];
  const violations: string[] = [];
  const moderated: string[] = [];
  const load = { now: 0, most: 0 };
  const played = new WeakMap<object, Played>();

  /** One play a request, however many fixtures look at it. */
  function playedFor(request: object): Played {
    const known = played.get(request);
    if (known !== undefined) return known;
    const checked = chatRequest.safeParse(request);
    if (!checked.success) violations.push(z.prettifyError(checked.error));
    const body = request as { model: string; stream?: boolean; messages: { role: string; content: unknown }[] };
    const seen: ModelRequest = {
      model: body.model,
      isStreaming: body.stream === true,
      messages: body.messages.map(({ role, content }) => ({
        role,
        content: typeof content === 'string' ? content : '',
      })),
      raw: JSON.stringify(request),
    };
    const number = requests.push(seen) - 1;
    const play1 = play(seen, number);
    played.set(request, play1);
    return play1;
  }

  const on = (kinds: readonly Played['kind'][], options: Omit<Fixture, 'match' | 'response'> = {}): void => {
    mock.addFixture({
      match: { predicate: (request) => kinds.includes(playedFor(request).kind) },
      response: async (request) => {
        load.now++;
        load.most = Math.max(load.most, load.now);
        try {
          const does = playedFor(request);
          await does.after;
          return responseOf(does);
        } finally {
          load.now--;
        }
      },
      ...options,
    });
  };
  on(['breaks'], { truncateAfterChunks: 2 });
  on(['drops'], { chaos: { disconnectRate: 1 } });
  on(['malformed'], { chaos: { malformedRate: 1 } });
  on(['say', 'call', 'status', 'raw']);
  mock.mount('/v1/moderations', {
    async handleRequest(request, response) {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const checked = moderationRequest.safeParse(JSON.parse(Buffer.concat(chunks).toString()));
      if (!checked.success) violations.push(z.prettifyError(checked.error));
      if (request.headers.authorization !== 'Bearer test-key') violations.push('moderation was asked without its key');
      const asked = checked.data?.input ?? '';
      const does = moderate(asked, moderated.push(asked) - 1);
      await does.after;
      const [status, body] =
        'status' in does
          ? [does.status, JSON.stringify({ error: { message: `status ${does.status}` } })]
          : [200, 'raw' in does ? does.raw : JSON.stringify(moderationOf(does.flags))];
      response.writeHead(status, { 'content-type': 'application/json', connection: 'close' }).end(body);
      return true;
    },
  });
  mock.mount('/v1/audio/transcriptions', {
    async handleRequest(request, response) {
      const pieces: Buffer[] = [];
      for await (const piece of request) pieces.push(Buffer.from(piece));
      const voice = readVoice(request.headers['content-type'] ?? '', Buffer.concat(pieces), violations);
      const heard = hear(voice, voices.push(voice) - 1);
      await heard.after;
      const body = heard.kind === 'hears' ? { text: heard.text } : { error: { message: `status ${heard.status}` } };
      response.writeHead(heard.kind === 'hears' ? 200 : heard.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
      return true;
    },
  });
  await mock.start();
  return { url: `${mock.url}/v1`, requests, voices, moderated, violations, load, close: () => mock.stop() };
}

const moderationRequest = z.strictObject({ model: text.min(1), input: text.min(1) });

/** As the real endpoint answers: every category by its name; one that a model does not know is null. */
function moderationOf(flags: readonly string[]): unknown {
  const names = [
    'hate',
    'harassment/threatening',
    'self-harm',
    'self-harm/intent',
    'sexual/minors',
    'violence',
    'illicit',
  ];
  const categories = Object.fromEntries([...names.map((name) => [name, false]), ['illicit/violent', null]]);
  for (const flag of flags) categories[flag] = true;
  return { id: 'modr-1', model: 'scripted', results: [{ flagged: flags.length > 0, categories, category_scores: {} }] };
}

/** How files of each ending begin: an endpoint that is sent anything else refuses it. */
const beginnings: Readonly<Record<string, (content: Buffer) => boolean>> = {
  ogg: (content) => content.toString('latin1', 0, 4) === 'OggS',
  m4a: (content) => content.toString('latin1', 4, 8) === 'ftyp',
};

/** As strict as the protocol with the form of a transcription. */
function readVoice(contentType: string, body: Buffer, violations: string[]): VoiceRequest {
  const values = new Map<string, string>();
  const files = new Map<string, UploadedFile>();
  readMultipart(contentType, body, values, files);
  const file = files.get('file') ?? { fileName: '', contentType: '', content: Buffer.alloc(0) };
  const surplus = [...values.keys()].filter((name) => !['model', 'language', 'response_format'].includes(name));
  if (surplus.length > 0 || files.size !== 1)
    violations.push(`transcription: ${surplus.join()} ${[...files.keys()].join()}`);
  if (beginnings[file.fileName.split('.').at(-1) ?? '']?.(file.content) !== true)
    violations.push(`transcription: ${file.fileName} is no such file`);
  if (!['vi', 'en'].includes(values.get('language') ?? '')) violations.push('transcription: language');
  if (values.get('response_format') !== 'json') violations.push('transcription: response_format');
  return { model: values.get('model') ?? '', language: values.get('language') ?? '', file };
}

function responseOf(does: Played): FixtureResponse {
  const usage = {
    prompt_tokens: usedTokens.in,
    completion_tokens: usedTokens.out,
    total_tokens: usedTokens.in + usedTokens.out,
  };
  switch (does.kind) {
    case 'say':
      return {
        content: does.text,
        ...(does.isCutOff === true && { finishReason: 'length' }),
        usage: does.hidesUsage === true ? { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 } : usage,
      };
    case 'breaks':
      return { content: does.text };
    case 'call':
      return { toolCalls: [{ name: does.name, arguments: does.args }], usage };
    case 'status':
      return { error: { message: does.message ?? `status ${does.status}` }, status: does.status };
    case 'raw':
      return { json: does.body };
    default:
      return { content: '' };
  }
}
