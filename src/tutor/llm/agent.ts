import { ChatOpenAI, ChatOpenAICompletions, type ChatOpenAIFields } from '@langchain/openai';
import {
  type AIMessage,
  type BaseMessage,
  createAgent,
  createMiddleware,
  dynamicSystemPromptMiddleware,
  SystemMessage,
} from 'langchain';
import { ConsentEnded, isRefusal, refusalOf, TooManyCalls } from './failure.ts';
import { type AgentContext, tutorFunctions } from './functions.ts';
import type { ModelSettings } from './settings.ts';
import type { TutorSources } from './sources.ts';

/** What a run of the model ended with. */
export interface Run {
  readonly text: string;
  /** It was cut off at the limit of its length, or filtered. */
  readonly isCut: boolean;
  /** Everything said, to go on from. */
  readonly messages: readonly BaseMessage[];
}

/** A model with the tutor's functions. */
export interface TutorAgent {
  /** One run, with as many calls as its context still allows. Throws what the endpoint threw. */
  run(messages: readonly BaseMessage[], context: AgentContext, signal: AbortSignal): Promise<Run>;
}

/** Settings that some endpoints refuse, learnt from their refusal; each is left out from then on. */
const refusable = [
  { name: 'temperature', words: /temperature/i },
  { name: 'maxTokens', words: /max_tokens|max_completion_tokens/i },
  { name: 'streamUsage', words: /stream_options|include_usage/i },
] as const;

const unsupported =
  /unsupported|not (?:be )?supported|does not support|unknown|unrecognized|unexpected|not permitted|not allowed|invalid parameter|extra (?:inputs|fields)/i;
const tooLong = /too (?:large|long|many)|context length|maximum context/i;

const temperature = 0.3;
/** One try more, after a refusal for now (429), a fault of the endpoint's or a broken connection. */
const retries = 1;

/**
 * After each stream the package counts tokens for a figure that nobody reads here, with a table that it fetches from a public server: a request to
 * a stranger with every answer, and seconds of waiting where there is no way out. What was used is told by the endpoint.
 */
class Completions extends ChatOpenAICompletions {
  override async getNumTokens(): Promise<number> {
    return 0;
  }
}

/** What the loop is run with: the call that was made before it takes the place of its first. */
type RunContext = AgentContext & { begun?: AIMessage };

/** Makes a call of the model if one is left, and notes what it used. Throws `TooManyCalls`, `ConsentEnded` and what the call threw. */
async function counted({ calls, isAgreed }: AgentContext, call: () => Promise<AIMessage>): Promise<AIMessage> {
  if (calls.left <= 0) throw new TooManyCalls();
  if (calls.made > 0 && !(await isAgreed())) throw new ConsentEnded();
  calls.left--;
  calls.made++;
  // Until it is known what the call used.
  calls.unknown++;
  const message = await call().catch((error: unknown) => {
    if (isRefusal(error)) calls.unknown--;
    throw error;
  });
  const usage = message.usage_metadata as { input_tokens: number; output_tokens: number } | undefined;
  if (usage !== undefined && usage.input_tokens + usage.output_tokens > 0) {
    calls.tokensIn += usage.input_tokens;
    calls.tokensOut += usage.output_tokens;
    calls.unknown--;
  }
  return message;
}

function ended(messages: readonly BaseMessage[]): Run {
  const last = messages.at(-1);
  const reason: unknown = last?.response_metadata?.finish_reason;
  return {
    text: last?.text ?? '',
    isCut: reason === 'length' || reason === 'content_filter',
    messages,
  };
}

/** The agent keeps nothing between runs: no checkpoints (they would keep what was said before it is redacted) and no traces. */
export function createTutorAgent(
  settings: ModelSettings,
  sources: TutorSources,
  { maxOutputTokens }: { readonly maxOutputTokens: number },
): TutorAgent {
  const leftOut = new Set<string>();
  const functions = tutorFunctions(sources);

  const systemPrompt = dynamicSystemPromptMiddleware<AgentContext>((_, runtime) => runtime.context.system);
  const counting = createMiddleware({
    name: 'CountCalls',
    wrapModelCall: (request, handler) => {
      const context = request.runtime.context as unknown as RunContext;
      const { begun } = context;
      if (begun === undefined) return counted(context, () => Promise.resolve(handler(request) as Promise<AIMessage>));
      delete context.begun;
      return begun;
    },
  });

  function build() {
    const { apiKey, baseUrl, model, streams } = settings;
    const fields: ChatOpenAIFields = {
      apiKey,
      model,
      useResponsesApi: false,
      maxRetries: retries,
      streaming: streams,
      streamUsage: !leftOut.has('streamUsage'),
      ...(leftOut.has('temperature') ? {} : { temperature }),
      ...(leftOut.has('maxTokens') ? {} : { maxTokens: maxOutputTokens }),
      // Its own log would print what people write.
      configuration: { logLevel: 'off', ...(baseUrl === undefined ? {} : { baseURL: baseUrl }) },
    };
    const chat = new ChatOpenAI({ ...fields, completions: new Completions(fields) });
    return {
      chat: chat.bindTools(functions),
      loop: createAgent({ model: chat, tools: functions, middleware: [systemPrompt, counting] }),
    };
  }
  let agent = build();

  /** Leaves out what the endpoint does not take. False when its refusal was about something else. */
  function learn(error: unknown): boolean {
    const refusal = refusalOf(error);
    // "max_tokens is too large" is about one question, and "not supported" about all.
    const isAboutSetting = refusal !== undefined && unsupported.test(refusal) && !tooLong.test(refusal);
    const found = isAboutSetting && refusable.find(({ name, words }) => !leftOut.has(name) && words.test(refusal));
    if (!found) return false;
    leftOut.add(found.name);
    agent = build();
    return true;
  }

  /** Most answers need no function: the loop, which takes three times as long as the call itself, goes on only with those that do. */
  async function invoke(messages: readonly BaseMessage[], context: AgentContext, signal: AbortSignal): Promise<Run> {
    const { chat, loop } = agent;
    const system = new SystemMessage(context.system);
    const first = await counted(context, () => chat.invoke([system, ...messages], { signal }));
    if ((first.tool_calls ?? []).length === 0) return ended([...messages, first]);
    const own: RunContext = { ...context, begun: first };
    const state = await loop.invoke({ messages: [...messages] }, {
      context: own,
      signal,
      recursionLimit: 24,
    } as object);
    return ended(state.messages as BaseMessage[]);
  }

  return {
    async run(messages, context, signal) {
      for (;;) {
        const asked = agent;
        try {
          return await invoke(messages, context, signal);
        } catch (error) {
          // Another question may have learnt the same meanwhile.
          const isLearnt = agent !== asked ? refusalOf(error) !== undefined : learn(error);
          if (signal.aborted || !isLearnt) throw error;
          // A refused setting cost nothing: its call does not count.
          context.calls.left++;
          context.calls.made--;
        }
      }
    },
  };
}
