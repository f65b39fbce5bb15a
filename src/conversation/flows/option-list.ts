import type { Choice, OutboundMessage } from '../../message/index.ts';
import type { TurnContext } from '../context.ts';

/** Options that one message shows, the way on to the others among them: more are not read on a small screen. */
const mostOptions = 7;

export interface OptionList {
  readonly text: string;
  readonly choices: readonly Choice[];
  /** Which page of the choices, from 0; past the last one the first comes again. */
  readonly page?: number;
  /** The way to another page. */
  readonly toPage?: (page: number) => Choice;
  /** The way out: "0" where choices are numbers, the last button elsewhere. */
  readonly out: Choice;
}

/** A message with options to choose from that fits a numbered menu, in pages where there are many. */
export function optionList(
  context: TurnContext,
  { text, choices, page = 0, toPage, out }: OptionList,
): OutboundMessage {
  const isPaged = choices.length > mostOptions && toPage !== undefined;
  const size = isPaged ? mostOptions - 1 : mostOptions;
  const pages = Math.max(1, Math.ceil(choices.length / size));
  const shown = choices.slice((page % pages) * size, (page % pages) * size + size);
  const options = isPaged ? [...shown, toPage((page + 1) % pages)] : shown;
  return context.capabilities.choices === 'numbers'
    ? { text: [text], choices: options, back: out }
    : { text: [text], choices: [...options, out] };
}
