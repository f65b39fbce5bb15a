import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

function filesIn(folder: string, ending: string): readonly string[] {
  const path = fileURLToPath(new URL(`../../../${folder}/`, import.meta.url));
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => readFileSync(path + name, 'utf8'));
}

/** The texts that stand under some of the keys, however deep. */
function textsUnder(keys: readonly string[], value: unknown, key = ''): readonly string[] {
  if (typeof value === 'string') return keys.includes(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((each) => textsUnder(keys, each, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => textsUnder(keys, each, name));
}

/** What a learner answers in the lessons of the city, right or wrong, and the questions under their cards. */
export function lessonTexts(): readonly string[] {
  return filesIn('content/lessons', '.md').flatMap((file) => {
    const [, matter = ''] = file.split(/^---$/m);
    const asked = [...file.matchAll(/^\? (.+)$/gm)].map(([, question = '']) => question);
    return [...textsUnder(['accept', 'forms', 'text', 'answer'], parse(matter)?.items), ...asked];
  });
}

/** What people say in the conversations that tests play. */
export function saidInConversations(): readonly string[] {
  return filesIn('test/dialogues', '.yaml').flatMap((file) => textsUnder(['say'], parse(file)));
}
