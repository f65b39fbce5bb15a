import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Giveaway, readGiveaway } from '../../src/learning/giveaway.ts';
import { cityLessons, giveawayIn, wrongTexts } from '../../src/learning/index.ts';

const lessons = await cityLessons();
const items = lessons.tracks.flatMap((track) => track.lessons.flatMap((lesson) => lesson.items));
const asked = items.flatMap(({ question, variant, hints }) => [
  { question, hints: hints.slice(0, 3) },
  { question: variant, hints: hints.slice(0, 3) },
]);

function pattern(written: string): Giveaway {
  const read = readGiveaway(written);
  if ('problem' in read) throw new Error(read.problem);
  return read;
}

/** Sentences that a pattern is made for: an alternative of each word, others between them, the parts in any order. */
function sentences({ parts }: Giveaway): fc.Arbitrary<string> {
  const between = fc.array(fc.constantFrom('luôn', 'ngay', 'Lan'), { maxLength: 2 });
  const part = (slots: Giveaway['parts'][number]) =>
    fc
      .tuple(...slots.map((alternatives) => fc.tuple(fc.constantFrom(...alternatives), between)))
      .map((words) =>
        words.map(([chosen, after]) => [...chosen.map(({ written }) => written), ...after].join(' ')).join(' '),
      );
  return fc
    .tuple(fc.shuffledSubarray([...parts], { minLength: parts.length }), fc.constantFrom('Bạn thấy ', 'Ông ấy đã '))
    .chain(([order, before]) =>
      fc.tuple(...order.map(part)).map((said) => `Đầu tiên. ${before}${said.join(' thì ')}. Được không?`),
    );
}

describe('a giveaway', () => {
  it.each([
    ['gác/tắt máy', 'Bạn tắt ngay cái máy đi.', true],
    ['gác/tắt máy', 'Bạn tắt cho xong cái máy đi.', false],
    ['gác/tắt máy', 'Máy thì tắt.', false],
    ['gác/tắt máy', 'Bạn tắt. Máy nghỉ.', false],
    ['gác/tắt máy', 'BẠN GÁC MÁY', true],
    ['gác/tắt máy', 'Bạn gạc máy mấy lần rồi', false],
    ['gác/tắt máy', 'ban gac may di', true],
    ['ra/tới + công_an/đồn', 'Công an thì bạn tự ra hỏi.', true],
    ['ra/tới + công_an/đồn', 'Công việc thì bạn ra hỏi an.', false],
    ['ra công_an/đồn', 'Công an thì bạn tự ra hỏi.', false],
    ['hang up', 'Just hang up now.', true],
  ])('%s in “%s”: %s', (written, text, isFound) => {
    expect(giveawayIn(text, [pattern(written)]) !== undefined).toBe(isFound);
  });

  it.each(['', ' + ', 'gác/ máy', 'a//b c', 'gác + ', '… máy', 'không', 'cho/được'])(
    '“%s” cannot be read',
    (written) => {
      expect(readGiveaway(written)).toMatchObject({
        problem: expect.any(String),
        remedy: expect.stringMatching(/^Hãy /),
      });
    },
  );

  it('of any text is read or refused, and looked for in any text, without an error', () => {
    const sign = fc.constantFrom('a', 'máy', ' ', ' + ', '+', '/', '_', '.', '\n');
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 20 }), fc.string({ unit: 'binary', maxLength: 80 }), (signs, text) => {
        const read = readGiveaway(signs.join(''));
        if ('parts' in read)
          expect(giveawayIn(text, [read])).toSatisfy((found) => found === undefined || found === read);
      }),
    );
  });
});

describe('the giveaways of the lessons', () => {
  it('are three or more a question, and leave the question, wrong answers and hints sayable', () => {
    for (const { question, hints } of asked) {
      expect(question.giveaways.length).toBeGreaterThanOrEqual(3);
      for (const text of [question.question, ...wrongTexts(question), ...hints])
        expect(giveawayIn(text, question.giveaways)?.written).toBeUndefined();
    }
  });

  it('are found in the sentences that they are made for', () => {
    const one = fc.constantFrom(...asked.flatMap(({ question }) => question.giveaways));
    fc.assert(
      fc.property(
        one.chain((giveaway) => sentences(giveaway).map((text) => ({ giveaway, text }))),
        ({ giveaway, text }) => {
          expect(giveawayIn(text, [giveaway])).toBe(giveaway);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
