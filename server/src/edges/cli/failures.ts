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
export function explainFailure(failure: unknown): string {
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
  if (mend !== undefined) return `the database refuses: ${reasonOf(error)}. ${mend}`;
  if (meaningOf(error) === 'unavailable') {
    return `the database does not answer: ${reasonOf(error)}. Check that it runs and DATABASE_URL is right.`;
  }
  if (isSystemError(error)) {
    const known = explainSystemError(error);
    if (known !== undefined) return known;
  }
  return `unexpected error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

/** Several addresses of a name that all failed come as one error; the first stands for them. */
function first(error: unknown): unknown {
  return error instanceof AggregateError && error.errors.length > 0 ? error.errors[0] : error;
}

function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

function explainSystemError(error: SystemError): string | undefined {
  switch (error.code) {
    case 'EADDRINUSE':
      return `port ${error.port} is taken by another process: choose another one with --port or PORT`;
    case 'EACCES':
      return error.port === undefined
        ? `no permission for ${error.path}`
        : `port ${error.port} needs more rights: choose one above 1023 with --port or PORT`;
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
      return `${error.address ?? 'another server'}${error.port === undefined ? '' : `:${error.port}`} does not answer (${error.code}): check that it runs, and DATABASE_URL and REDIS_URL`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return 'HOST names no interface of this machine: leave it out, or set 127.0.0.1 or 0.0.0.0';
    case 'ENOENT':
      return `there is no file ${error.path}`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `${error.path ?? 'the path'} is a file, a folder is needed`;
    case 'EISDIR':
      return `${error.path ?? 'the path'} is a folder, a file is needed`;
    default:
      return undefined;
  }
}
