import type { AddressStanding } from '@rolecall/contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { MailX } from 'lucide-react';
import { toast } from 'sonner';
import { client } from '../client.ts';
import { toastError } from '../lib/errors.ts';
import { useMessages } from '../lib/language.tsx';
import { accountQueries } from '../lib/queries/account.ts';
import { addressNoticeMessages } from './address-notice.messages.ts';
import { Button } from './ui/button.tsx';

/** Tells people that we cannot mail them, and how to change that; nothing where all is well. */
export function AddressNotice() {
  const words = useMessages(addressNoticeMessages);
  const { data } = useQuery(accountQueries.address());
  const confirm = useMutation({
    mutationFn: () => client.auth.resendVerification(),
    onSuccess: () =>
      toast.success(words.sent(), { description: words.follow({ address: data?.address ?? '' }) }),
    onError: toastError,
  });
  if (data === undefined || data.problem === null) return null;
  const { title, advice } = adviceOf(data.address, data.problem, words);
  return (
    <section
      aria-label={words.region()}
      className="mb-5 flex flex-wrap items-start gap-x-4 gap-y-3 rounded-2xl bg-warn-soft px-4 py-3.5 text-sm text-warn-ink sm:px-5"
    >
      <MailX className="mt-0.5 size-5 shrink-0" aria-hidden />
      <div className="min-w-0 flex-1 basis-60 space-y-1">
        <p className="font-semibold break-words">{title}</p>
        <p className="leading-relaxed">{advice}</p>
      </div>
      {data.problem.can_confirm && (
        <Button size="small" busy={confirm.isPending} onClick={() => confirm.mutate()}>
          {words.confirm()}
        </Button>
      )}
    </section>
  );
}

function adviceOf(
  address: string,
  { reason }: NonNullable<AddressStanding['problem']>,
  words: ReturnType<typeof addressNoticeMessages>,
) {
  switch (reason) {
    case 'hard_bounce':
      return { title: words.unreachable({ address }), advice: words.no_mailbox() };
    case 'soft_bounces':
      return { title: words.unreachable({ address }), advice: words.came_back() };
    case 'complaint':
      return { title: words.only_needed({ address }), advice: words.spam() };
    default:
      return { title: words.stopped({ address }), advice: words.by_operator() };
  }
}
