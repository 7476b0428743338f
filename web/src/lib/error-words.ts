import { RolecallError } from '../client.ts';
import { errorMessages, faultMessages } from './errors.messages.ts';
import { session } from './session.ts';
import { spokenLanguage } from './spoken.ts';

export interface ErrorWords {
  readonly title: string;
  /** What the server says of this occurrence, in English. */
  readonly detail: string | undefined;
  /** To find the request in the server's log: for operators, who have it, and of a fault that nobody but they can mend. */
  readonly requestId: string | undefined;
}

/** What an error means to a person, by its code; undefined for one that only programs meet. */
function titleOfCode(code: RolecallError['code']): string | undefined {
  const words = new Map<string, () => string>(Object.entries(errorMessages(spokenLanguage())));
  return words.get(code)?.();
}

/** The server's own, which stays the same for every occurrence; without an answer there is none. */
function titleOf(error: RolecallError): string {
  const { title } = error.details;
  if (typeof title === 'string') return titleOfCode(error.code) ?? title;
  const words = faultMessages(spokenLanguage());
  return navigator.onLine ? words.server() : words.offline();
}

export function describeError(error: unknown): ErrorWords {
  if (!(error instanceof RolecallError)) {
    const detail = error instanceof Error ? error.message : undefined;
    return { title: faultMessages(spokenLanguage()).here(), detail, requestId: undefined };
  }
  const { state } = session;
  const isOperator = state.status === 'signed_in' && state.account.role === 'operator';
  const title = titleOf(error);
  const isUnderstood = spokenLanguage() === 'en' || isOperator || titleOfCode(error.code) === undefined;
  const isSaid = error.message === title || error.message === error.details['title'];
  return {
    title,
    detail: isSaid || !isUnderstood ? undefined : error.message,
    requestId: isOperator || error.status >= 500 ? error.requestId : undefined,
  };
}

export const hasCode = (error: unknown, code: RolecallError['code']): boolean =>
  error instanceof RolecallError && error.code === code;
