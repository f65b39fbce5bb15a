import type { CasePlace, InboxWords } from '../../inbox/index.ts';
import { createTranslator, type Translator } from '../../locales/index.ts';
import type { ChannelCapabilities, ChannelName, Choice, OutboundMessage } from '../../message/index.ts';
import { choiceId } from '../choice-id.ts';

/**
 * What people are told of their case by itself. Where choices are numbers it says in words what to write instead: a number typed later
 * would belong to the newest menu, and this message is not the answer to a turn that could put one there.
 */
export function createStaffWords(options: {
  readonly choiceSecret: string;
  readonly channels: Readonly<Record<ChannelName, ChannelCapabilities>>;
}): InboxWords {
  const isTyped = ({ channel }: CasePlace): boolean => options.channels[channel].choices === 'numbers';

  function offer({ conversationId }: CasePlace, args: readonly string[], label: string): Choice {
    return { id: choiceId(options.choiceSecret, conversationId, { action: 'feature', args }), label };
  }

  function message(place: CasePlace, text: OutboundMessage['text'], choices: readonly Choice[], typed: string) {
    return isTyped(place) ? { text, footer: [typed], choices: [] } : { text, choices };
  }

  const askAgain = (place: CasePlace, t: Translator): Choice => offer(place, ['human', 'ask'], t('choice-ask-again'));

  return {
    answer(place, { text, name, closes }) {
      const t = createTranslator(place.locale);
      const heading = name === undefined ? t('staff-answers') : t('staff-answers-named', { name });
      const about = place.about === undefined ? '' : `\n${t('staff-about', { question: place.about })}`;
      const spans = [{ text: heading, bold: true }, `${about}\n${text}`] as const;
      if (closes) return message(place, spans, [askAgain(place, t)], t('staff-typed-again'));
      const id = place.caseId.toString(36);
      return message(
        place,
        spans,
        [
          offer(place, ['case', 'reply', id], t('choice-reply-staff')),
          offer(place, ['case', 'done', id], t('choice-case-done')),
        ],
        t('staff-typed'),
      );
    },
    closed(place) {
      const t = createTranslator(place.locale);
      return message(place, [t('staff-closed')], [askAgain(place, t)], t('staff-typed-again'));
    },
    rightAfterAll: ({ locale }) => createTranslator(locale)('staff-right-after-all'),
    gradeKept(place) {
      const t = createTranslator(place.locale);
      const text = [t('staff-about', { question: place.about ?? '' }), t('staff-grade-kept')].join('\n');
      return message(
        place,
        [{ text: t('staff-answers'), bold: true }, `\n${text}`],
        [askAgain(place, t)],
        t('staff-typed-again'),
      );
    },
    unanswered(place) {
      const t = createTranslator(place.locale);
      return message(place, [t('staff-unanswered')], [askAgain(place, t)], t('staff-typed-again'));
    },
  };
}
