// `npm run eval:tutor`: what the tutor's rules and guards hold, and with a key what a live model does within them. docs/tutor.md says what each
// part can show.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadSampleData } from '../src/catalogue/index.ts';
import { loadEnvironment, readSettings } from '../src/config.ts';
import { migrate, openDatabase } from '../src/database/index.ts';
import { createFinder, prepareTaxonomy } from '../src/discovery/index.ts';
import { cityLessons } from '../src/learning/index.ts';
import { createPassageSearch } from '../src/tutor/index.ts';
import { calibrate, readLabels } from '../test/eval/tutor/calibrate.ts';
import { readCases } from '../test/eval/tutor/cases.ts';
import { judged } from '../test/eval/tutor/judge.ts';
import { evaluateLive } from '../test/eval/tutor/live.ts';
import { evaluateRules } from '../test/eval/tutor/rules.ts';
import { evaluateScripted } from '../test/eval/tutor/scripted.ts';
import { removeFolder, temporaryFolder } from '../test/support/program.ts';

const usage = `Usage: npm run eval:tutor -- [--replies OUT.jsonl] [--cases CASES.jsonl]
       npm run eval:tutor -- --calibrate LABELS.jsonl [--judge REPLIES.jsonl]
Without a key (OPENAI_API_KEY) the parts that need a live model are skipped.
--replies   writes the live model's answers for people to label
--calibrate {"id","first","second"} a line, two people's yes or no to each reply; tells how far they agree, and with --judge how far a model does:
            OPENAI_MODEL judges, which must not be the model that answered`;

const print = (line: string): void => console.log(line);

async function main(): Promise<number> {
  let values: { replies?: string; cases?: string; calibrate?: string; judge?: string };
  try {
    ({ values } = parseArgs({
      options: {
        replies: { type: 'string' },
        cases: { type: 'string' },
        calibrate: { type: 'string' },
        judge: { type: 'string' },
      },
    }));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
    return 2;
  }
  const settings = readSettings(loadEnvironment()).model;
  const cases = readCases(values.cases ?? new URL('../test/eval/tutor/cases.jsonl', import.meta.url));
  if (values.calibrate !== undefined) {
    let labels = readLabels(values.calibrate);
    if (values.judge !== undefined) {
      if (settings === undefined) console.log('judge SKIPPED: no key');
      else {
        const lines = readFileSync(values.judge, 'utf8')
          .split('\n')
          .filter((line) => line.trim() !== '');
        const replies = new Map(
          lines
            .map((line) => JSON.parse(line) as { id: string; case: string; text: string })
            .map((one) => [one.id, one]),
        );
        const withJudge = [];
        for (const one of labels) {
          const reply = replies.get(one.id);
          const about = cases.find(({ id }) => id === reply?.case);
          const judge =
            reply === undefined || about === undefined ? undefined : await judged(settings, about, reply.text);
          withJudge.push({ ...one, ...(judge !== undefined && { judge }) });
        }
        labels = withJudge;
        writeFileSync(`${values.calibrate}.judged`, `${labels.map((one) => JSON.stringify(one)).join('\n')}\n`);
      }
    }
    const { replies, kappa, judge, verdict } = calibrate(labels);
    console.log(`E3  ${replies} replies, kappa of the two people ${kappa.toFixed(2)}`);
    if (judge !== undefined)
      console.log(
        `judge: precision ${judge.precision.toFixed(2)}, recall ${judge.recall.toFixed(2)}, F1 ${judge.f1.toFixed(2)}`,
      );
    console.log(verdict);
    return 0;
  }

  await prepareTaxonomy();
  const lessons = await cityLessons();
  const rulesHold = evaluateRules(lessons, print);
  const dataDir = await temporaryFolder();
  const database = await openDatabase({ databaseUrl: undefined, dataDir });
  try {
    await migrate(database);
    await loadSampleData(database, { setting: 'yes', clock: () => new Date() });
    const finder = createFinder(database);
    await finder.refresh();
    const sources = {
      db: database.db,
      finder,
      lessons,
      passages: createPassageSearch(lessons),
      timezone: 'Asia/Ho_Chi_Minh',
    };
    const guardsHold = await evaluateScripted(lessons, sources, cases, print);
    if (settings === undefined) console.log('\nE2  SKIPPED: no key\nE3  SKIPPED: no key');
    else {
      await evaluateLive(lessons, sources, cases, { settings, replies: values.replies, print });
      console.log('\nE3  label the replies (--replies), then --calibrate');
    }
    return rulesHold && guardsHold ? 0 : 1;
  } finally {
    await database.close();
    await removeFolder(dataDir);
  }
}

process.exitCode = await main();
