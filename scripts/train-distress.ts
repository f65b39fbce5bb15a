// `npm run train:distress`: learns from labelled messages what danger sounds like, and writes content/distress/hearing.json. The same files give
// the same weights. `--check` first leaves out each writer in turn and prints how their messages would have been heard.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listedDistress } from '../src/tutor/distress-lists.ts';
import { featuresOf } from '../src/tutor/hearing/features.ts';
import { weightsFile, weightsText } from '../src/tutor/hearing/hearing.ts';
import { type Labelled, probability, train } from '../src/tutor/hearing/training.ts';
import { trainingFiles, writers } from '../test/tutor/distress/training-files.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** A crisis that is missed is worse than a look-alike that is asked after. */
const counts = { crisis: 3, lookalike: 2, ordinary: 1 } as const;

function lines(file: string): readonly { readonly text: string; readonly kind?: string }[] {
  return readFileSync(join(root, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as { text: string; kind?: string });
}

/** The lists were mended with the first writer's messages in view: of those they would seem to know everything. */
const example = (text: string, is: boolean, weight: number, knowsLists: boolean): Labelled => ({
  features: featuresOf(text, knowsLists ? undefined : listedDistress(text)),
  is,
  counts: weight,
});

function examplesOf({ messages, lookalikes, ordinary, sawLists }: (typeof writers)[number]): readonly Labelled[] {
  return [
    ...lines(messages)
      .filter(({ kind }) => kind === 'crisis')
      .map(({ text }) => example(text, true, counts.crisis, sawLists)),
    ...lines(lookalikes).map(({ text }) => example(text, false, counts.lookalike, sawLists)),
    ...(ordinary === undefined ? [] : lines(ordinary)).map(({ text }) =>
      example(text, false, counts.ordinary, sawLists),
    ),
  ];
}

/** Questions under the cards of lessons, and other everyday messages of tests. */
function everyday(): readonly Labelled[] {
  const texts: string[] = [];
  const lessons = join(root, 'content/lessons');
  for (const name of readdirSync(lessons, { recursive: true, encoding: 'utf8' }).sort())
    if (name.endsWith('.md'))
      for (const line of readFileSync(join(lessons, name), 'utf8').split('\n'))
        if (line.startsWith('? ')) texts.push(line.slice(2));
  for (const file of trainingFiles.everyday) for (const { text } of lines(file)) texts.push(text);
  return texts.map((text) => example(text, false, counts.ordinary, false));
}

/** Here the lists are right; what is learnt from these is how far to believe them. */
function plainOnes(): readonly Labelled[] {
  return lines(trainingFiles.plain).flatMap(({ text, kind }) =>
    kind === 'perhaps'
      ? []
      : [example(text, kind !== 'none', kind === 'none' ? counts.lookalike : counts.crisis, false)],
  );
}

const common = [...everyday(), ...plainOnes()];
const all = writers.map(examplesOf);

if (process.argv.includes('--check')) {
  console.log('left out  crises: p ≥ 0.18, ≥ 0.5, ≥ 0.8   look-alikes: p ≥ 0.18, ≥ 0.5, ≥ 0.8');
  for (const [at, writer] of writers.entries()) {
    const model = train([...all.filter((_, other) => other !== at).flat(), ...common]);
    const share = (is: boolean, least: number): string => {
      const own = (all[at] ?? []).filter((one) => one.is === is && (is || one.counts === counts.lookalike));
      return `${Math.round((100 * own.filter(({ features }) => probability(model, features) >= least).length) / own.length)}`.padStart(
        4,
      );
    };
    console.log(
      `${writer.name.padEnd(9)} ${[0.18, 0.5, 0.8].map((p) => share(true, p)).join('')} %${' '.repeat(16)}${[0.18, 0.5, 0.8].map((p) => share(false, p)).join('')} %`,
    );
  }
}
const hash = createHash('sha256');
for (const file of trainingFiles.all) hash.update(readFileSync(join(root, file)));
writeFileSync(weightsFile, weightsText(train([...all.flat(), ...common]), hash.digest('hex')));
