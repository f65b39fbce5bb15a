import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

/** Where the prompts are: beside src/ in the project. */
export const promptFolder = fileURLToPath(new URL('../../prompts', import.meta.url));

const frontMatter = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  version: z.int().min(1),
  vars: z.array(z.string().regex(/^[a-z]+$/)),
  model_hint: z.string(),
  max_output_tokens: z.int().min(1),
  owner: z.string(),
  changelog: z.string(),
});

/** A prompt as its file has it. A file that was used once is never edited: what changes is a new version. */
export interface Prompt {
  readonly id: string;
  readonly version: number;
  readonly vars: readonly string[];
  readonly maxOutputTokens: number;
  readonly text: string;
  /** `tutor@1#0a1b2c3d`: with the hash of the whole file, kept with each answer. */
  readonly name: string;
}

const variable = /\{\{([^{}]*)\}\}/g;

/**
 * Reads a prompt file.
 * @throws Error naming the file and what is wrong in it: front matter, a variable that is not named there or never used, text that is not NFC
 */
export function readPrompt(file: string): Prompt {
  const raw = readFileSync(file, 'utf8');
  const wrong = (problem: string): Error => new Error(`${file}: ${problem}`);
  const parts = /^---\n([\s\S]*?)\n---\n([\s\S]+)$/.exec(raw);
  if (parts === null) throw wrong('begins with front matter between two lines of ---, then the text');
  if (raw !== raw.normalize('NFC')) throw wrong('is not in Unicode NFC');
  const head = frontMatter.safeParse(parse(parts[1] ?? ''));
  if (!head.success) throw wrong(z.prettifyError(head.error));
  const { id, version, vars, max_output_tokens: maxOutputTokens } = head.data;
  const text = (parts[2] ?? '').trim();
  if (!file.endsWith(`${id}.v${version}.md`)) throw wrong(`is called ${id}.v${version}.md by its front matter`);
  const used = new Set([...text.matchAll(variable)].map(([, name = '']) => name));
  const unknown = [...used].find((name) => !vars.includes(name));
  if (unknown !== undefined) throw wrong(`uses {{${unknown}}}, which vars does not name`);
  const unused = vars.find((name) => !used.has(name));
  if (unused !== undefined) throw wrong(`names ${unused} in vars and never uses it`);
  const hash = createHash('sha256').update(raw).digest('hex').slice(0, 8);
  return { id, version, vars, maxOutputTokens, text, name: `${id}@${version}#${hash}` };
}

/** The newest version of a prompt. @throws Error when there is none, or for a file that is wrong */
export function newestPrompt(id: string, folder: string = promptFolder): Prompt {
  const versions = readdirSync(folder)
    .map((name) => new RegExp(`^${id}\\.v(\\d+)\\.md$`).exec(name)?.[1])
    .filter((version) => version !== undefined)
    .map(Number);
  if (versions.length === 0) throw new Error(`${folder} has no prompt called ${id}`);
  return readPrompt(join(folder, `${id}.v${Math.max(...versions)}.md`));
}

/**
 * The text of a prompt with its variables filled in; a value may hold braces.
 * @throws Error for a variable that is missing or that the prompt does not know
 */
export function render(prompt: Prompt, values: Readonly<Record<string, string>>): string {
  const surplus = Object.keys(values).find((name) => !prompt.vars.includes(name));
  if (surplus !== undefined) throw new Error(`${prompt.name} knows no variable ${surplus}`);
  return prompt.text.replace(variable, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${prompt.name} needs ${name}`);
    return value;
  });
}
