import { menuOf, type OutboundMessage, type Span } from '../../message/index.ts';
import { splitText } from '../split-text.ts';
import type { ZaloTextStyle } from './client.ts';

/** The longest text, enforced by the server, in UTF-16 units. */
export const zaloTextLimit = 2000;

export interface ZaloText {
  readonly text: string;
  readonly styles: readonly ZaloTextStyle[];
}

/** All of a message as spans: text, numbered courses, links written out, the numbers to choose by. */
function spansOf(message: OutboundMessage): Span[] {
  const blocks: Span[][] = [[...message.text]];
  const courses = message.courses ?? [];
  courses.forEach((course, position) => {
    const lines = [course.organisation, ...course.facts, ...course.reasons.map((reason) => `→ ${reason}`)];
    blocks.push([{ text: `${position + 1}. ${course.title}`, bold: true }, `\n${lines.join('\n')}`]);
  });
  const links = message.choices.filter((choice) => choice.url !== undefined && choice.course === undefined);
  if (links.length > 0) blocks.push([links.map((choice) => `${choice.label}: ${choice.url}`).join('\n')]);
  const others = menuOf(message).filter((option) => option.number === 0 || option.number > courses.length);
  if (others.length > 0) blocks.push([others.map((option) => `${option.number}. ${option.label}`).join('\n')]);
  if (message.footer !== undefined && message.footer.length > 0) blocks.push([...message.footer]);
  return blocks.flatMap((block, position) => (position === 0 ? block : ['\n\n', ...block]));
}

/** A message as the texts that Zalo takes, in order; bold runs as styles counted in the part they stand in. */
export function zaloTexts(message: OutboundMessage): ZaloText[] {
  let whole = '';
  const bold: { start: number; end: number }[] = [];
  for (const span of spansOf(message)) {
    const isPlain = typeof span === 'string';
    const shown = isPlain
      ? span
      : span.url !== undefined && span.url !== span.text
        ? `${span.text} (${span.url})`
        : span.text;
    const content = shown.normalize('NFC');
    if (!isPlain && span.bold === true) bold.push({ start: whole.length, end: whole.length + content.length });
    whole += content;
  }
  if (whole.trim() === '') return [{ text: '…', styles: [] }];
  return splitText(whole, zaloTextLimit).map(({ start, end }) => ({
    text: whole.slice(start, end),
    styles: bold
      .map((run) => ({ from: Math.max(run.start, start), to: Math.min(run.end, end) }))
      .filter(({ from, to }) => to > from)
      .map(({ from, to }) => ({ start: from - start, len: to - from, st: ['b'] })),
  }));
}
