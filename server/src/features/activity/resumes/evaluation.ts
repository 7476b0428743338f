import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FolderEvaluator } from '../../../platform/evaluation/index.ts';
import { createWorkerPool } from '../../../platform/workers/index.ts';
import { readFileIn } from './reading.ts';

const mostFiles = 10_000;
const largestFile = 20_000_000;

/** Reads each document of a folder as an upload is read: in a process of its own, with its limits. */
export const resumeEvaluator: FolderEvaluator = {
  description: 'a folder of documents → {file, resume} or {file, error}',
  async *evaluateFolder(folder) {
    const workers = createWorkerPool({ threads: 1, memoryMb: 256 });
    try {
      const files = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile());
      for (const { name } of files.toSorted((a, b) => (a.name < b.name ? -1 : 1)).slice(0, mostFiles)) {
        const file = path.join(folder, name);
        const isLarger = (await stat(file)).size > largestFile;
        const read = isLarger ? 'too_large' : await readFileIn(workers, new Uint8Array(await readFile(file)));
        yield typeof read === 'string' ? { file: name, error: read } : { file: name, resume: read.resume };
      }
    } finally {
      await workers.close();
    }
  },
};
