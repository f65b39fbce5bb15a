import type { Answer, TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { chatKeptDays } from '../retention.ts';
import { say } from './small-talk.ts';

/** `/privacy`: three sentences, and the way to the page where people can open it. */
function privacy(context: TurnContext): Answer {
  const { t, links, locale } = context;
  const url = links.privacy(locale);
  const choices = url === undefined ? [] : [context.offer('privacy', [], t('choice-privacy'), { url })];
  return say(context, t('privacy-short', { days: chatKeptDays }), choices);
}

export const privacyFeature: Feature = {
  commands: { privacy, riengtu: privacy },
  phrases: {
    'quyền riêng tư': 'privacy',
    'quyen rieng tu': 'privacy',
    'bạn giữ gì về mình': 'privacy',
    'ban giu gi ve minh': 'privacy',
    'privacy policy': 'privacy',
    privacy: 'privacy',
  },
  presses: { privacy },
  help: ['help-privacy'],
};
