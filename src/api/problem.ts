import type { z } from 'zod';
import type { Translator } from '../locales/index.ts';

type Issue = z.core.$ZodIssue;

/** A schema's own message is a text of the locale files, or `words 120` for words of so many characters at most. */
const ownText = /^(?:api|workshop)-problem-[a-z-]+$/;
const wordsUpTo = /^words (\d+)$/;

/** Says what is wrong with a value as people say it; what it does not know is left to zod's words. */
export function problemWords(t: Translator): z.core.$ZodErrorMap {
  return (issue) => {
    switch (issue.code) {
      case 'invalid_type':
        return issue.input === undefined
          ? t('api-problem-missing')
          : t('api-problem-type', { expected: issue.expected });
      case 'too_big':
        return t('api-problem-big', { of: issue.origin, most: String(issue.maximum) });
      case 'too_small':
        return t('api-problem-small', { of: issue.origin, least: String(issue.minimum) });
      case 'invalid_value':
        return issue.input === undefined
          ? t('api-problem-missing')
          : t('api-problem-value', { values: issue.values.map(String).join(', ') });
      case 'unrecognized_keys':
        return t('api-problem-unknown', { fields: issue.keys.join(', ') });
      case 'invalid_format':
        return t(issue.format === 'url' ? 'api-problem-url' : 'api-problem-format');
      default:
        return undefined;
    }
  };
}

/** The first problem: where it is, and what should stand there. */
export function problemOf(error: z.ZodError, t: Translator): string {
  const { path, message } = innermost(error.issues[0], []);
  const most = wordsUpTo.exec(message)?.[1];
  const own = ownText.test(message) ? t(message) : message;
  return [path.join('.'), most === undefined ? own : t('api-problem-words', { most })].filter(Boolean).join(': ');
}

/** Of a value that may be written in several ways: what is wrong with the way that it comes closest to. */
function innermost(issue: Issue | undefined, above: readonly PropertyKey[]): { path: PropertyKey[]; message: string } {
  if (issue === undefined) return { path: [...above], message: '' };
  const path = [...above, ...issue.path];
  if (issue.code !== 'invalid_union') return { path, message: issue.message };
  const [closest] = issue.errors.toSorted((a, b) => a.length - b.length);
  return closest?.[0] === undefined ? { path, message: issue.message } : innermost(closest[0], path);
}
