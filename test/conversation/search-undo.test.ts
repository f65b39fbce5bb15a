import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { OutboundMessage } from '../../src/message/index.ts';
import { testApplication } from '../support/application.ts';
import { describeDatabase } from '../support/databases.ts';
import { resident, textOf } from '../support/resident.ts';

const back = '↩ Kết quả trước';

/** Ways to sharpen or widen a search: presses where they are offered, else words. */
const steps = [
  'Chỉ miễn phí',
  'Chỉ buổi tối',
  'Chỉ học online',
  'Bỏ',
  'cuối tuần',
  'có chứng chỉ',
  'ở Gò Vấp',
  'rẻ hơn',
];
const openings = [
  'kế toán',
  'tieng anh buoi toi',
  'lớp miễn phí cho người mới bắt đầu',
  'excel online',
  'khóa ở Gò Vấp',
];

/** What a person sees of a result, without what names this very message. */
function seen(messages: readonly OutboundMessage[]) {
  return {
    text: textOf(messages),
    courses: messages.flatMap(({ courses = [] }) => courses.map(({ id, reasons }) => ({ id, reasons }))),
    choices: messages.flatMap(({ choices }) => choices.map(({ label }) => label)),
  };
}

/** Choices below a list that are about no course of it. */
function below(messages: readonly OutboundMessage[]): string[] {
  return messages.flatMap(({ choices }) =>
    choices.filter(({ course }) => course === undefined).map(({ label }) => label),
  );
}

describeDatabase('embedded', 'going back', (context) => {
  it('brings the result before back exactly, step by step', async () => {
    const application = await testApplication(await context.database());
    let chat = 0;
    let wentBack = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...openings),
        fc.array(fc.constantFrom(...steps), { minLength: 1, maxLength: 3 }),
        async (opening, path) => {
          const person = resident(application, `undo${chat++}`);
          let shown = await person.say(opening);
          const results = [seen(shown)];
          for (const step of path) {
            application.advance(60);
            const label = below(shown).find((each) => each.startsWith(step));
            const answer = label === undefined ? await person.say(step) : await person.press(label);
            shown = answer;
            // A step that changes nothing is none to go back from.
            if (!below(answer).includes(back)) break;
            results.push(seen(answer));
          }
          for (let at = results.length - 2; at >= 0 && below(shown).includes(back); at--) {
            shown = await person.press(back);
            expect(seen(shown)).toEqual(results[at]);
            wentBack++;
          }
        },
      ),
      { numRuns: 25, seed: 7 },
    );
    expect(wentBack).toBeGreaterThan(20);
  });

  it('never offers more than two choices beyond those that narrow, and none but the way back in short answers', async () => {
    const application = await testApplication(await context.database());
    const person = resident(application, 'few');
    const narrowing = ['Chỉ miễn phí', 'Chỉ buổi tối', 'Chỉ học online'];
    const ways = (messages: readonly OutboundMessage[]) =>
      below(messages).filter((label) => label === back || label.startsWith('Bỏ “') || narrowing.includes(label));
    const plain = ways(await person.say('kế toán'));
    expect(plain).toEqual(narrowing);
    application.advance(60);
    const stated = ways(await person.say('học kế toán miễn phí buổi tối ở quận 1 cho người mới bắt đầu có chứng chỉ'));
    expect(stated).toEqual(['Bỏ “buổi tối”', 'Bỏ “người mới”']);
    application.advance(60);
    await person.say('/dehieu bat');
    application.advance(60);
    await person.say('học kế toán buổi tối');
    application.advance(60);
    expect(ways(await person.say('miễn phí thôi'))).toEqual([back]);
  });
});
