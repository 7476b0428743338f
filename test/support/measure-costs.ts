/** Runs before each test file in its process, and notes what the file has cost for the reporters. */
import { afterAll } from 'vitest';
import {
  type Cost,
  childrenCpuMilliseconds,
  cpuMilliseconds,
  takeCosts,
} from '../../server/src/testing/costs.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** Milliseconds of CPU of the file in all, with the processes that it started. */
    cpu?: number;
    costs?: Partial<Record<Cost, number>>;
  }
}

const total = () => cpuMilliseconds() + (childrenCpuMilliseconds() ?? 0);

const before = total();

// biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the text of the parameter which fixtures to make
afterAll(({}, file) => {
  file.meta.cpu = total() - before;
  file.meta.costs = takeCosts();
});
