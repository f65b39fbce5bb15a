import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A part of the program and the processor time it took. */
export interface PartOfTurn {
  readonly part: string;
  readonly milliseconds: number;
}

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[];
}

/** What `node --cpu-prof` writes; times are microseconds of the machine's steady clock. */
interface CpuProfile {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
  readonly startTime: number;
}

/** From the innermost frame outwards, the first of these that fits says whose work a sample was. */
const parts: readonly (readonly [place: RegExp, part: string])[] = [
  [/\/src\/(?:discovery|text|places)\//, 'understanding and search'],
  [/\/src\/(?:database)\/|node_modules\/(?:pg|pg-\w+|drizzle-orm)\//, 'statements (driver, sockets to the database)'],
  [
    /\/src\/delivery\/|\/src\/channels\/telegram\/(?:sending|html|keyboard|bot-api)|node_modules\/(?:undici|grammy)\//,
    'sending',
  ],
  [/\/src\/(?:conversation|message|locales|catalogue|learners)\/|@fluent/, 'dialogue and wording'],
  [/\/src\/channels\/|node_modules\/(?:@?hono)|node:_http|node:internal\/deps\/undici/, 'webhook in'],
];

function partOf(frames: readonly ProfileNode['callFrame'][]): string {
  const [innermost] = frames;
  if (innermost?.functionName === '(garbage collector)') return 'collecting garbage';
  if (innermost?.functionName === '(idle)') return 'idle';
  for (const { url } of frames) {
    const known = parts.find(([place]) => place.test(url));
    if (known !== undefined) return known[1];
  }
  return 'Node itself (event loop, streams)';
}

/**
 * Where the main thread of a program run with `--cpu-prof-dir` spent its time, largest part first.
 * @param between two moments of `process.hrtime`, in microseconds
 */
export async function cpuByPart(
  folder: string,
  between: { readonly from: number; readonly to: number },
): Promise<PartOfTurn[]> {
  const totals = new Map<string, number>();
  for (const name of await readdir(folder)) {
    // The program's own threads are numbered from 0; the loader and the embedded engine have profiles of their own.
    if (!/\.0\.\d+\.cpuprofile$/.test(name)) continue;
    const profile = JSON.parse(await readFile(join(folder, name), 'utf8')) as CpuProfile;
    const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
    const parents = new Map(profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
    const known = new Map<number, string>();
    let time = profile.startTime;
    for (const [position, sample] of profile.samples.entries()) {
      const took = profile.timeDeltas[position] ?? 0;
      time += took;
      if (time < between.from || time > between.to) continue;
      let part = known.get(sample);
      if (part === undefined) {
        const frames: ProfileNode['callFrame'][] = [];
        for (let id: number | undefined = sample; id !== undefined; id = parents.get(id)) {
          const node = nodes.get(id);
          if (node !== undefined) frames.push(node.callFrame);
        }
        part = partOf(frames);
        known.set(sample, part);
      }
      totals.set(part, (totals.get(part) ?? 0) + took / 1000);
    }
  }
  return [...totals]
    .map(([part, milliseconds]) => ({ part, milliseconds }))
    .sort((a, b) => b.milliseconds - a.milliseconds);
}
