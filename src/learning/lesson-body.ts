import { plainLine } from '../text/index.ts';
import { markIn, wordCount } from './content-fields.ts';
import type { ContentProblem } from './content-problem.ts';
import type { Card, LessonPicture } from './lesson.ts';

/** What stands below the front matter of a lesson. */
export interface LessonBody {
  readonly read: readonly Card[];
  /** The picture by its name beside the lesson. */
  readonly look:
    | { readonly picture: LessonPicture; readonly cards: readonly Card[]; readonly line: number }
    | undefined;
  readonly steps: readonly Card[];
}

const parts = {
  Đọc: { least: 2, most: 4, words: 90 },
  Nhìn: { least: 2, most: 4, words: 45 },
  Làm: { least: 2, most: 5, words: 60 },
} as const;
type Part = keyof typeof parts;

interface WrittenPart {
  readonly line: number;
  readonly cards: {
    readonly heading: string;
    readonly line: number;
    readonly lines: string[];
    readonly asked: { readonly text: string; readonly line: number }[];
  }[];
  picture?: LessonPicture & { readonly line: number };
}

const longestHeading = 60;
const mostAlternativeWords = 60;
const mostAsked = 8;
const longestAsked = 120;

/**
 * Reads `# Đọc`, `# Nhìn` and `# Làm` with their `## ` cards and the `? ` questions that lead to them. Lines that follow each other are one paragraph, as in Markdown.
 * @param firstLine the line of the file that the text begins on
 */
