import { withoutInvisible } from '../invisible.ts';

/** A draft as a model wrote it, taken apart. */
export interface MarkedText {
  /** Plain text without marks and without Markdown. */
  readonly text: string;
  /** The marks in it, in their order, each once: "p1", "c2". */
  readonly marks: readonly string[];
}

const mark = /[ \t]?[[(【]\s*([pcw]\d{1,2}(?:\s*[,;]\s*[pcw]\d{1,2})*)\s*[\])】]/gi;

/** Takes the marks out of a model's words, and what it formats although it was told not to. Pure. */
export function readMarks(written: string): MarkedText {
  const marks: string[] = [];
  const bare = withoutInvisible(written).replace(mark, (_, inside: string) => {
    for (const one of inside.split(/[,;]/)) marks.push(one.trim().toLowerCase());
    return '';
  });
  return { text: plain(bare), marks: [...new Set(marks)] };
}

/** Bold, headings, bullets and quote signs go; the words stay. */
function plain(text: string): string {
  return text
    .replace(/^[ \t]*(?:#{1,6}|[-*•]|>)[ \t]+/gm, '')
    .replace(/(\*\*|__)(?=\S)([\s\S]*?\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]*\S)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/`+([^`\n]*)`+/g, '$1')
    .replace(/[ \t]+([.,;:!?])/g, '$1')
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
