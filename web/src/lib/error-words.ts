import { RolecallError } from '../client.ts';

export interface ErrorWords {
  readonly title: string;
  readonly detail: string | undefined;
  /** To find the request in the server's log. */
  readonly requestId: string | undefined;
}

/** The server's own, which stays the same for every occurrence; without an answer there is none. */
function titleOf(error: RolecallError): string {
  const { title } = error.details;
  if (typeof title === 'string') return title;
  return navigator.onLine ? 'The server does not answer as it should' : 'You are offline';
}

export function describeError(error: unknown): ErrorWords {
  if (!(error instanceof RolecallError)) {
    const detail = error instanceof Error ? error.message : undefined;
    return { title: 'Something went wrong here', detail, requestId: undefined };
  }
  const title = titleOf(error);
  const detail = error.message === title ? undefined : error.message;
  return { title, detail, requestId: error.requestId };
}

export const hasCode = (error: unknown, code: RolecallError['code']): boolean =>
  error instanceof RolecallError && error.code === code;