export function readBody(
  text: string,
  { file, firstLine }: { readonly file: string; readonly firstLine: number },
): { readonly body: LessonBody | undefined; readonly problems: readonly ContentProblem[] } {
  const problems: ContentProblem[] = [];
  const refuse = (line: number, problem: string, remedy: string): void => {
    problems.push({ file, line, problem, remedy });
  };
  const written = new Map<Part, WrittenPart>();
  let part: WrittenPart | undefined;
  let ignored = false;
  const lines = text.split('\n');
  for (const [index, each] of lines.entries()) {
    const line = firstLine + index;
    const title = /^# (.*)$/.exec(each)?.[1]?.trim().normalize('NFC');
    const heading = /^## (.*)$/.exec(each)?.[1];
    const asked = /^\? (.*)$/.exec(each)?.[1];
    const picture = /^!\[([^\]]*)\]\(([^)\s]*)\)\s*$/.exec(each);
    if (title !== undefined) {
      ignored = !Object.hasOwn(parts, title) || written.has(title as Part);
      if (ignored)
        refuse(
          line,
          `phần “# ${title}” lạ hoặc viết hai lần`,
          'Hãy chỉ dùng “# Đọc”, “# Nhìn”, “# Làm”, mỗi phần một lần.',
        );
      part = { line, cards: [] };
      if (!ignored) written.set(title as Part, part);
    } else if (heading !== undefined && part !== undefined) {
      part.cards.push({ heading: unbold(plainLine(heading)), line, lines: [], asked: [] });
    } else if (picture !== null && part !== undefined && part === written.get('Nhìn') && part.picture === undefined) {
      part.picture = { alt: plainLine(picture[1] ?? ''), file: picture[2] ?? '', line };
    } else if (/^\s*$/.test(each) || ignored) {
      part?.cards.at(-1)?.lines.push('');
    } else if (part?.cards.at(-1) === undefined) {
      refuse(
        line,
        'chữ này không nằm trong thẻ nào',
        'Hãy đặt dưới một dòng “## Đầu đề” trong “# Đọc”, “# Nhìn” hoặc “# Làm”.',
      );
    } else if (asked !== undefined) part.cards.at(-1)?.asked.push({ text: plainLine(asked), line });
    else part.cards.at(-1)?.lines.push(each);
  }
  const end = firstLine + lines.length - 1;
  const cardsOf = (name: Part): Card[] => {
    const found = written.get(name);
    const { least, most, words } = parts[name];
    if (found === undefined) {
      refuse(end, `thiếu phần “# ${name}”`, 'Hãy thêm phần này như mẫu trong docs/lessons.md.');
      return [];
    }
    const { length } = found.cards;
    if (length < least || length > most)
      refuse(
        found.line,
        `phần “# ${name}” có ${length} thẻ, phải từ ${least} đến ${most}`,
        'Hãy thêm hoặc gộp thẻ (mỗi thẻ bắt đầu bằng “## ”).',
      );
    return found.cards.map(({ heading, line, lines: content, asked }) => {
      const card = { heading, text: cardText(content), asked: asked.map(({ text }) => text) };
      const count = wordCount(card.text);
      if (heading === '') refuse(line, 'thẻ không có đầu đề', 'Hãy viết đầu đề sau “## ”.');
      if ([...heading].length > longestHeading)
        refuse(line, `đầu đề dài ${[...heading].length} ký tự, tối đa ${longestHeading}`, 'Hãy viết gọn lại.');
      if (count === 0) refuse(line, 'thẻ không có chữ nào', 'Hãy viết nội dung, hoặc bỏ thẻ.');
      if (count > words)
        refuse(line, `thẻ dài ${count} chữ, tối đa ${words}`, 'Hãy viết gọn lại, hoặc tách làm hai thẻ.');
      for (const question of asked) {
        if (question.text === '' || [...question.text].length > longestAsked)
          refuse(
            question.line,
            `câu người học hay hỏi dài ${[...question.text].length} ký tự, phải từ 1 đến ${longestAsked}`,
            'Hãy viết sau “? ” một câu ngắn như người học gõ.',
          );
      }
      if (asked.length > mostAsked)
        refuse(
          line,
          `thẻ có ${asked.length} câu người học hay hỏi, tối đa ${mostAsked}`,
          'Hãy giữ những câu khác nhau nhất.',
        );
      const mark = markIn(`${heading}\n${card.text}`);
      if (mark !== undefined)
        refuse(
          line,
          `thẻ có dấu “${mark}”, người học sẽ thấy y như vậy`,
          'Hãy viết chữ thường; chỉ dùng được “- ” đầu dòng và chữ đậm.',
        );
      return card;
    });
  };
  const read = cardsOf('Đọc');
  const lookPart = written.get('Nhìn');
  const look = lookPart === undefined ? undefined : { cards: cardsOf('Nhìn'), picture: lookPart.picture };
  const steps = cardsOf('Làm');
  if (lookPart !== undefined && lookPart.picture === undefined)
    refuse(
      lookPart.line,
      'phần “# Nhìn” không có hình',
      'Hãy thêm một dòng ![Lời tả hình](ten-hinh.svg) ngay dưới “# Nhìn”.',
    );
  if (lookPart?.picture !== undefined) {
    const { alt, line } = lookPart.picture;
    const count = wordCount(alt);
    if (count === 0) refuse(line, 'hình không có lời tả', 'Hãy tả hình trong dấu [ ] cho người không nhìn thấy.');
    if (count > mostAlternativeWords)
      refuse(line, `lời tả hình dài ${count} chữ, tối đa ${mostAlternativeWords}`, 'Hãy viết gọn lại.');
  }
  if (problems.length > 0) return { body: undefined, problems };
  const body: LessonBody = {
    read,
    look:
      look?.picture === undefined
        ? undefined
        : { picture: { file: look.picture.file, alt: look.picture.alt }, cards: look.cards, line: look.picture.line },
    steps,
  };
  return { body, problems };
}

function unbold(text: string): string {
  return text.replace(/\*\*([^*]+)\*\*/g, '$1');
}

/** Paragraphs and points of a list, each on a line of its own. */
function cardText(lines: readonly string[]): string {
  const shown: string[] = [];
  let goesOn = false;
  for (const line of lines) {
    const point = /^\s*[-*] (.*)$/.exec(line)?.[1];
    if (point !== undefined) shown.push(`• ${point}`);
    else if (/^\s*\d{1,2}[.)] /.test(line)) shown.push(line);
    else if (line !== '' && goesOn) shown.push(`${shown.pop() ?? ''} ${line}`);
    else if (line !== '') shown.push(line);
    goesOn = line !== '';
  }
  return unbold(shown.map(plainLine).join('\n'));
}
