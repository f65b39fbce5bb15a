import { createContext, Script } from 'node:vm';

/** Finds the first group of an expression in a text; undefined when there is none. */
export type Finder = (text: string) => string | undefined;

/** A sane search takes microseconds; one that backtracks without end is broken off after this. */
const limitMilliseconds = 1000;

/** Steps that are sure to end in some milliseconds. */
const harmlessSteps = 1_000_000;

/**
 * Searches with a person's regular expression without ever hanging on it. V8 backtracks: `^((?:a+)+)$` on forty letters
 * takes hours. The time limit of node:vm breaks such a search off but costs 0.1 ms a call, four minutes over a million
 * rows in two passes; so what cannot take long is searched directly.
 * @param onTimeout tells whoever wrote the expression; throws
 */
export function timedFinder(expression: RegExp, onTimeout: (text: string) => never): Finder {
  const degree = repetitions(expression.source) + 1;
  const sandbox = { expression, text: '' };
  const context = createContext(sandbox);
  const search = new Script('expression.exec(text)?.[1]');
  return (text) => {
    if ((text.length + 1) ** degree <= harmlessSteps) return expression.exec(text)?.[1];
    sandbox.text = text;
    try {
      return search.runInContext(context, { timeout: limitMilliseconds }) as string | undefined;
    } catch (error) {
      // No `instanceof Error`: it belongs to the other context.
      if ((error as { code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') onTimeout(text);
      throw error;
    }
  };
}

/**
 * How many parts of an expression repeat: k of them, none holding another, take at most n^(k+1) steps on n letters.
 * Infinity when a group repeats, for then there is no such bound.
 */
function repetitions(source: string): number {
  const plain = source
    .replace(/\\(?:[pPu]\{[^}]*\}|k<[^>]*>|.)/gu, 'x')
    .replace(/\[[^\]]*\]/g, 'x')
    .replace(/\(\?(?:[:=!]|<[=!]|<[^>]*>)/g, '(')
    .replace(/([*+?}])\?/g, '$1');
  if (/\)[*+?{]/.test(plain)) return Number.POSITIVE_INFINITY;
  return plain.match(/[*+?{]/g)?.length ?? 0;
}
