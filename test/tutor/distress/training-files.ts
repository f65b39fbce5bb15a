/** Who wrote what the weights are learnt from. What one more writer wrote (`-l`) is not among it: it shows how strangers are heard. */
export const writers = [
  { name: 'first', letter: undefined, sawLists: true, hasOrdinary: false },
  { name: 'b', letter: 'b', sawLists: false, hasOrdinary: false },
  { name: 'c', letter: 'c', sawLists: false, hasOrdinary: false },
  { name: 'd', letter: 'd', sawLists: false, hasOrdinary: false },
  { name: 'e', letter: 'e', sawLists: false, hasOrdinary: false },
  { name: 'f', letter: 'f', sawLists: false, hasOrdinary: true },
  { name: 'g', letter: 'g', sawLists: false, hasOrdinary: true },
  { name: 'h', letter: 'h', sawLists: false, hasOrdinary: true },
  { name: 'i', letter: 'i', sawLists: false, hasOrdinary: true },
  { name: 'j', letter: 'j', sawLists: false, hasOrdinary: true },
  { name: 'k', letter: 'k', sawLists: false, hasOrdinary: true },
].map(({ name, letter, sawLists, hasOrdinary }) => {
  const file = (what: string): string =>
    letter === undefined
      ? `test/tutor/distress/${what}.jsonl`
      : `test/tutor/distress/strangers/${what}-${letter}.jsonl`;
  return {
    name,
    sawLists,
    messages: file('messages'),
    lookalikes: file('lookalikes'),
    ordinary: hasOrdinary ? file('ordinary') : undefined,
  };
});

/** Plain sentences that the lists were made with. */
const plain = 'test/tutor/distress/plain.jsonl';

/** Everyday messages of other tests. */
const everyday = [
  'test/tutor/redaction/harmless-numbers.jsonl',
  'test/tutor/redaction/identifiers.jsonl',
  'test/tutor/questions/lesson-questions.jsonl',
  'test/eval/search/sample/open.jsonl',
];

/** What turns texts into features and features into weights: weights of other features would be nonsense. */
const program = ['features.ts', 'word-classes.ts', 'training.ts'].map((name) => `src/tutor/hearing/${name}`);

export const trainingFiles = {
  everyday,
  plain,
  all: [
    ...writers.flatMap(({ messages, lookalikes, ordinary }) => [
      messages,
      lookalikes,
      ...(ordinary === undefined ? [] : [ordinary]),
    ]),
    plain,
    ...everyday,
    ...program,
  ],
} as const;
