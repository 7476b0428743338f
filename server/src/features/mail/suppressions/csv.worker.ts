import { isApplicationError } from '../../../platform/errors/index.ts';
import { type ReadList, readList } from './csv.ts';

/** Reads a list; why it is none is told as text, since errors lose their type on their way. */
export function readSuppressions({
  csv,
  now,
}: {
  readonly csv: string;
  readonly now: Date;
}): ReadList | { readonly invalid: string } {
  try {
    return readList(csv, now);
  } catch (error) {
    if (!isApplicationError(error, 'suppression_list_invalid')) throw error;
    return { invalid: error.message };
  }
}
