// node --import tsx scripts/movielens-log.ts RATINGS.csv TRAIN TEST: puts a MovieLens file of ratings (userId,movieId,rating,timestamp) into the
// lines that `npm run eval:recommend` reads: what each person liked (four stars or more) in the order of time, the last one hidden.
import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { parse } from 'csv-parse';

const leastStars = 4;

const [ratingsFile, trainFile, testFile] = process.argv.slice(2);
if (ratingsFile === undefined || trainFile === undefined || testFile === undefined) {
  console.error('Usage: node --import tsx scripts/movielens-log.ts RATINGS.csv TRAIN TEST');
  process.exit(2);
}
const liked = new Map<string, { readonly item: string; readonly at: number }[]>();
const rows = createReadStream(ratingsFile).pipe(parse({ columns: true, bom: true }));
for await (const { userId, movieId, rating, timestamp } of rows as AsyncIterable<Record<string, string>>) {
  if (userId === undefined || movieId === undefined || Number(rating) < leastStars) continue;
  const theirs = liked.get(userId) ?? [];
  theirs.push({ item: movieId, at: Number(timestamp) });
  liked.set(userId, theirs);
}
const train: string[] = [];
const test: string[] = [];
for (const [learner, theirs] of liked) {
  if (theirs.length < 2) continue;
  const items = theirs.sort((a, b) => a.at - b.at || Number(a.item) - Number(b.item)).map(({ item }) => item);
  const hidden = items.pop();
  train.push([learner, ...items].join(' '));
  test.push(`${learner} ${hidden}`);
}
await writeFile(trainFile, `${train.join('\n')}\n`);
await writeFile(testFile, `${test.join('\n')}\n`);
console.log(
  `${train.length} people, ${train.reduce((sum, line) => sum + line.split(' ').length - 1, 0)} likes, one each hidden`,
);
