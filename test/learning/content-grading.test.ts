import { describe, expect, it } from 'vitest';
import { cityLessons, grade, type Question } from '../../src/learning/index.ts';
import { fold } from '../../src/text/index.ts';

/** Every question that a learner may be asked, by the id of its item. */
const questions: [string, Question][] = (await cityLessons()).tracks.flatMap((track) => [
  ...track.lessons.flatMap(({ items }) =>
    items.flatMap(({ id, question, variant }): [string, Question][] => [
      [id, question],
      [`${id}, variant`, variant],
    ]),
  ),
  ...track.placement.map(({ question, lesson }): [string, Question] => [`${track.id} up to ${lesson}`, question]),
]);

function verdict(question: Question, text: string): string {
  return grade(question, { text }).kind;
}

/** As it stands, as it is typed in a hurry, and within a sentence. */
function typed(form: string): string[] {
  return [form, fold(form), fold(form).toUpperCase(), `Dạ em nghĩ là ${form} ạ.`, form.normalize('NFD')];
}

describe.each(questions)('%s', (_, question) => {
  it('is graded as it was written', () => {
    const misjudged: string[] = [];
    const expectAll = (form: string, kinds: readonly string[]) => {
      for (const text of typed(form)) {
        const kind = verdict(question, text);
        if (!kinds.includes(kind)) misjudged.push(`${text}: ${kind}`);
      }
    };
    switch (question.kind) {
      case 'choice':
        for (const [position, { text, isRight }] of question.options.entries()) {
          expect(grade(question, { option: position }).kind).toBe(isRight ? 'right' : 'wrong');
          expectAll(text, [isRight ? 'right' : 'wrong']);
        }
        break;
      case 'number':
        expectAll(`${question.answer} ${question.unit ?? ''}`, ['right']);
        for (const form of question.wrong.flatMap(({ forms }) => forms)) expectAll(form, ['wrong']);
        break;
      case 'short':
        for (const form of question.accept) expectAll(form, ['right']);
        for (const { forms, note } of question.wrong) {
          for (const form of forms) expectAll(form, ['wrong']);
          expect(forms.map((text) => grade(question, { text }))).toEqual(forms.map(() => ({ kind: 'wrong', note })));
        }
    }
    expect(misjudged).toEqual([]);
  });

  it('takes no answer for right that denies a right one, gives up, or names a wrong one as well', () => {
    if (question.kind !== 'short') return;
    const wrong = question.wrong.flatMap(({ forms }) => forms);
    const tricky = question.accept.flatMap((form) => [
      `không phải ${form}`,
      ...wrong.filter((other) => !fold(form).includes(fold(other))).map((other) => `${form} và ${other}`),
    ]);
    expect(tricky.filter((text) => verdict(question, text) === 'right')).toEqual([]);
    for (const text of ['không biết', 'em chịu', '', 'gợi ý đi']) expect(verdict(question, text)).toBe('gave_up');
  });
});
