// `npm run train:distress`: learns from labelled messages what danger sounds like, and writes content/distress/hearing.json. The same files give
// the same weights. `--check` writes nothing: it leaves out each writer in turn and prints how their messages would have been heard.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { heardAs } from '../src/tutor/distress.ts';
import { type Distress, listedDistress } from '../src/tutor/distress-lists.ts';
import { featuresOf } from '../src/tutor/hearing/features.ts';
import { asStored, type Hearing, weightsFile, weightsText } from '../src/tutor/hearing/hearing.ts';
import { type Labelled, probability, train } from '../src/tutor/hearing/training.ts';
import { lessonTexts, saidInConversations } from '../test/tutor/distress/everyday.ts';
import { trainingFiles, writers } from '../test/tutor/distress/training-files.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

type Kind = 'crisis' | 'unclear' | 'lookalike' | 'ordinary';
/** Who is unwell in a way that is not plain is near to danger, but no example of it. */
const counts: Readonly<Record<Kind, number>> = { crisis: 1, unclear: 0.2, lookalike: 1, ordinary: 1 };

interface Example {
  readonly kind: Kind;
  readonly listed: Distress | undefined;
  readonly features: Uint32Array;
  /** Of a crisis: what it is of, where somebody or the lists have said so. */
  readonly violence: boolean | undefined;
}

interface Line {
  readonly text: string;
  readonly kind?: string;
  readonly danger?: string;
}

function lines(file: string): readonly Line[] {
  return readFileSync(join(root, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const read = JSON.parse(line);
      return { ...read, text: read.text ?? read.question ?? read.query };
    });
}

function example({ text, danger }: Line, kind: Kind, sawLists = false): Example {
  const listed = listedDistress(text);
  const of = danger ?? (listed === 'perhaps' ? undefined : listed);
  return {
    kind,
    listed,
    // The lists were mended with the first writer's messages in view: of those they would seem to know everything.
    features: featuresOf(text, sawLists ? 'unknown' : listed),
    violence: kind === 'crisis' && of !== undefined ? of === 'violence' : undefined,
  };
}

function examplesOf({ messages, lookalikes, ordinary, sawLists }: (typeof writers)[number]): readonly Example[] {
  return [
    ...lines(messages).map((line) => example(line, line.kind === 'crisis' ? 'crisis' : 'unclear', sawLists)),
    ...lines(lookalikes).map((line) => example(line, 'lookalike', sawLists)),
    ...(ordinary === undefined ? [] : lines(ordinary)).map((line) => example(line, 'ordinary', sawLists)),
  ];
}

/** What lessons and conversations hold, and other everyday messages of tests. */
function everyday(): readonly Example[] {
  // Some of the conversations tell of danger.
  const said = saidInConversations().filter((text) => !text.startsWith('/') && listedDistress(text) === undefined);
  const written = trainingFiles.everyday.flatMap(lines).map(({ text }) => text);
  return [...new Set([...lessonTexts(), ...said, ...written])].map((text) => example({ text }, 'ordinary'));
}

/** Here the lists are right; what is learnt from these is how far to believe them. */
function plainOnes(): readonly Example[] {
  return lines(trainingFiles.plain).map(({ text, kind }) => {
    if (kind === 'none') return example({ text }, 'lookalike');
    return kind === 'perhaps' ? example({ text }, 'unclear') : example({ text, danger: kind ?? '' }, 'crisis');
  });
}

function learn(examples: readonly Example[]): Omit<Hearing, 'trainedOn'> {
  const danger = examples.map(
    ({ features, kind }): Labelled => ({
      features,
      is: kind === 'crisis' || kind === 'unclear',
      counts: counts[kind],
    }),
  );
  const violence = examples.flatMap(({ features, violence: is }): Labelled[] =>
    is === undefined ? [] : [{ features, is, counts: 1 }],
  );
  return { danger: asStored(train(danger)), violence: asStored(train(violence, 4)) };
}

function heard({ danger, violence }: Omit<Hearing, 'trainedOn'>, { listed, features }: Example): Distress | undefined {
  return heardAs(listed, { danger: probability(danger, features), violence: probability(violence, features) });
}

interface Told {
  readonly one: Example;
  readonly as: Distress | undefined;
}

/** How one kind of message would have been heard: the share of the answer to danger, of the question, and of kinds of danger taken for each other. */
function tally(told: readonly Told[]): string {
  const answered = told.filter(({ as }) => as === 'suicide' || as === 'violence');
  const asked = told.filter(({ as }) => as === 'perhaps').length;
  const share = (count: number): string => ((100 * count) / Math.max(1, told.length)).toFixed(1).padStart(5);
  const known = answered.filter(({ one }) => one.violence !== undefined);
  const mistaken = known.filter(({ one, as }) => one.violence !== (as === 'violence')).length;
  return `${share(answered.length)} + ${share(asked)} of ${String(told.length).padStart(4)}${known.length > 0 ? `, kind wrong ${mistaken} of ${known.length}` : ''}`;
}

const common = [...everyday(), ...plainOnes()];
const all = writers.map(examplesOf);
const kinds: readonly Kind[] = ['crisis', 'unclear', 'lookalike', 'ordinary'];

function print(name: string, told: readonly Told[]): void {
  for (const kind of kinds) {
    const own = told.filter(({ one }) => one.kind === kind);
    if (own.length > 0) console.log(`${name.padEnd(6)} ${kind.padEnd(10)} ${tally(own)}`);
  }
}

if (process.argv.includes('--check')) {
  console.log(
    'Per cent that would have had the answer to danger + the question whether one is well, by a writer nothing was learnt from:',
  );
  const told: Told[][] = [];
  for (const [at, writer] of writers.entries()) {
    const hearing = learn([...all.filter((_, other) => other !== at).flat(), ...common]);
    told.push((all[at] ?? []).map((one) => ({ one, as: heard(hearing, one) })));
    print(writer.name, told.at(-1) ?? []);
  }
  print('all', told.flat());
} else {
  const hash = createHash('sha256');
  for (const file of trainingFiles.all) hash.update(readFileSync(join(root, file)));
  writeFileSync(weightsFile, weightsText({ trainedOn: hash.digest('hex'), ...learn([...all.flat(), ...common]) }));
}
