import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import regexpTree from 'regexp-tree';
import type { AstNode, AstRegExp } from 'regexp-tree/ast';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import * as rules from '../../src/discovery/facets/rules.ts';

const { generate, parse } = regexpTree;

const source = fileURLToPath(new URL('../../src', import.meta.url));

/** Modules whose patterns read what strangers type. */
const folders = ['discovery', 'text', 'places'];

/** Characters that any class of ours tells apart. */
const alphabet = [
  ...Array.from({ length: 0x250 }, (_, code) => String.fromCharCode(code)),
  ...'ạấựỹ’–\u0301\u0323漢😀',
];

/** The regular expressions that stand in a TypeScript file, as they are written. */
function literalsOf(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest));
  return found;
}

function isAst(value: unknown): value is AstNode {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function childrenOf(node: AstNode): AstNode[] {
  return Object.values(node).flatMap((value: unknown) => (Array.isArray(value) ? value : [value]).filter(isAst));
}

function isUnbounded(node: AstNode): boolean {
  if (node.type !== 'Repetition') return false;
  const { quantifier } = node;
  return (
    quantifier.kind === '*' || quantifier.kind === '+' || (quantifier.kind === 'Range' && quantifier.to === undefined)
  );
}

/** All unbounded repetitions in a node. */
function repetitionsIn(node: AstNode): AstNode[] {
  return [...(isUnbounded(node) ? [node] : []), ...childrenOf(node).flatMap(repetitionsIn)];
}

/** The characters that a single-character node, or any node of them inside another, may match. */
function charactersOf(node: AstNode, flags: string): Set<string> {
  const isSingle =
    node.type === 'Char' || node.type === 'CharacterClass' || (node.type as string) === 'UnicodeProperty';
  if (!isSingle) return new Set(childrenOf(node).flatMap((each) => [...charactersOf(each, flags)]));
  const pattern = new RegExp(`^${generate(node)}$`, flags.replace(/[gy]/g, ''));
  return new Set(alphabet.filter((character) => pattern.test(character)));
}

function sequencesOf(node: AstNode | null): AstNode[][] {
  if (node === null) return [];
  if (node.type === 'Disjunction') return [...sequencesOf(node.left), ...sequencesOf(node.right)];
  if (node.type === 'Group') return sequencesOf(node.expression);
  return [node.type === 'Alternative' ? node.expressions : [node]];
}

/**
 * Whether a repetition inside a repetition is harmless: each round takes a character that the inner one cannot, so that a text is cut into
 * rounds in one way only.
 */
function isDelimited(round: AstNode[], inner: AstNode, flags: string): boolean {
  const repeated = charactersOf(inner, flags);
  return round.some((each) => {
    if (each.type !== 'Char' && each.type !== 'CharacterClass') return false;
    return [...charactersOf(each, flags)].every((character) => !repeated.has(character));
  });
}

/** Repetitions of a pattern that can read one text in exponentially many ways. */
function explosive(pattern: string): string[] {
  const tree: AstRegExp = parse(pattern);
  const found: string[] = [];
  const visit = (node: AstNode): void => {
    if (node.type === 'Repetition' && isUnbounded(node)) {
      for (const round of sequencesOf(node.expression)) {
        const inner = round.flatMap(repetitionsIn);
        if (inner.some((each) => !isDelimited(round, each, tree.flags))) found.push(generate(node));
      }
    }
    childrenOf(node).forEach(visit);
  };
  if (tree.body !== null) visit(tree.body);
  return found;
}

/** The patterns that a module's values hold, however deep. */
function patternsIn(value: unknown): RegExp[] {
  if (value instanceof RegExp) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(patternsIn) : [];
}

describe('patterns over what strangers type', () => {
  it('are seen through: a repetition of a repetition is found, one with a sign between its rounds is none', () => {
    expect(explosive('/(?:a+)+b/')).toEqual(['(?:a+)+']);
    expect(explosive('/^(?:[a-z]*\\s?)*$/')).toHaveLength(1);
    expect(explosive("/[a-z]+(?:'[a-z]+)*/")).toEqual([]);
    expect(explosive('/(?: [^ ]+)*/')).toEqual([]);
  });

  const files = folders.flatMap((folder) =>
    readdirSync(join(source, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(source, folder, name)),
  );

  it('hold no repetition that can read one text in many ways', () => {
    const literals = files.flatMap((file) =>
      literalsOf(file).map((pattern) => ({ file: relative(source, file), pattern })),
    );
    expect(literals.length).toBeGreaterThan(60);
    const bad = literals.flatMap(({ file, pattern }) => explosive(pattern).map((part) => `${file}: ${part}`));
    expect(bad).toEqual([]);
  });

  it('nor do the rules of conditions, which are put together from words', () => {
    const patterns = patternsIn(rules);
    expect(patterns.length).toBeGreaterThan(30);
    expect(patterns.flatMap((pattern) => explosive(pattern.toString()))).toEqual([]);
  });
});
