/** How a text is laid into lines. */
export interface LineBreaking {
  readonly width: number;
  readonly mostLines: number;
  readonly widthOf: (text: string) => number;
  /** A word that stays at the end even where the text is cut, such as "(mẫu)". */
  readonly mark?: string;
  /** Lines of about the same length, rather than full ones and a word alone in the last. */
  readonly isBalanced?: true;
}

export interface Lines {
  readonly lines: readonly string[];
  readonly isCut: boolean;
}

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

function lettersOf(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/**
 * Lays a text into lines no wider than asked, broken at spaces, inside a word only where it is wider than a line. What
 * does not fit into the last line is cut with "…"; the mark stays.
 */
export function breakLines(text: string, breaking: LineBreaking): Lines {
  const { mark, mostLines } = breaking;
  const words = text.split(' ').filter((word) => word !== '');
  const marked = mark === undefined ? words : [...words, mark];
  const whole = greedy(marked, breaking);
  if (whole.length <= mostLines) {
    return { lines: breaking.isBalanced === true ? balanced(marked, whole, breaking) : whole, isCut: false };
  }
  const kept = greedy(words, breaking);
  const rest = kept.slice(mostLines - 1).join(' ');
  return { lines: [...kept.slice(0, mostLines - 1), cutLine(rest, breaking)], isCut: true };
}

function greedy(words: readonly string[], { width, widthOf }: LineBreaking): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    // Only a word that is wider than a whole line is broken inside.
    for (const letter of lettersOf(word)) {
      if (line !== '' && widthOf(line + letter) > width) {
        lines.push(line);
        line = '';
      }
      line += letter;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** The lines as narrow as they can be without becoming more. */
function balanced(words: readonly string[], lines: readonly string[], breaking: LineBreaking): readonly string[] {
  let best = lines;
  for (let share = 0.95; share >= 0.5; share -= 0.05) {
    const narrower = greedy(words, { ...breaking, width: breaking.width * share });
    if (narrower.length > lines.length) break;
    best = narrower;
  }
  return best;
}

function cutLine(text: string, { width, widthOf, mark }: LineBreaking): string {
  const end = mark === undefined ? '…' : `… ${mark}`;
  const letters = lettersOf(text);
  let line = '';
  for (const letter of letters) {
    if (widthOf(line + letter + end) > width) break;
    line += letter;
  }
  return `${line.replace(/[\s.,;:·–-]+$/u, '')}${end}`;
}
