import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { z } from 'zod';
import type { ContentProblem } from './content-problem.ts';

/** What is said of faults that have no words of their own here. */
const inVietnamese = z.locales.vi().localeError;

type Path = readonly PropertyKey[];

/** YAML that was read and checked; `value` is missing when there are problems. */
export interface YamlFile<T> {
  readonly value: T | undefined;
  readonly problems: readonly ContentProblem[];
  /** The line of the file where the entry at a path begins; of the nearest one around it when there is none. */
  lineOf(path: Path): number;
}

/**
 * Reads YAML and checks it against a schema, so that every problem names its line. Never throws, whatever the text.
 * @param firstLine the line of the file that the text begins on
 */
export function readYaml<T>(
  text: string,
  { file, firstLine = 1 }: { readonly file: string; readonly firstLine?: number },
  schema: z.ZodType<T>,
): YamlFile<T> {
  const at = (offset: number): number => firstLine - 1 + Math.max(1, counter.linePos(offset).line);
  const counter = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, logLevel: 'error' });
    const lineOf = (path: Path): number => at(find(document.contents, path).offset);
    if (document.errors.length > 0) {
      const problems = document.errors.map(({ pos, message }) => ({
        file,
        line: at(pos[0]),
        problem: `YAML viết sai (${message.split('\n')[0]})`,
        remedy: 'Hãy xem thụt đầu dòng, và đặt trong ngoặc kép chữ có dấu hai chấm.',
      }));
      return { value: undefined, problems, lineOf };
    }
    // Aliases repeat what stands elsewhere and can make a small file huge.
    const parsed = schema.safeParse(document.toJS({ maxAliasCount: 0 }), { error: inVietnamese });
    if (parsed.success) return { value: parsed.data, problems: [], lineOf };
    const problems = parsed.error.issues.flatMap((issue) =>
      entriesOf(issue).map((path) => ({ file, line: lineOf(path), ...inWords(issue, path, document.contents) })),
    );
    return { value: undefined, problems, lineOf };
  } catch (error) {
    // Thousands of nested brackets overflow the parser's stack, and aliases are refused by an exception.
    const problem = `YAML không đọc được (${error instanceof Error ? error.message : String(error)})`;
    const remedy = asExample;
    return { value: undefined, problems: [{ file, line: firstLine, problem, remedy }], lineOf: () => firstLine };
  }
}

function entriesOf(issue: z.core.$ZodIssue): Path[] {
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
}

/** The entry at a path, or what is around it. */
function find(root: Node | null, path: Path): { readonly offset: number; readonly exists: boolean } {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const step of path) {
    let next: unknown;
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined) return { offset, exists: false };
      offset = (isScalar(pair.key) ? pair.key.range?.[0] : undefined) ?? offset;
      next = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)] as Node | undefined;
      if (item === undefined) return { offset, exists: false };
      offset = item.range?.[0] ?? offset;
      next = item;
    } else return { offset, exists: false };
    node = next;
  }
  return { offset, exists: true };
}

const asExample = 'Hãy viết như mẫu trong docs/lessons.md, hoặc như một tệp cùng thư mục.';

const kindsInWords: Readonly<Record<string, string>> = {
  string: 'chữ',
  number: 'số',
  boolean: 'true hoặc false',
  array: 'danh sách',
  object: 'một nhóm mục',
};

function inWords(issue: z.core.$ZodIssue, path: Path, root: Node | null): Pick<ContentProblem, 'problem' | 'remedy'> {
  const name = nameOf(path);
  const remedyOf = (value: unknown): string => (typeof value === 'string' ? value : asExample);
  if (issue.code === 'custom') return { problem: `${name}: ${issue.message}`, remedy: remedyOf(issue.params?.remedy) };
  if (issue.code === 'unrecognized_keys')
    return {
      problem: `không có mục tên ${name} ở đây`,
      remedy: 'Hãy xóa mục này, hoặc sửa tên cho đúng.',
    };
  if (!find(root, path).exists) return { problem: `thiếu mục ${name}`, remedy: asExample };
  if (issue.code === 'invalid_type') {
    const quotes = issue.expected === 'string' ? ' Nếu là con số, hãy đặt trong ngoặc kép.' : '';
    const kind = kindsInWords[issue.expected] ?? issue.expected;
    return { problem: `${name} phải là ${kind}`, remedy: `Hãy viết lại mục này.${quotes}` };
  }
  if (issue.code === 'invalid_value')
    return { problem: `${name} có giá trị lạ`, remedy: `Hãy dùng một trong: ${issue.values.map(String).join(', ')}.` };
  if (issue.code === 'invalid_union')
    return { problem: `${name} có giá trị lạ`, remedy: 'Hãy dùng một trong: choice, number, short.' };
  return { problem: `${name} chưa đúng (${issue.message})`, remedy: remedyOf(undefined) };
}

/** An entry by its own name, and its place where it stands in a list: “hints 3”. */
function nameOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'nội dung';
  if (typeof last !== 'number') return `“${String(last)}”`;
  const list = path.findLast((step) => typeof step !== 'number');
  return `“${String(list ?? '')}” thứ ${last + 1}`;
}
