import type { Choice } from '../../message/index.ts';
import type { TurnContext } from '../context.ts';

/** The press that asks to hear of new courses for a wish, and the words beside it that it agrees to. */
export interface AlertOffer {
  readonly text: string;
  readonly choice: Choice;
}

/**
 * The offer for a wish of this conversation. Where choices are numbers a long list leaves no number for it: there it is typed.
 * @param reference the search's serial, or the turn of a search that found nothing at all
 */
export function alertOffer(context: TurnContext, reference: string): AlertOffer {
  return { text: alertConsentText(context), choice: context.offer('bao', [reference], context.t('choice-alert')) };
}

/** The words that stand beside the offer. */
export function alertConsentText({ t, capabilities }: TurnContext): string {
  return capabilities.choices === 'numbers' ? t('alert-offer-typed') : t('alert-offer');
}
