import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cityLessons, type HintLevel } from '../../src/learning/index.ts';
import { answerByRules, createPassageSearch, isQuestion, type PassageSearch } from '../../src/tutor/index.ts';

interface Labelled {
  readonly lesson: string;
  readonly question: string;
  readonly answeredBy: readonly { readonly lesson: string; readonly heading: string }[];
  readonly where: 'here' | 'elsewhere' | 'nowhere';
}

const lessons = await cityLessons();
const search = createPassageSearch(lessons);
const all = lessons.tracks.flatMap((track) => track.lessons);

/** Written by somebody who had read the lessons and not the program; the odd half was not looked at while it was made. */
const labelled: readonly Labelled[] = readFileSync(
  new URL('./questions/lesson-questions.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

describe('the tutor without a model', () => {
  it('quotes a sentence of the lesson as it stands there', () => {
    const answer = answerByRules(search, 'so dien thoai hien tren man hinh co lam gia duoc ko', {
      lesson: 'cuoc-goi-gia-danh',
    });
    expect(answer).toMatchObject({ kind: 'quote', lesson: { id: 'cuoc-goi-gia-danh' } });
    const quote = answer.kind === 'quote' ? answer.quote : '';
    expect(quote).toContain('Số điện thoại hiện trên màn hình cũng làm giả được.');
    const lesson = lessons.lesson('cuoc-goi-gia-danh');
    const cards = [...(lesson?.read ?? []), ...(lesson?.look?.cards ?? []), ...(lesson?.steps ?? [])];
    expect(cards.some(({ text }) => text.replaceAll('\n', ' ').includes(quote))).toBe(true);
  });

  it.each([
    '',
    '?',
    'cái đó là gì vậy',
    'giá vàng hôm nay bao nhiêu',
    'giải phương trình x^2 = 4 giùm em',
    '𝕏'.repeat(500),
  ])('has nothing to say to “%.20s”', (question) =>
    expect(answerByRules(search, question, { lesson: 'wifi-va-4g' })).toEqual({ kind: 'unknown' }),
  );

  it('never quotes what tells the answer to an open item before its last hint, whatever is asked', () => {
    let withheld = 0;
    // What is found does not depend on the item that is open: it is looked for once instead of for each item, which halves the time.
    const found = new Map<string, ReturnType<typeof search.find>>();
    const once: PassageSearch = {
      ...search,
      find(question, options) {
        const key = JSON.stringify([question, options]);
        const known = found.get(key) ?? search.find(question, options);
        found.set(key, known);
        return known;
      },
    };
    for (const lesson of all) {
      const cards = [...lesson.read, ...(lesson.look?.cards ?? []), ...lesson.steps];
      const questions = [
        ...cards.flatMap(({ asked }) => asked),
        ...lesson.items.map(({ question }) => question.question),
      ];
      for (const { question } of lesson.items) {
        const open = { question, hintLevel: 3 as HintLevel };
        for (const asked of questions) {
          const answer = answerByRules(once, asked, { lesson: lesson.id, open });
          if (answer.kind === 'withheld') withheld++;
          if (answer.kind !== 'quote') continue;
          for (const form of question.kind === 'short' ? question.accept : []) {
            const isAsked = question.question.toLowerCase().includes(form.toLowerCase());
            if (form.includes(' ') && !isAsked) expect(answer.quote.toLowerCase()).not.toContain(form.toLowerCase());
          }
          const right = question.kind === 'choice' ? question.options.find(({ isRight }) => isRight)?.text : undefined;
          if (right !== undefined) expect(answer.quote).not.toContain(right);
        }
      }
    }
    expect(withheld).toBeGreaterThan(0);
  });

  it('finds the card that answers, and says so honestly where none does', () => {
    const counts = { here: 0, found: 0, nowhere: 0, honest: 0 };
    for (const { lesson, question, answeredBy, where } of labelled) {
      const answer = answerByRules(search, question, { lesson });
      if (where === 'nowhere') {
        counts.nowhere++;
        if (answer.kind === 'unknown') counts.honest++;
      } else if (where === 'here') {
        counts.here++;
        if (answer.kind !== 'quote') continue;
        const heading = search.heading(answer.passageId);
        if (answeredBy.some((card) => card.lesson === answer.lesson.id && card.heading === heading)) counts.found++;
      }
    }
    process.stdout.write(`questions in lessons: ${JSON.stringify(counts)}\n`);
    expect(counts.found / counts.here).toBeGreaterThan(0.38);
    expect(counts.honest / counts.nowhere).toBeGreaterThan(0.84);
  });

  it.each(['sao phải cúp máy vậy', 'otp la gi', 'Mã này có cần giấu không?', 'what is 2FA', 'lam sao biet la that'])(
    'takes “%s” for a question',
    (text) => expect(isQuestion(text)).toBe(true),
  );

  it.each(['mặt sau thẻ', 'tiếp', 'cúp máy rồi hỏi lại', 'số 2', 'ok bạn'])('takes “%s” for none', (text) =>
    expect(isQuestion(text)).toBe(false),
  );
});
