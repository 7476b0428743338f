import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { BellPlus } from 'lucide-react';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { toastError } from '../../lib/errors.ts';
import type { JobSearch } from '../../lib/job-search.ts';
import { useMessages } from '../../lib/language.tsx';
import { useAccount } from '../../lib/session.ts';
import { Button } from '../ui/button.tsx';
import { conditionsOf } from './conditions.ts';
import { tellMeMessages } from './tell-me.messages.ts';

/** Saves the search that is shown as an alert, with one press. */
export function TellMe({ search, name }: { readonly search: JobSearch; readonly name: string }) {
  const say = useMessages(tellMeMessages);
  const account = useAccount();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const save = useMutation({
    mutationFn: () =>
      client.alerts.create({ body: { name: name.slice(0, 100), conditions: conditionsOf(search) } }),
    onSuccess: (alert) => {
      toast.success(say.saved(), {
        description: alert.name,
        action: {
          label: say.change(),
          onClick: () => void navigate({ to: '/alerts', search: { alert: alert.id } }),
        },
      });
      void queries.invalidateQueries({ queryKey: ['alerts'] });
    },
    onError: toastError,
  });
  if (account?.role !== 'job_seeker') return null;
  return (
    <Button size="small" className="h-9" busy={save.isPending} onClick={() => save.mutate()}>
      <BellPlus aria-hidden />
      {say.tell_me()}
    </Button>
  );
}
