/** An endpoint that speaks OpenAI's protocol, and what it costs. */
export interface ModelSettings {
  readonly apiKey: string;
  /** Undefined: OpenAI's own. */
  readonly baseUrl: string | undefined;
  readonly model: string;
  /** Dollars a million tokens. */
  readonly price: { readonly input: number; readonly output: number };
  readonly streams: boolean;
  /** Dollars a day of the city. */
  readonly dailyBudgetUsd: number;
  /** What reads questions and answers for danger and what is unfit; without it the lists of words alone do. */
  readonly moderation?: ModerationSettings | undefined;
}

/** An endpoint with OpenAI's moderation. */
export interface ModerationSettings {
  readonly apiKey: string;
  /** Undefined: OpenAI's own. */
  readonly baseUrl: string | undefined;
  readonly model: string;
}

/** What tokens cost, in whole millionths of a dollar, rounded up. */
export function costOf({ price }: ModelSettings, tokensIn: number, tokensOut: number): number {
  // Dollars a million tokens are millionths of a dollar a token.
  return Math.ceil(tokensIn * price.input + tokensOut * price.output);
}
