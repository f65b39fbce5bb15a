import { createTranslator } from '../../locales/index.ts';
import type { Locale } from '../../message/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import { mannerOf } from '../manner.ts';
import { say } from './small-talk.ts';

/** Asks for the language, or sets it and says so in that language. */
export function chooseLanguage(context: TurnContext, locale: Locale | undefined): Answer {
  if (locale === undefined) {
    return say(context, context.t('language-ask'), [
      context.choice({ action: 'language', args: ['vi', 'asked'] }, context.t('choice-language-vi')),
      context.choice({ action: 'language', args: ['en', 'asked'] }, context.t('choice-language-en')),
    ]);
  }
  const t = createTranslator(locale, mannerOf(context.profile.told));
  return { ...say(context, t('language-set')), effects: [{ kind: 'set_locale', locale }] };
}
