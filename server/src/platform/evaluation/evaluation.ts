import type { z } from 'zod';

/** A decision of the product that can be measured on a set from outside, without a database. */
export interface Evaluator {
  /** What it answers, in one line for the help of the command. */
  readonly description: string;
  /**
   * Answers a set. The same objects in the same order give the same answers.
   * @param objects what the lines of the set hold, not checked yet
   * @param candidates what the lines of the file of `--candidates` hold, where one is given
   * @throws {EvaluationInputError} for an object that has not the documented shape
   */
  evaluate(
    objects: readonly unknown[],
    candidates?: readonly unknown[],
  ): Iterable<object> | Promise<Iterable<object>>;
}

/** The same for a folder of files instead of lines of a file: they are read, and answered, one after the other. */
export interface FolderEvaluator {
  readonly description: string;
  evaluateFolder(folder: string): AsyncIterable<object>;
}

/** A set that cannot be read; the message names the line. */
export class EvaluationInputError extends Error {
  override readonly name = 'EvaluationInputError';

  /** @param line counted from 1 */
  constructor(line: number, why: string) {
    super(`Line ${line}: ${why}`);
  }
}

/** Reads JSON Lines: one object a line, empty lines skipped. @throws {EvaluationInputError} */
export function readObjects(text: string): unknown[] {
  const objects: unknown[] = [];
  const lines = (text.startsWith('\uFEFF') ? text.slice(1) : text).split('\n');
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    try {
      objects.push(JSON.parse(line));
    } catch (error) {
      throw new EvaluationInputError(index + 1, error instanceof Error ? error.message : String(error));
    }
  }
  return objects;
}

/** Gives the objects of a set the shape that an evaluator documents. @throws {EvaluationInputError} */
export function checkObjects<Schema extends z.ZodType>(
  objects: readonly unknown[],
  schema: Schema,
): z.infer<Schema>[] {
  return objects.map((object, index) => {
    const { data, error } = schema.safeParse(object);
    if (error === undefined) return data;
    const faults = error.issues.map(({ path, message }) =>
      [path.join('.'), message].filter(Boolean).join(': '),
    );
    throw new EvaluationInputError(index + 1, faults.join('; '));
  });
}
