import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Evaluator } from '../../../platform/evaluation/index.ts';
import { createWorkerPool } from '../../../platform/workers/index.ts';
import { readFileIn } from './reading.ts';

const mostFiles = 10_000;
const largestFile = 20_000_000;

/** Reads each document of a folder as an upload is read: in a process of its own, with its limits. */
export const resumeEvaluator: Evaluator = {
  description: 'a folder of documents → {file, resume} or {file, error}',
  takesFolder: true,
  async *evaluate(objects) {
    const workers = createWorkerPool({ threads: 1, memoryMb: 256 });
    try {
      for (const folder of objects) {
        const files = (await readdir(String(folder), { withFileTypes: true })).filter((entry) => entry.isFile());
        for (const { name } of files.toSorted((a, b) => (a.name < b.name ? -1 : 1)).slice(0, mostFiles)) {
          const content = await readFile(path.join(String(folder), name));
          const read = content.byteLength > largestFile ? 'too_large' : await readFileIn(workers, new Uint8Array(content));
          yield typeof read === 'string' ? { file: name, error: read } : { file: name, resume: read.resume };
        }
      }
    } finally {
      await workers.close();
    }
  },
};
