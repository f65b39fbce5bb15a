import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newestPrompt, promptFolder, readPrompt, render } from '../../src/tutor/prompt.ts';

/** The first eight digits of the hash of each file as it was when it was first used. A changed file is a new version: add a line, never change one. */
const used: Readonly<Record<string, string>> = {
  'grade.v1.md': 'd18ae62a',
  'picture.v1.md': '53954b4e',
  'tutor.v1.md': '0169a910',
};

function written(name: string, text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'bh-')), name);
  writeFileSync(file, text);
  return file;
}

const head = (more = '', vars = '[name]') =>
  `---\nid: hello\nversion: 1\nvars: ${vars}\nmodel_hint: any\nmax_output_tokens: 10\nowner: tutor\nchangelog: first\n${more}---\n`;

it('is never changed once it was used', () => {
  const hashes = readdirSync(promptFolder).map((name) => [
    name,
    createHash('sha256')
      .update(readFileSync(join(promptFolder, name)))
      .digest('hex')
      .slice(0, 8),
  ]);
  expect(Object.fromEntries(hashes)).toEqual(used);
});

it('fits its budget, and holds no secret and no address', () => {
  for (const name of readdirSync(promptFolder)) {
    const prompt = readPrompt(join(promptFolder, name));
    expect(prompt.text.length, name).toBeLessThan(6000);
    expect(prompt.text, name).not.toMatch(/https?:|sk-|\b\d{9,}\b/);
    expect(prompt.maxOutputTokens).toBeLessThanOrEqual(350);
  }
});

it('has a line for every rule', () => {
  const { text } = newestPrompt('tutor');
  for (let rule = 1; rule <= 12; rule++) expect(text).toContain(`\nR${rule}. `);
});

it('is refused with a variable that is not named, or never used, or another name than its file', () => {
  expect(() => readPrompt(written('hello.v1.md', `${head()}Hello {{nam}}`))).toThrow('uses {{nam}}');
  expect(() => readPrompt(written('hello.v1.md', `${head()}Hello`))).toThrow('never uses it');
  expect(() => readPrompt(written('hello.v2.md', `${head()}Hello {{name}}`))).toThrow('is called hello.v1.md');
  expect(() => readPrompt(written('hello.v1.md', 'Hello'))).toThrow('front matter');
  expect(() => readPrompt(written('hello.v1.md', `${head('more: 1\n')}Hello {{name}}`))).toThrow('more');
});

it('is filled in by its variables, whose values may hold braces', () => {
  const prompt = readPrompt(written('hello.v1.md', `${head()}Hello {{name}}`));
  expect(render(prompt, { name: '{{name}} {"a":1}' })).toBe('Hello {{name}} {"a":1}');
  expect(() => render(prompt, {})).toThrow('needs name');
  expect(() => render(prompt, { name: 'x', other: 'y' })).toThrow('knows no variable other');
  expect(() => newestPrompt('nothing')).toThrow('no prompt');
});
