import type { Choice } from '../../message/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import { features } from '../features.ts';
import { say, topicChoices } from './small-talk.ts';

/** `/giup`: what one can do here, with the commands. */
export function help(context: TurnContext): Answer {
  const { t } = context;
  const commands = features.flatMap(({ help: keys = [] }) => keys.map((key) => t(key)));
  const text = [t('chat-help'), ...commands, t('help-giup')].join('\n');
  return say(context, text, [otherLanguageChoice(context), ...topicChoices(context)]);
}

function otherLanguageChoice(context: TurnContext): Choice {
  const other = context.locale === 'vi' ? 'en' : 'vi';
  return context.choice(
    { action: 'language', args: [other] },
    context.t(other === 'en' ? 'choice-language-en' : 'choice-language-vi'),
  );
}
