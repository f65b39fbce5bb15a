/** What is wrong in a file of content, for whoever wrote it: in Vietnamese, as `npm run import` speaks. */
export interface ContentProblem {
  /** As it was given, with the folder. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly problem: string;
  /** What to do about it, as a sentence. */
  readonly remedy: string;
}

/** One line of a terminal: `file:line: problem. Remedy.` */
export function problemAsLine({ file, line, problem, remedy }: ContentProblem): string {
  return `${file}:${line}: ${problem}. ${remedy}`;
}

/** Content that the program does not start with; the message lists every problem. */
export class ContentRefused extends Error {
  readonly problems: readonly ContentProblem[];
  constructor(problems: readonly ContentProblem[]) {
    super(problems.map(problemAsLine).join('\n'));
    this.name = 'ContentRefused';
    this.problems = problems;
  }
}

/** Problems in the order of files and lines. */
export function inOrder(problems: readonly ContentProblem[]): ContentProblem[] {
  return [...problems].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
