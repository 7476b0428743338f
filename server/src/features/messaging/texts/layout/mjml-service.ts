import { deepestElement } from '../../../../platform/nesting/index.ts';
import { type WorkerPool, workerFile } from '../../../../platform/workers/index.ts';
import type { CompiledMjml } from './mjml-compiler.ts';
import { MjmlError } from './mjml-structure.ts';

/** Compiles what operators write, in a thread. */
export interface MjmlService {
  /**
   * @throws {MjmlError} when it does not compile, or not in time
   * @throws {ApplicationError} `overloaded`
   */
  compile(source: string): Promise<CompiledMjml>;
}

/** Elements in each other; a mail has about ten. */
const mostElementsDeep = 100;

const compileTask = workerFile<typeof import('./mjml.worker.ts')>(
  new URL('./mjml.worker.ts', import.meta.url),
).task('compileMjml', {
  name: 'texts.mjml',
  // A body takes about ten milliseconds; the first one waits for the library as well.
  deadlineMs: 10_000,
  // The contract has a narrower limit.
  maximumSize: 100_000,
  sizeOf: (source) => source.length,
});

export function createMjmlService(workers: WorkerPool): MjmlService {
  return {
    async compile(source) {
      if (deepestElement(source) > mostElementsDeep)
        throw tooMuch('its elements stand too deep in each other');
      const result = await workers.run(compileTask, source);
      if (result.status === 'too_large') throw tooMuch('it is too long');
      if (result.status !== 'done') throw tooMuch(`it was not compiled in time: ${result.detail}`);
      if ('problems' in result.output) throw new MjmlError(result.output.problems);
      return result.output;
    },
  };
}

const tooMuch = (message: string) => new MjmlError([{ line: null, message }]);
