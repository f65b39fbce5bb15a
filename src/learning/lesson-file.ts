import { foldedPhrase, tokens } from '../text/index.ts';
import { type ContentProblem, inOrder } from './content-problem.ts';
import { giveawayIn } from './giveaway.ts';
import { givenAway } from './given-away.ts';
import { type Card, type Item, type Lesson, type Option, type Question, wrongTexts } from './lesson.ts';
import { readBody } from './lesson-body.ts';
import { type LessonHead, lessonHead, type WrittenItem } from './lesson-schema.ts';
import { readYaml } from './yaml-file.ts';

/** A lesson file that was read; `lesson` is missing when there are problems. Its picture is still a name beside it. */
export interface ReadLesson {
  readonly lesson: Lesson | undefined;
  readonly problems: readonly ContentProblem[];
  /** Where its ids and its picture stand, for problems between files. */
  readonly lines: { readonly id: number; readonly items: readonly number[]; readonly picture: number };
}

/** What a learner who reads gets stays below this, in UTF-8, so that the whole conversation fits into 6 KB. */
export const mostReadingBytes = 4500;

const longestFile = 64 * 1024;

/**
 * Reads a lesson as docs/lessons.md describes it. Never throws, whatever the text.
 * @param place the track and where the lesson stands in it, from 1
 */
export function readLessonFile(
  file: string,
  source: string,
  place: { readonly track: string; readonly position: number },
): ReadLesson {
  const refused = (line: number, problem: string, remedy: string): ReadLesson => ({
    lesson: undefined,
    problems: [{ file, line, problem, remedy }],
    lines: { id: 1, items: [], picture: 1 },
  });
  if (source.length > longestFile) return refused(1, 'tệp quá lớn', 'Hãy tách thành nhiều bài, mỗi bài vài phút.');
  const lines = source
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  if (lines[0]?.trimEnd() !== '---')
    return refused(1, 'không có phần đầu', 'Hãy bắt đầu tệp bằng một dòng “---”, rồi id, title và các mục khác.');
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (end < 0) return refused(1, 'phần đầu không khép lại', 'Hãy thêm một dòng “---” trước “# Đọc”.');

  const head = readYaml(lines.slice(1, end).join('\n'), { file, firstLine: 2 }, lessonHead);
  const { body, problems: bodyProblems } = readBody(lines.slice(end + 1).join('\n'), { file, firstLine: end + 2 });
  const problems = [...head.problems, ...bodyProblems];
  const { value } = head;
  if (value !== undefined) {
    for (const { path, problem, remedy } of contentProblems(value))
      problems.push({ file, line: head.lineOf(path), problem, remedy });
  }
  const found = {
    id: head.lineOf(['id']),
    items: (value?.items ?? []).map((_, index) => head.lineOf(['items', index, 'id'])),
    picture: body?.look?.line ?? end + 2,
  };
  if (value === undefined || body === undefined || problems.length > 0)
    return { lesson: undefined, problems: inOrder(problems), lines: found };
  const { id, title, objective, minutes, domains, areas, topics, prequestion, checked, sources } = value;
  const lesson: Lesson = {
    ...{
      id,
      ...place,
      title,
      objective,
      minutes,
      domains,
      areas,
      topics,
      prequestion,
      tryIt: value.try,
      checked,
      sources,
    },
    items: value.items.map(itemOf),
    read: body.read,
    look: body.look && { picture: body.look.picture, cards: body.look.cards },
    steps: body.steps,
  };
  const bytes = readingBytes(lesson);
  if (bytes <= mostReadingBytes) return { lesson, problems: [], lines: found };
  const problem = `cách đọc dài ${bytes} byte (thẻ, việc làm thử, câu hỏi và lời đáp), tối đa ${mostReadingBytes}`;
  return {
    lesson: undefined,
    problems: [{ file, line: 1, problem, remedy: 'Hãy viết gọn các thẻ và lời đáp.' }],
    lines: found,
  };
}

