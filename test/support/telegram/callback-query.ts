import type { Bot } from './bot.ts';
import { optionalInteger, optionalText, type Parameters, readFlag, requiredText } from './parameters.ts';
import { refusal, violation } from './refusals.ts';

/** What the person sees after pressing a button. */
export interface CallbackAnswer {
  readonly queryId: string;
  readonly text: string | undefined;
  readonly isAlert: boolean;
  readonly url: string | undefined;
}

/** After this the button has stopped spinning and the platform no longer takes an answer. */
const answerableMs = 15_000;
const longestAnswer = 200;

export function answerCallbackQuery(bot: Bot, parameters: Parameters): true {
  const queryId = requiredText(parameters, 'callback_query_id');
  const text = optionalText(parameters, 'text');
  if ((text?.length ?? 0) > longestAnswer) throw violation('MESSAGE_TOO_LONG');
  optionalInteger(parameters, 'cache_time', { least: 0 });
  const isAlert = readFlag(parameters, 'show_alert');
  const query = bot.callbackQueries.get(queryId);
  if (query === undefined || bot.now().getTime() - query.askedAt.getTime() > answerableMs) {
    throw refusal('query is too old and response timeout expired or query ID is invalid');
  }
  query.answered({ queryId, text, isAlert, url: optionalText(parameters, 'url') });
  return true;
}
