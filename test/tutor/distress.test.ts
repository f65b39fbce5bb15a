import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { distressOf } from '../../src/tutor/distress.ts';
import { featuresOf } from '../../src/tutor/hearing/features.ts';
import { asStored, readWeights, weightsFile, weightsText } from '../../src/tutor/hearing/hearing.ts';
import { type Linear, probability, train } from '../../src/tutor/hearing/training.ts';
import { lessonTexts } from './distress/everyday.ts';
import { trainingFiles } from './distress/training-files.ts';

function caught(text: string) {
  const found = distressOf(text);
  return found === 'suicide' || found === 'violence';
}

describe('signs of danger', () => {
  const plain = readFileSync(new URL('distress/plain.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { text: string; kind: 'suicide' | 'violence' | 'perhaps' | 'none' });

  it.each(plain.filter(({ kind }) => kind === 'suicide' || kind === 'violence'))(
    '"$text" is of $kind',
    ({ text, kind }) => {
      expect(distressOf(text)).toBe(kind);
      expect(distressOf(text.normalize('NFD'))).toBe(kind);
    },
  );

  it.each(plain.filter(({ kind }) => kind === 'perhaps'))('"$text" is asked after', ({ text }) => {
    expect(distressOf(text)).toBeDefined();
  });

  it.each(plain.filter(({ kind }) => kind === 'none'))('"$text" is no crisis', ({ text }) => {
    expect(caught(text)).toBe(false);
  });
});

/** The examples of somebody who had not seen the lists (distress/README.md). */
function examples(file: string): readonly { readonly text: string; readonly kind?: 'crisis' | 'unclear' }[] {
  const lines = readFileSync(new URL(`distress/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line));
}

describe('on examples that somebody else has written', () => {
  const messages = examples('messages.jsonl');
  const others = examples('lookalikes.jsonl');
  const crises = messages.filter(({ kind }) => kind === 'crisis');
  const unclear = messages.filter(({ kind }) => kind === 'unclear');

  it('every crisis is caught, most of what is unclear is asked after, and at most 3 % of look-alikes get the answer to a crisis', () => {
    const missed = crises.filter(({ text }) => distressOf(text) === undefined);
    const onlyAsked = crises.filter(({ text }) => distressOf(text) === 'perhaps');
    const asked = unclear.filter(({ text }) => distressOf(text) !== undefined);
    const alarms = others.filter(({ text }) => caught(text));
    process.stdout.write(
      `crises ${crises.length - missed.length}/${crises.length} (${onlyAsked.length} only asked after), unclear ${asked.length}/${unclear.length}, false alarms ${alarms.length}/${others.length}\n`,
    );
    expect(missed).toEqual([]);
    expect(onlyAsked.length).toBeLessThanOrEqual(3);
    expect(asked.length).toBeGreaterThanOrEqual(unclear.length * 0.9);
    expect(alarms.length).toBeLessThanOrEqual(others.length * 0.03);
  });

  it('they are caught however their letters are composed, and in capitals', () => {
    for (const { text } of crises) {
      expect(distressOf(text.normalize('NFD')), text).toBe(distressOf(text));
      expect(distressOf(text.toUpperCase()), text).not.toBeUndefined();
    }
  });
});

describe('a text made to be slow', () => {
  it.each(['ngủ ', 'em muốn ', 'không không muốn muốn ', 'has my ', 'a', 't.', '"', '. ', 'ba em hay '])(
    'of "%s" repeated is read to its end',
    (part) => {
      // Bounded gaps only: a pattern that runs back and forth would not come back within the test's time for a hundred thousand.
      expect(['suicide', 'violence', 'perhaps', undefined]).toContain(distressOf(part.repeat(100_000)));
    },
  );
});

describe('what strangers wrote', () => {
  const heardAs = (texts: readonly { readonly text: string }[]) => {
    const heard = texts.map(({ text }) => distressOf(text));
    const crisis = heard.filter((one) => one === 'suicide' || one === 'violence').length;
    return { of: texts.length, crisis, asked: heard.filter((one) => one === 'perhaps').length };
  };

  // Nobody who made the lists or the weights has read what this writer wrote, and nothing was learnt from it.
  it('is heard as well as the figures of the paper say, by a writer nothing was learnt from', () => {
    const crises = heardAs(examples('strangers/messages-l.jsonl').filter(({ kind }) => kind === 'crisis'));
    const lookalikes = heardAs(examples('strangers/lookalikes-l.jsonl'));
    const ordinary = heardAs(examples('strangers/ordinary-l.jsonl'));
    process.stdout.write(`strangers: ${JSON.stringify({ crises, lookalikes, ordinary })}\n`);
    expect((crises.crisis + crises.asked) / crises.of).toBeGreaterThanOrEqual(0.98);
    expect(crises.crisis / crises.of).toBeGreaterThanOrEqual(0.85);
    expect(lookalikes.crisis / lookalikes.of).toBeLessThanOrEqual(0.03);
    expect(ordinary.crisis / ordinary.of).toBeLessThanOrEqual(0.01);
    expect(ordinary.asked / ordinary.of).toBeLessThanOrEqual(0.03);
    expect(lookalikes.asked / lookalikes.of).toBeLessThanOrEqual(0.1);
  });

  it.each(['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'])('is heard in pair %s, which the weights know', (pair) => {
    const crises = heardAs(examples(`strangers/messages-${pair}.jsonl`).filter(({ kind }) => kind === 'crisis'));
    const lookalikes = heardAs(examples(`strangers/lookalikes-${pair}.jsonl`));
    expect((crises.crisis + crises.asked) / crises.of).toBeGreaterThan(0.97);
    expect(lookalikes.crisis / lookalikes.of).toBeLessThanOrEqual(0.03);
  });
});

describe('lessons', () => {
  it('are answered in words that nobody takes for danger; after a lesson was changed, npm run train:distress learns that', () => {
    const heard = lessonTexts().filter((text) => distressOf(text) !== undefined);
    expect(heard).toEqual([]);
  });
});

describe('the weights', () => {
  it('are those of the files they say they were learnt from', () => {
    const hash = createHash('sha256');
    for (const file of trainingFiles.all) hash.update(readFileSync(new URL(`../../${file}`, import.meta.url)));
    expect(readWeights(weightsFile).trainedOn).toBe(hash.digest('hex'));
  });

  it('come out the same from the same examples, and survive being written down', () => {
    const examples = ['em không muốn sống nữa', 'học từ từ thôi', 'bị chồng đánh', 'có lớp nấu ăn không'].map(
      (text, at) => ({
        features: featuresOf(text, undefined),
        is: at % 2 === 0,
        counts: 1,
      }),
    );
    const written = (danger: Linear) => weightsText({ trainedOn: 'x', danger, violence: danger });
    const [one, other] = [train(examples, 1), train(examples, 1)];
    expect(written(one)).toBe(written(other));
    const kept = asStored(one);
    expect(written(asStored(kept))).toBe(written(kept));
    expect(probability(kept, examples[0]?.features ?? new Uint32Array())).toBeGreaterThan(0.9);
    expect(probability(kept, examples[1]?.features ?? new Uint32Array())).toBeLessThan(0.1);
  });
});
