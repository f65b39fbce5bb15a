import type { OutboundMessage, Span } from '../../message/index.ts';
import { splitText } from '../split-text.ts';

/** The longest text of a message after entities are parsed, in UTF-16 units. */
export const telegramTextLimit = 4096;

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly tag: 'b' | 'a';
  readonly url?: string;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The spans of a whole message: text, numbered courses, footer, with empty lines between. */
function spansOf(message: OutboundMessage): Span[] {
  const blocks: Span[][] = [[...message.text]];
  message.courses?.forEach((course, position) => {
    const lines = [course.organisation, ...course.facts, ...course.reasons.map((reason) => `→ ${reason}`)];
    blocks.push([{ text: `${position + 1}. ${course.title}`, bold: true }, `\n${lines.join('\n')}`]);
  });
  if (message.footer !== undefined && message.footer.length > 0) blocks.push([...message.footer]);
  return blocks.flatMap((block, position) => (position === 0 ? block : ['\n\n', ...block]));
}

function marksOf(spans: readonly Span[]): { text: string; marks: Mark[] } {
  let text = '';
  const marks: Mark[] = [];
  for (const span of spans) {
    // Telegram counts what it shows; decomposed accents would count twice.
    const content = (typeof span === 'string' ? span : span.text).normalize('NFC');
    const [start, end] = [text.length, text.length + content.length];
    text += content;
    if (typeof span === 'string' || content === '') continue;
    if (span.bold === true) marks.push({ start, end, tag: 'b' });
    if (span.url !== undefined) marks.push({ start, end, tag: 'a', url: span.url });
  }
  return { text, marks };
}

function htmlOf(text: string, marks: readonly Mark[], start: number, end: number): string {
  const edges = new Set([start, end]);
  for (const mark of marks) {
    if (mark.start > start && mark.start < end) edges.add(mark.start);
    if (mark.end > start && mark.end < end) edges.add(mark.end);
  }
  const points = [...edges].sort((a, b) => a - b);
  let html = '';
  for (const [position, from] of points.slice(0, -1).entries()) {
    const to = points[position + 1] ?? end;
    const over = marks.filter((mark) => mark.start <= from && mark.end >= to);
    const url = over.find((mark) => mark.tag === 'a')?.url;
    let piece = escapeHtml(text.slice(from, to));
    if (over.some((mark) => mark.tag === 'b')) piece = `<b>${piece}</b>`;
    if (url !== undefined) piece = `<a href="${escapeHtml(url).replaceAll('"', '&quot;')}">${piece}</a>`;
    html += piece;
  }
  return html;
}

/** A message's texts as Telegram HTML, split where they are longer than one message may be. Always valid, never empty. */
export function telegramHtml(message: OutboundMessage): { html: string; plain: string }[] {
  const { text, marks } = marksOf(spansOf(message));
  if (text.trim() === '') return [{ html: '…', plain: '…' }];
  return splitText(text, telegramTextLimit).map(({ start, end }) => ({
    html: htmlOf(text, marks, start, end),
    plain: text.slice(start, end),
  }));
}
