import type { ActionId, NotificationAction } from '@rolecall/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { toastError } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { Button } from '../ui/button.tsx';
import { inboxMessages } from './messages.ts';

interface Call {
  readonly run: (id: string) => Promise<unknown>;
  readonly undo: (id: string) => Promise<unknown>;
  readonly done: 'saved_for_later' | 'hidden';
}

const job = (id: string) => ({ params: { job_id: id } });

/** What the buttons call that this application knows; it calls no address that a message names. */
const calls: Partial<Record<ActionId, Call>> = {
  save_job: {
    run: (id) => client.jobs.save(job(id)),
    undo: (id) => client.jobs.unsave(job(id)),
    done: 'saved_for_later',
  },
  hide_job: {
    run: (id) => client.jobs.hide(job(id)),
    undo: (id) => client.jobs.unhide(job(id)),
    done: 'hidden',
  },
};

interface CallButtonProps {
  readonly action: NotificationAction;
  /** What the notification is about, for who does not see it. */
  readonly title: string;
}

/** A button of a notification that does something at once; nothing where this application does not know it. */
export function CallButton({ action, title }: CallButtonProps) {
  const words = useMessages(inboxMessages);
  const queries = useQueryClient();
  const call = calls[action.id];
  const subject = /\/jobs\/([\da-f-]{36})\//.exec(action.call?.path ?? '')?.[1];
  const refresh = () =>
    Promise.all(
      ['jobs', 'matches', 'marked-jobs'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
    );
  const { mutate, isPending } = useMutation({
    mutationFn: async ({ known, id }: { readonly known: Call; readonly id: string }) => known.run(id),
    onSuccess: (_answer, { known, id }) => {
      toast.success(words[known.done](), {
        description: title,
        action: { label: words.undo(), onClick: () => void known.undo(id).then(refresh).catch(toastError) },
      });
      return refresh();
    },
    onError: toastError,
  });
  if (call === undefined || subject === undefined) return null;
  return (
    <Button
      size="small"
      busy={isPending}
      aria-label={words.about({ action: action.label, title })}
      onClick={() => mutate({ known: call, id: subject })}
    >
      {action.label}
    </Button>
  );
}
