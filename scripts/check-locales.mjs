// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { FluentResource } from '@fluent/bundle';

/** Other forms of a text: the short one, and the steps on a kind of phone. */
const forms = new Set(['simple', 'iphone', 'android']);

/**
 * Keys of a Fluent file and the variables each uses; a form of a text as `key.form`.
 * @param {string} path
 */
function readMessages(path) {
  /** @type {Map<string, Set<string>>} */
  const messages = new Map();
  let current = new Set();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const key = /^([a-z][\w-]*) =/.exec(line)?.[1];
    if (key !== undefined) {
      if (messages.has(key)) throw new Error(`${path}: ${key} stands twice`);
      current = new Set();
      messages.set(key, current);
    }
    const form = /^ +\.(\w+) =/.exec(line)?.[1];
    if (form !== undefined) {
      const owner = [...messages.keys()].findLast((name) => !name.includes('.'));
      if (!forms.has(form)) throw new Error(`${path}: ${owner} has an unknown form .${form}`);
      current = new Set();
      messages.set(`${owner}.${form}`, current);
    }
    for (const [, name] of line.matchAll(/\$([a-z]\w*)/g)) if (name !== undefined) current.add(name);
  }
  return messages;
}

/** Both languages have the same texts with the same variables, every text is used, and every text used is there. */
export async function checkLocales() {
  const [vi, en] = [readMessages('src/locales/vi.ftl'), readMessages('src/locales/en.ftl')];
  const problems = [];
  // The parser passes over what it cannot read, and the text is missing only when somebody would read it.
  for (const [path, messages] of /** @type {const} */ ([
    ['src/locales/vi.ftl', vi],
    ['src/locales/en.ftl', en],
  ])) {
    const read = new Set(new FluentResource(readFileSync(path, 'utf8')).body.map(({ id }) => id));
    for (const [key, variables] of messages) {
      const [text = '', form] = key.split('.');
      if (!read.has(text)) problems.push(`${path}: ${text} is no valid Fluent`);
      const own = messages.get(text);
      if (form !== undefined && [...variables].sort().join() !== [...(own ?? [])].sort().join())
        problems.push(`${path}: ${key} uses other variables than ${text}`);
    }
  }
  for (const [key, variables] of vi) {
    const other = en.get(key);
    if (other === undefined) problems.push(`en.ftl lacks ${key}`);
    else if ([...variables].sort().join() !== [...other].sort().join())
      problems.push(`${key}: the languages use different variables`);
  }
  for (const key of en.keys()) if (!vi.has(key)) problems.push(`vi.ftl lacks ${key}`);
  const code = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(`src/${name}`, 'utf8'))
    .join('\n');
  for (const key of vi.keys())
    if (!key.includes('.') && !code.includes(`'${key}'`)) problems.push(`${key} is used nowhere`);
  for (const [, key] of code.matchAll(/\bt\('([\w-]+)'/g))
    if (key !== undefined && !vi.has(key)) problems.push(`${key} is used but is in no file`);
  if (problems.length > 0) throw new Error(problems.join('\n'));
}
