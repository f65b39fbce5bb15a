// `npm run personas`: lets ten invented residents write to the program, and writes what they said and were answered to docs/personas.md, for
// people to read and judge. The program is the real one over a throw-away database with the sample courses, at a fixed time.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Application, createApplication } from '../src/application.ts';
import { loadSampleData } from '../src/catalogue/index.ts';
import { readSettings } from '../src/config.ts';
import { migrate, openDatabase } from '../src/database/index.ts';
import { prepareTaxonomy } from '../src/discovery/index.ts';
import { type Choice, messageAsPlainText, type OutboundMessage } from '../src/message/index.ts';

const personasFile = new URL('../content/personas/personas.yaml', import.meta.url);
const page = new URL('../docs/personas.md', import.meta.url);

/** The time at which everybody writes. */
const start = new Date('2026-11-24T12:30:00Z');
const secondsBetween = 40;

const persona = z.strictObject({
  name: z.string(),
  who: z.string(),
  /** What would be a good answer, in the eyes of whoever wrote this. */
  needs: z.string(),
  channel: z.enum(['web', 'telegram', 'zalo']),
  says: z.array(z.union([z.string(), z.strictObject({ press: z.string() })])).min(1),
});
type Persona = z.output<typeof persona>;

async function main(): Promise<void> {
  const personas = z.array(persona).parse(parse(await readFile(personasFile, 'utf8')));
  const dataDir = await mkdtemp(join(tmpdir(), 'ban-hoc-personas-'));
  const [database] = await Promise.all([openDatabase({ databaseUrl: undefined, dataDir }), prepareTaxonomy()]);
  const time = { now: start };
  try {
    await migrate(database);
    await loadSampleData(database, { setting: 'yes', clock: () => time.now });
    const application = await createApplication({
      settings: readSettings({ DATA_DIR: dataDir, PUBLIC_URL: 'https://hoc.example' }),
      database,
      clock: () => time.now,
      random: () => 0.5,
      logger: pino({ level: 'silent' }),
      owner: 'personas',
      address: () => 'https://hoc.example',
    });
    const chapters: string[] = [];
    for (const each of personas) {
      time.now = start;
      chapters.push(await chapter(application, each, time));
    }
    await application.stop();
    await writeFile(page, `${intro}\n${chapters.join('\n')}`);
    console.log(`${fileURLToPath(page)}: ${personas.length} personas, ${chapters.join('').length} characters`);
  } finally {
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

const intro = `# Ten residents and their first answers

Made by \`npm run personas\` from \`content/personas/personas.yaml\`: invented people, the sample courses of this project, the program as it is.
Read it as the residents would: does each answer make sense to this person? What a message looks like (buttons, cards, numbers) is the channel's
matter; here it is plain text, with what can be pressed in brackets. Links that are only for this person are shown as ↗.
`;

/** One resident: who they are, and the conversation. */
async function chapter(
  application: Application,
  { name, who, needs, channel, says }: Persona,
  time: { now: Date },
): Promise<string> {
  const lines = [`## ${name}`, '', `${who} *${needs}*`, ''];
  const offered = new Map<string, Choice>();
  for (const [position, said] of says.entries()) {
    time.now = new Date(time.now.getTime() + secondsBetween * 1000);
    const text = typeof said === 'string' ? said : said.press;
    const choice = typeof said === 'string' ? undefined : offered.get(said.press);
    if (typeof said !== 'string' && choice === undefined) {
      throw new Error(`${name}: “${text}” was not offered; there are ${[...offered.keys()].join(', ')}`);
    }
    const result = await application.conversations.takeTurn({
      channel,
      updateKey: `${name}:${position}`,
      chat: name,
      person: name,
      receivedAt: time.now,
      content: choice === undefined ? { kind: 'text', text } : { kind: 'choice', choice: choice.id },
    });
    if (result.kind !== 'answered') throw new Error(`${name}, “${text}”: ${result.kind}`);
    lines.push(`**${name}:** ${choice === undefined ? text : `[${text}]`}`, '');
    for (const { message } of result.replies) {
      for (const each of message.choices) offered.set(each.label, each);
      lines.push(quoted(message), '');
    }
    if (result.replies.length === 0) lines.push('*(no answer)*', '');
  }
  return lines.join('\n');
}

function quoted(message: OutboundMessage): string {
  const pressed = message.choices.map(({ label, url }) => `[${label}${url === undefined ? '' : ' ↗'}]`).join(' ');
  return [...messageAsPlainText(message).split('\n'), ...(pressed === '' ? [] : ['', pressed])]
    .map((line) => `> ${line}`.trimEnd())
    .join('  \n');
}

await main();
