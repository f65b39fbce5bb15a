import { randomBytes } from 'node:crypto';
import { OpenAI } from 'openai';
import { z } from 'zod';
import type { ShortQuestion } from '../../learning/index.ts';
import { fenced } from '../fence.ts';
import { newestPrompt, render } from '../prompt.ts';
import type { TutorQuestion } from '../question.ts';
import type { Reserve } from '../spending.ts';
import type { Asking, ModelOutcome, ModelTutor } from './answer.ts';
import { failureOf, isRefusal, type ModelFailure } from './failure.ts';
import { costOf, type ModelSettings } from './settings.ts';
import type { TutorSources } from './sources.ts';

/** Vietnamese takes about two characters a token. */
const charactersAToken = 2;
/** What goes in at most besides the prompt and the answer: question, criteria, a good answer, marks. */
const mostInput = 1500;

/** What a model must say: nothing else is read. */
const said = z.strictObject({ met: z.array(z.boolean()), sure: z.boolean() });

const asSchema = {
  type: 'json_schema',
  json_schema: {
    name: 'grade',
    strict: true,
    schema: {
      type: 'object',
      properties: { met: { type: 'array', items: { type: 'boolean' } }, sure: { type: 'boolean' } },
      required: ['met', 'sure'],
      additionalProperties: false,
    },
  },
} as const;

/**
 * Has a model read short answers that the rules could not judge, against the criteria of their question. It says which are met and whether it is
 * sure; what follows is decided here: all met is right, one that is not is wrong, anything unsure is for the learner to compare. It has no functions and
 * sees nothing of anybody but the answer; the good answer and the criteria are in this call alone.
 */
export function createGrader(settings: ModelSettings, { lessons }: Pick<TutorSources, 'lessons'>): ModelTutor {
  const prompt = newestPrompt('grade');
  const { apiKey, baseUrl, model } = settings;
  // Its own log would print what people write.
  const client = new OpenAI({
    apiKey,
    maxRetries: 1,
    logLevel: 'off',
    ...(baseUrl === undefined ? {} : { baseURL: baseUrl }),
  });
  /** An endpoint that refuses to be told a form is asked plainly from then on. */
  let isPlain = false;

  function reserveFor({ asked }: TutorQuestion): Reserve {
    const tokensIn = Math.ceil((prompt.text.length + asked.length + mostInput) / charactersAToken);
    return inMoney(tokensIn, prompt.maxOutputTokens);
  }

  function inMoney(tokensIn: number, tokensOut: number): Reserve {
    return { tokens: tokensIn + tokensOut, microUsd: costOf(settings, tokensIn, tokensOut) };
  }

  async function call(messages: OpenAI.ChatCompletionMessageParam[], signal: AbortSignal) {
    const form = { response_format: asSchema, temperature: 0, max_tokens: prompt.maxOutputTokens };
    try {
      return await client.chat.completions.create({ model, messages, ...(isPlain ? {} : form) }, { signal });
    } catch (error) {
      const { status } = error as { readonly status?: unknown };
      if (isPlain || (status !== 400 && status !== 422)) throw error;
      const completion = await client.chat.completions.create({ model, messages }, { signal });
      isPlain = true;
      return completion;
    }
  }

  async function answer({ question }: Asking, signal: AbortSignal): Promise<ModelOutcome> {
    const ended = (
      result: ModelOutcome['result'],
      usage?: { readonly prompt_tokens: number; readonly completion_tokens: number },
      used: Reserve = reserveFor(question),
    ): ModelOutcome => {
      const isKnown = usage !== undefined && usage.prompt_tokens + usage.completion_tokens > 0;
      const spent = isKnown ? inMoney(usage.prompt_tokens, usage.completion_tokens) : used;
      return {
        result,
        made: {
          prompt: prompt.name,
          model,
          tokensIn: isKnown ? usage.prompt_tokens : undefined,
          tokensOut: isKnown ? usage.completion_tokens : undefined,
          microUsd: isKnown ? spent.microUsd : undefined,
        },
        used: spent,
        refused: [],
      };
    };
    const failed = (reason: ModelFailure): ModelOutcome['result'] => ({ kind: 'failed', reason });
    const asks = askedIn(question);
    // The lesson changed meanwhile.
    if (asks?.criteria === undefined) return ended(failed('blocked'), undefined, { tokens: 0, microUsd: 0 });
    const canary = randomBytes(9).toString('base64url');
    const nonce = randomBytes(15).toString('base64url');
    try {
      const { choices, usage } = await call(
        [
          { role: 'system', content: render(prompt, { canary, nonce }) },
          { role: 'user', content: taskFor(asks, asks.criteria, question.asked, nonce) },
        ],
        signal,
      );
      const verdict = verdictIn(choices[0]?.message.content ?? '', asks.criteria.length);
      return ended(
        verdict === undefined ? failed('blocked') : { kind: 'answer', answer: { kind: 'grade', verdict } },
        usage,
      );
    } catch (error) {
      const nothing = isRefusal(error) ? { tokens: 0, microUsd: 0 } : undefined;
      return ended(failed(signal.aborted ? 'timeout' : failureOf(error)), undefined, nothing);
    }
  }

  function askedIn({ place }: TutorQuestion): ShortQuestion | undefined {
    const item = place.item && lessons.item(place.item.id)?.item;
    const asks = place.item?.isVariant === true ? item?.variant : item?.question;
    return asks?.kind === 'short' ? asks : undefined;
  }

  return { reserveFor: ({ question }) => reserveFor(question), passages: () => [], answer };
}

function taskFor(asks: ShortQuestion, criteria: readonly string[], answered: string, nonce: string): string {
  return [
    'The question:',
    fenced('lesson', asks.question, nonce),
    'The criteria:',
    fenced('lesson', criteria.map((one, at) => `${at + 1}. ${one}`).join('\n'), nonce),
    'A good answer:',
    fenced('lesson', asks.answer, nonce),
    "The learner's answer:",
    fenced('learner', answered, nonce),
  ].join('\n');
}

/** What follows from what a model said; undefined for anything but the JSON that was asked for, with a verdict for each criterion. */
export function verdictIn(text: string, criteria: number): 'right' | 'wrong' | 'unsure' | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { data } = said.safeParse(json);
  if (data === undefined || data.met.length !== criteria) return undefined;
  if (!data.sure) return 'unsure';
  return data.met.every(Boolean) ? 'right' : 'wrong';
}
