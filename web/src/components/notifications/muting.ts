import { useMutation } from '@tanstack/react-query';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { toastError } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { inboxMessages } from './messages.ts';

interface Mute {
  /** Such as `job:<id>`. */
  readonly subject: string;
  readonly label: string;
}

/** Hears nothing more of a subject, with a way back. */
export function useMute(): (mute: Mute) => void {
  const words = useMessages(inboxMessages);
  const { mutate } = useMutation({
    mutationFn: ({ subject, label }: Mute) =>
      client.preferences.mute({ params: { subject }, body: { label: label.slice(0, 200) } }),
    onSuccess: (_answer, { subject, label }) => {
      toast.success(words.muted(), {
        description: label,
        action: {
          label: words.undo(),
          onClick: () => void client.preferences.unmute({ params: { subject } }).catch(toastError),
        },
      });
    },
    onError: toastError,
  });
  return mutate;
}

const mutable: ReadonlyMap<string, 'mute_job' | 'mute_application' | 'mute_company'> = new Map([
  ['job', 'mute_job'],
  ['application', 'mute_application'],
  ['company', 'mute_company'],
]);

/** What can be muted of a notification, with the message that says it. */
export const mutesOf = (subjects: readonly string[]) =>
  subjects.flatMap((subject) => {
    const message = mutable.get(subject.split(':')[0] ?? '');
    return message === undefined ? [] : [{ subject, message }];
  });
