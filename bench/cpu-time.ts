import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks of `/proc` a second. */
const ticksPerSecond = 100;

interface ProcessTimes {
  readonly parent: number;
  readonly own: number;
  /** Of children that have ended and were waited for. */
  readonly ofChildren: number;
}

function timesOf(processId: number | string): ProcessTimes | undefined {
  try {
    const stat = readFileSync(`/proc/${processId}/stat`, 'utf8');
    // The name stands in parentheses and may hold spaces.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [user, system, childUser, childSystem] = fields.slice(11, 15);
    return {
      parent: fields[1] ?? 0,
      own: ((user ?? 0) + (system ?? 0)) / ticksPerSecond,
      ofChildren: ((childUser ?? 0) + (childSystem ?? 0)) / ticksPerSecond,
    };
  } catch {
    return undefined;
  }
}

/** Seconds of processor time a process has used, all its threads. Unlike speed it hardly depends on what else the machine does. */
export function cpuSeconds(processId: number | undefined): number {
  return timesOf(processId ?? 0)?.own ?? 0;
}

/** Seconds of processor time a process has used with all its children, those that have ended too. */
export function cpuSecondsOfFamily(processId: number): number {
  const head = timesOf(processId);
  let seconds = (head?.own ?? 0) + (head?.ofChildren ?? 0);
  for (const name of readdirSync('/proc')) {
    const times = /^\d+$/.test(name) ? timesOf(name) : undefined;
    if (times?.parent === processId) seconds += times.own + times.ofChildren;
  }
  return seconds;
}

export function parentOf(processId: number): number {
  return timesOf(processId)?.parent ?? 0;
}

/** Resident memory of a process in megabytes. */
export function residentMegabytes(processId: number | undefined): number {
  const match = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${processId}/status`, 'utf8'));
  return Math.round(Number(match?.[1] ?? 0) / 1000);
}
