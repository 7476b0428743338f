import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { toast } from 'sonner';
import { RolecallError } from '../client.ts';
import { confirmationWords, sendConfirmation } from './address-confirmation.ts';
import { describeError, hasCode } from './error-words.ts';
import { faultMessages } from './errors.messages.ts';
import { spokenLanguage } from './spoken.ts';

export { describeError, hasCode };

const requestWords = (id: string) => faultMessages(spokenLanguage()).request({ id });

/** Tells of a failed action where no form could show it; with a way on where there is one. */
export function toastError(error: unknown): void {
  if (hasCode(error, 'address_unconfirmed')) {
    const words = confirmationWords();
    const onClick = () => void sendConfirmation().catch(toastError);
    toast.error(words.first(), { action: { label: words.send_again(), onClick } });
    return;
  }
  const { title, detail, requestId } = describeError(error);
  const reference = requestId === undefined ? undefined : requestWords(requestId);
  toast.error(title, { description: [detail, reference].filter(Boolean).join(' · ') });
}

/** What to say in place of the server's own words, by the code of the error. */
export type ErrorTitles = ReadonlyMap<RolecallError['code'], string>;

/** What a form is told as a whole: the code of the error, and words for it. */
export interface ServerFault {
  readonly type?: string | number | undefined;
  readonly message?: string | undefined;
}

/** Puts what the server says about fields beside them, and everything else above the form. */
export function showFormError<Values extends FieldValues>(
  form: Pick<UseFormReturn<Values>, 'setError' | 'getValues'>,
  error: unknown,
  ownWords: ErrorTitles = new Map(),
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
  const own = error instanceof RolecallError ? ownWords.get(error.code) : undefined;
  const { title, detail, requestId } = describeError(error);
  const reference = requestId === undefined ? undefined : `(${requestWords(requestId)})`;
  form.setError('root.server', {
    ...(error instanceof RolecallError ? { type: error.code } : {}),
    message: [own ?? detail ?? title, reference].filter(Boolean).join(' '),
  });
}
