import { type ErrorCode, errorCodes } from '@rolecall/contract';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { toast } from 'sonner';
import { RolecallError } from '../client.ts';

export interface ErrorWords {
  readonly title: string;
  readonly detail: string | undefined;
  /** To find the request in the server's log. */
  readonly requestId: string | undefined;
}

const isErrorCode = (code: string): code is ErrorCode => code in errorCodes;

function titleOf(error: RolecallError): string {
  if (isErrorCode(error.code)) return errorCodes[error.code].title;
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

/** Tells of a failed action where no form could show it. */
export function toastError(error: unknown): void {
  const { title, detail, requestId } = describeError(error);
  const reference = requestId === undefined ? undefined : `Request ${requestId}`;
  toast.error(title, { description: [detail, reference].filter(Boolean).join(' · ') });
}

/** Puts what the server says about fields beside them, and everything else above the form. */
export function showFormError<Values extends FieldValues>(
  form: Pick<UseFormReturn<Values>, 'setError' | 'getValues'>,
  error: unknown,
): void {
  const fields = error instanceof RolecallError ? error.fields : [];
  const known: ReadonlySet<string> = new Set(Object.keys(form.getValues()));
  const isField = (path: string): path is FieldPath<Values> => known.has(path.split('.')[0] ?? '');
  let shown = 0;
  for (const { path, message } of fields) {
    if (!isField(path)) continue;
    form.setError(path, { message }, { shouldFocus: shown === 0 });
    shown += 1;
  }
  if (shown > 0) return;
  const { title, detail, requestId } = describeError(error);
  const reference = requestId === undefined ? undefined : `(request ${requestId})`;
  form.setError('root.server', { message: [detail ?? title, reference].filter(Boolean).join(' ') });
}
