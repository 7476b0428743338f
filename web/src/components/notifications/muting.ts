import { useMutation } from '@tanstack/react-query';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { toastError } from '../../lib/errors.ts';

interface Mute {
  /** Such as `job:<id>`. */
  readonly subject: string;
  readonly label: string;
}

/** Hears nothing more of a subject, with a way back. */
export function useMute(): (mute: Mute) => void {
  const { mutate } = useMutation({
    mutationFn: ({ subject, label }: Mute) =>
      client.preferences.mute({ params: { subject }, body: { label: label.slice(0, 200) } }),
    onSuccess: (_answer, { subject, label }) => {
      toast.success('You hear nothing more of it', {
        description: label,
        action: {
          label: 'Undo',
          onClick: () => void client.preferences.unmute({ params: { subject } }).catch(toastError),
        },
      });
    },
    onError: toastError,
  });
  return mutate;
}

const words: ReadonlyMap<string, string> = new Map([
  ['job', 'Mute this job'],
  ['application', 'Mute this application'],
  ['company', 'Mute this company'],
]);

/** What can be muted of a notification, with the words for it. */
export function mutesOf(subjects: readonly string[]): { subject: string; words: string }[] {
  return subjects.flatMap((subject) => {
    const known = words.get(subject.split(':')[0] ?? '');
    return known === undefined ? [] : [{ subject, words: known }];
  });
}
