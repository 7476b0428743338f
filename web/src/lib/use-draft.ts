import { useEffect, useRef, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { changedFields, drafts, fittingFields } from './drafts.ts';
import { useAccount } from './session.ts';

/** What a person has begun to write, kept until it is sent. */
export interface Draft {
  /** It was there when the form opened. */
  readonly isRestored: boolean;
  /** It was sent: nothing is kept of it. */
  forget(): void;
  /** The form is as it was before anything was written. */
  startAnew(): void;
}

/**
 * Keeps what is written into a form, and puts it back when the form opens again. Only fields that differ from their first
 * values are kept, so that what has changed elsewhere meanwhile stays as it is.
 * @param key tells one form from another, such as `apply:<id of the job>`
 */
export function useFormDraft<Values extends FieldValues>(
  form: Pick<UseFormReturn<Values>, 'watch' | 'reset' | 'getValues' | 'formState'>,
  key: string,
): Draft {
  const userId = useAccount()?.id ?? null;
  const [isRestored, setRestored] = useState(false);
  const { watch, reset, getValues } = form;
  const initial = useRef<Readonly<Record<string, unknown>>>({});
  initial.current = form.formState.defaultValues ?? {};

  useEffect(() => {
    if (userId === null) return undefined;
    const kept = fittingFields(drafts().read(userId, key) ?? {}, initial.current);
    const isKept = Object.keys(kept).length > 0;
    if (isKept) reset({ ...getValues(), ...kept }, { keepDefaultValues: true });
    setRestored(isKept);
    const { unsubscribe } = watch((values) => {
      drafts().write(userId, key, changedFields(values, initial.current));
    });
    return unsubscribe;
  }, [userId, key, watch, reset, getValues]);

  const forget = () => {
    setRestored(false);
    if (userId !== null) drafts().remove(userId, key);
  };
  return {
    isRestored,
    forget,
    startAnew: () => {
      reset();
      forget();
    },
  };
}

/** Takes the draft of a form away, for whoever sends what is in it. */
export function useForgetDraft(key: string): () => void {
  const userId = useAccount()?.id ?? null;
  return () => {
    if (userId !== null) drafts().remove(userId, key);
  };
}

/** Keeps a single text outside of a form. */
export function useTextDraft(key: string): [text: string, write: (text: string) => void, forget: () => void] {
  const userId = useAccount()?.id ?? null;
  const [text, setText] = useState(() => {
    const kept = userId === null ? null : drafts().read(userId, key)?.['text'];
    return typeof kept === 'string' ? kept : '';
  });
  return [
    text,
    (written) => {
      setText(written);
      if (userId !== null) drafts().write(userId, key, written === '' ? {} : { text: written });
    },
    () => {
      if (userId !== null) drafts().remove(userId, key);
    },
  ];
}
