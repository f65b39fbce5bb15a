/** A part of a text: `text.slice(start, end)`. */
export interface TextPart {
  readonly start: number;
  readonly end: number;
}

/** Cut points, the kindest first; each must leave a part of at least a third of the limit. */
const boundaries = [/\n\n+/g, /\n/g, /(?<=[.!?…])\s+/g, /\s+/g];

/**
 * Cuts a text into parts of at most `limit` UTF-16 units, at a paragraph, a line, a sentence or a space where there is
 * one, never inside a surrogate pair or before a combining mark. White space at a cut is in no part.
 */
export function splitText(text: string, limit: number): TextPart[] {
  const parts: TextPart[] = [];
  let start = 0;
  while (text.length - start > limit) {
    const { end, next } = cut(text, start, limit);
    parts.push({ start, end });
    start = next;
  }
  if (start < text.length || parts.length === 0) parts.push({ start, end: text.length });
  return parts.filter(({ start: from, end }) => text.slice(from, end).trim() !== '' || text.trim() === '');
}

function cut(text: string, start: number, limit: number): { end: number; next: number } {
  const least = start + Math.floor(limit / 3);
  for (const boundary of boundaries) {
    let best: { end: number; next: number } | undefined;
    for (const match of text.slice(start, start + limit + 1).matchAll(boundary)) {
      const end = start + match.index;
      if (end > start + limit) break;
      if (end >= least) best = { end, next: end + match[0].length };
    }
    if (best !== undefined) return best;
  }
  let end = start + limit;
  while (end > start + 1 && /[\uDC00-\uDFFF\p{M}\u200d]/u.test(text.charAt(end))) end--;
  return { end, next: end };
}
