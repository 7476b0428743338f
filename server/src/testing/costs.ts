import { readFileSync } from 'node:fs';

/** What `npm run test:slow` tells apart. */
export type Cost = 'databases' | 'migrations' | 'hashing';

const spent = new Map<Cost, number>();

/** Runs the work and counts the CPU that the process uses meanwhile, so whatever else runs is counted with it. */
export async function counted<Result>(cost: Cost, work: () => Promise<Result>): Promise<Result> {
  const before = cpuMilliseconds();
  try {
    return await work();
  } finally {
    spent.set(cost, (spent.get(cost) ?? 0) + cpuMilliseconds() - before);
  }
}

/** Milliseconds of CPU for each cost since this was called last. */
export function takeCosts(): Partial<Record<Cost, number>> {
  const costs = Object.fromEntries(spent);
  spent.clear();
  return costs;
}

/** Milliseconds of CPU that this process has used with all of its threads. */
export function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Milliseconds of CPU of the processes that this one has started and that have ended, with theirs. Only Linux tells;
 * elsewhere it is undefined.
 */
export function childrenCpuMilliseconds(): number | undefined {
  const stat = readStat();
  if (stat === undefined) return undefined;
  // The name in parentheses may hold blanks; after it, `cutime` and `cstime` are the 14th and 15th field.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) * millisecondsPerTick;
}

/** Linux counts for its users in hundredths of a second. */
const millisecondsPerTick = 10;

function readStat(): string | undefined {
  try {
    return readFileSync('/proc/self/stat', 'utf8');
  } catch {
    return undefined;
  }
}
