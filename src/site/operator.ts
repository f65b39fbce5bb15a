import { readFileSync } from 'node:fs';
import type { Locale } from '../message/index.ts';

/** A line of the operator's card: "Địa chỉ" and what stands behind it; no label for a line of plain text. */
export interface OperatorLine {
  readonly label?: string;
  readonly text: string;
}

/** Who answers for the data, as the operator wrote it; undefined while a place in square brackets is not filled in. */
export type Operator = readonly OperatorLine[] | undefined;

/** Reads the text of a file: `- label: text` or plain lines; comments are left out. */
export function readOperator(text: string): Operator {
  const lines = text
    .replace(/<!--[\s\S]*?-->/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0 || lines.some((line) => /\[[^\]]*\]/.test(line))) return undefined;
  return lines.map((line) => {
    const match = /^[-*] +([^:]+): *(.+)$/.exec(line);
    return match?.[1] === undefined || match[2] === undefined
      ? { text: line.replace(/^[-*#]+ +/, '') }
      : { label: match[1], text: match[2] };
  });
}

/** What the operator wrote in content/privacy, by language. */
export function operatorOf(locale: Locale): Operator {
  const file = new URL(`../../content/privacy/operator.${locale}.md`, import.meta.url);
  return readOperator(readFileSync(file, 'utf8'));
}
