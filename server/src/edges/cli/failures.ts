import { ZodError } from 'zod';
import { ConfigurationError } from '../../platform/config/index.ts';
import {
  DatabaseBusyError,
  DatabaseUnavailableError,
  DatabaseVersionError,
  FolderInUseError,
  FolderUnusableError,
  MigrationFailedError,
  meaningOf,
  mendOf,
  StorageFullError,
} from '../../platform/db/index.ts';
import { isApplicationError, reasonOf } from '../../platform/errors/index.ts';
import { EvaluationInputError } from '../../platform/evaluation/index.ts';
import { type CliWords, cliMessages } from './cli.messages.ts';
import { ForeignFileError } from './preview-folder.ts';

/** Errors whose message already tells an operator what is wrong and what to do. */
const plainErrors = [
  ConfigurationError,
  DatabaseBusyError,
  DatabaseUnavailableError,
  DatabaseVersionError,
  EvaluationInputError,
  FolderInUseError,
  FolderUnusableError,
  ForeignFileError,
  MigrationFailedError,
  StorageFullError,
];

interface SystemError extends Error {
  readonly code: string;
  readonly port?: number;
  readonly address?: string;
  readonly path?: string;
}

/** Says in a line what went wrong and, where it is known, the mend. Anything unforeseen is told with its stack. */
export function explainFailure(failure: unknown, words: CliWords = cliMessages('en')): string {
  const error = first(failure);
  if (plainErrors.some((type) => error instanceof type) && error instanceof Error) return error.message;
  if (isApplicationError(error)) {
    const fields = error.fields?.map(({ path, message }) => `${path}: ${message}`) ?? [];
    return [error.message, ...fields].join('; ');
  }
  if (error instanceof ZodError) {
    return error.issues
      .map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '))
      .join('; ');
  }
  const mend = mendOf(error);
  if (mend !== undefined) return words.refuses({ why: reasonOf(error), mend });
  if (meaningOf(error) === 'unavailable') {
    return words.no_answer({ why: reasonOf(error) });
  }
  if (isSystemError(error)) {
    const known = explainSystemError(error, words);
    if (known !== undefined) return known;
  }
  return words.unexpected({
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
}

/** Several addresses of a name that all failed come as one error; the first stands for them. */
function first(error: unknown): unknown {
  return error instanceof AggregateError && error.errors.length > 0 ? error.errors[0] : error;
}

function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

function explainSystemError(error: SystemError, words: CliWords): string | undefined {
  const port = String(error.port);
  const path = error.path ?? words.the_path();
  switch (error.code) {
    case 'EADDRINUSE':
      return words.port_taken({ port });
    case 'EACCES':
      return error.port === undefined ? words.no_permission({ path }) : words.port_needs_rights({ port });
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH': {
      const host = error.address ?? words.another_server();
      const address = error.port === undefined ? host : `${host}:${port}`;
      return words.does_not_answer({ address, code: error.code });
    }
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return words.no_interface();
    case 'ENOENT':
      return words.no_file({ path });
    case 'ENOTDIR':
    case 'EEXIST':
      return words.folder_needed({ path });
    case 'EISDIR':
      return words.file_needed({ path });
    default:
      return undefined;
  }
}