/** Bytes that somebody gets who reads: cards, task, and each question with its options and its longest note. */
export function readingBytes({ read, tryIt, items }: Pick<Lesson, 'read' | 'tryIt' | 'items'>): number {
  const ofCards = read.flatMap(({ heading, text }: Card) => [heading, text]);
  const ofItems = items.flatMap(({ question }) => {
    const options = question.kind === 'choice' ? question.options.map(({ text }) => text) : [];
    const notes =
      question.kind === 'choice'
        ? question.options.map(({ note }) => note)
        : [question.right, ...question.wrong.map(({ note }) => note)];
    const longest = notes.reduce((a, b) => (Buffer.byteLength(b) > Buffer.byteLength(a) ? b : a), '');
    return [question.question, ...options, longest];
  });
  return [...ofCards, tryIt, ...ofItems].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

interface FoundProblem extends Pick<ContentProblem, 'problem' | 'remedy'> {
  readonly path: readonly PropertyKey[];
}

/** What the form of the front matter does not show: what entries say of each other. */
function contentProblems({ items, prequestion }: LessonHead): FoundProblem[] {
  const found: FoundProblem[] = [];
  if (!items.some(({ id }) => id === prequestion))
    found.push({
      path: ['prequestion'],
      problem: `không có câu hỏi nào mã “${prequestion}”`,
      remedy: 'Hãy ghi mã của một câu trong items.',
    });
  if (items.every(({ kind }) => kind === 'choice'))
    found.push({
      path: ['items'],
      problem: 'câu nào cũng là câu chọn',
      remedy: 'Hãy có ít nhất một câu kind: short hoặc kind: number.',
    });
  for (const [index, written] of items.entries()) {
    const { question, variant, hints } = itemOf(written);
    for (const [step, hint] of hints.slice(0, 3).entries()) {
      const answer = givenAway(question, hint);
      if (answer !== undefined)
        found.push({
          path: ['items', index, 'hints', step],
          problem: `gợi ý ${step + 1} nói luôn đáp án “${answer}”`,
          remedy: 'Hãy gợi mở bằng chữ khác; chỉ gợi ý 4 mới nói đáp án.',
        });
    }
    if (foldedPhrase(question.question) === foldedPhrase(variant.question))
      found.push({
        path: ['items', index, 'variant', 'question'],
        problem: 'câu thay thế giống hệt câu hỏi',
        remedy: 'Hãy đổi tình huống hoặc con số.',
      });
    for (const [asked, path] of [
      [question, ['items', index]],
      [variant, ['items', index, 'variant']],
    ] as const)
      found.push(...contradictions(asked, path), ...mutingGiveaways(asked, hints.slice(0, 3), path));
  }
  return found;
}

/** Giveaways that stand in what a tutor must be able to say. */
function mutingGiveaways(question: Question, hints: readonly string[], path: readonly PropertyKey[]): FoundProblem[] {
  const sayable: readonly (readonly [string, string])[] = [
    ['câu hỏi', question.question],
    ...wrongTexts(question).map((text) => ['một câu trả lời sai', text] as const),
    ...hints.map((hint, step) => [`gợi ý ${step + 1}`, hint] as const),
  ];
  return question.giveaways.flatMap((giveaway, position) => {
    const [said] = sayable.find(([, text]) => giveawayIn(text, [giveaway]) !== undefined) ?? [];
    if (said === undefined) return [];
    return [
      {
        path: [...path, 'giveaways', position],
        problem: `“${giveaway.written}” có sẵn trong ${said}`,
        remedy: 'Hãy viết hẹp lại, thêm chữ chỉ lời lộ đáp án mới có; không thì trợ giảng không nói lại được câu ấy.',
      },
    ];
  });
}

/** Forms that stand among the wrong answers although they are right. */
function contradictions(question: Question, path: readonly PropertyKey[]): FoundProblem[] {
  if (question.kind === 'choice') return [];
  const isRight = (form: string): boolean => {
    if (question.kind === 'short') return accepted.has(foldedPhrase(form));
    const number = Number(tokens(form)[0]?.folded ?? Number.NaN);
    return Math.abs(number - question.answer) <= question.tolerance;
  };
  const accepted = new Set(question.kind === 'short' ? question.accept.map(foldedPhrase) : []);
  return question.wrong.flatMap(({ forms }, index) =>
    forms.flatMap((form, position) =>
      isRight(form)
        ? [
            {
              path: [...path, 'wrong', index, 'forms', position],
              problem: `“${form}” vừa đúng vừa sai`,
              remedy: 'Hãy bỏ khỏi wrong, hoặc khỏi các câu trả lời đúng.',
            },
          ]
        : [],
    ),
  );
}

function itemOf(written: WrittenItem): Item {
  const [first = '', second = '', third = '', fourth = ''] = written.hints;
  const hints = [first, second, third, fourth] as const;
  switch (written.kind) {
    case 'choice': {
      const of = ({ question, options, giveaways }: typeof written.variant): Question => ({
        kind: 'choice',
        question,
        options: options.map(optionOf),
        giveaways,
      });
      return { id: written.id, question: of(written), variant: of(written.variant), hints };
    }
    case 'number': {
      const of = ({
        question,
        answer,
        tolerance,
        unit,
        wrong,
        right,
        giveaways,
      }: typeof written.variant): Question => ({
        ...{ kind: 'number', question, answer, tolerance, unit, wrong, right, giveaways },
      });
      return { id: written.id, question: of(written), variant: of(written.variant), hints };
    }
    case 'short': {
      const of = ({
        question,
        accept,
        wrong,
        answer,
        rubric,
        criteria,
        right,
        giveaways,
      }: typeof written.variant): Question => ({
        ...{ kind: 'short', question, accept, wrong, answer, rubric, criteria, right, giveaways },
      });
      return { id: written.id, question: of(written), variant: of(written.variant), hints };
    }
  }
}

/** An option as it is written; those of placement questions have no note. */
export function optionOf({ text, right, note }: { text: string; right?: boolean | undefined; note?: string }): Option {
  return { text, isRight: right === true, note: note ?? '' };
}
