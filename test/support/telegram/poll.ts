import type { Poll } from './message.ts';
import {
  integerOf,
  isObject,
  optionalInteger,
  optionalList,
  optionalText,
  type Parameters,
  readFlag,
  requiredText,
} from './parameters.ts';
import { violation } from './refusals.ts';

/** Reads a poll or quiz within the platform's limits. */
export function readPoll(parameters: Parameters, id: string): Poll {
  const question = requiredText(parameters, 'question');
  if (question.length > 300) throw violation('poll question length must not exceed 300');
  const options = readOptions(parameters);
  const type = optionalText(parameters, 'type') ?? 'regular';
  if (type !== 'quiz' && type !== 'regular') throw violation('unsupported poll type specified');
  const allowsSeveral = readFlag(parameters, 'allows_multiple_answers');
  const correct = optionalList(parameters, 'correct_option_ids')?.map((entry) => integerOf(entry) ?? -1);
  if (type === 'quiz') requireCorrect(correct, options.length, allowsSeveral);
  const openPeriod = optionalInteger(parameters, 'open_period', { least: 5, most: 2_628_000 });
  const explanation = optionalText(parameters, 'explanation');
  if ((explanation?.length ?? 0) > 200) throw violation('poll explanation length must not exceed 200');
  if ((explanation?.split('\n').length ?? 1) > 3) throw violation('poll explanation has more than 2 line feeds');
  const isAnonymous = optionalText(parameters, 'is_anonymous') === undefined || readFlag(parameters, 'is_anonymous');
  return {
    id,
    question,
    options: options.map((text) => ({ text, voter_count: 0 })),
    total_voter_count: 0,
    is_closed: readFlag(parameters, 'is_closed'),
    is_anonymous: isAnonymous,
    type,
    allows_multiple_answers: allowsSeveral,
    ...(type === 'quiz' && correct !== undefined ? { correct_option_ids: correct } : {}),
    ...(explanation === undefined ? {} : { explanation }),
    ...(openPeriod === undefined ? {} : { open_period: openPeriod }),
  };
}

function readOptions(parameters: Parameters): string[] {
  const given = optionalList(parameters, 'options') ?? [];
  if (given.length < 1) throw violation('poll must have at least 1 option');
  if (given.length > 12) throw violation("poll can't have more than 12 options");
  return given.map((option) => {
    const text = isObject(option) ? option.text : option;
    if (typeof text !== 'string' || text.trim() === '') throw violation('poll options must be non-empty');
    if (text.length > 100) throw violation('poll options length must not exceed 100');
    return text;
  });
}

function requireCorrect(correct: readonly number[] | undefined, options: number, allowsSeveral: boolean): void {
  if (correct === undefined || correct.length === 0) throw violation('QUIZ_CORRECT_ANSWERS_EMPTY');
  if (correct.length > 1 && !allowsSeveral) throw violation('QUIZ_CORRECT_ANSWERS_TOO_MUCH');
  if (correct.some((id) => id < 0 || id >= options)) throw violation('QUIZ_CORRECT_ANSWER_INVALID');
}
