import type { AddressStanding } from '@rolecall/contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { MailX } from 'lucide-react';
import { toast } from 'sonner';
import { client } from '../client.ts';
import { toastError } from '../lib/errors.ts';
import { accountQueries } from '../lib/queries/account.ts';
import { Button } from './ui/button.tsx';

/** Tells people that we cannot mail them, and how to change that; nothing where all is well. */
export function AddressNotice() {
  const { data } = useQuery(accountQueries.address());
  const confirm = useMutation({
    mutationFn: () => client.auth.resendVerification(),
    onSuccess: () =>
      toast.success('Mail sent', { description: `Follow its link, and ${data?.address} is good again.` }),
    onError: toastError,
  });
  if (data === undefined || data.problem === null) return null;
  const { title, advice } = wordsOf(data.address, data.problem);
  return (
    <section
      aria-label="Your e-mail address"
      className="mb-5 flex flex-wrap items-start gap-x-4 gap-y-3 rounded-2xl bg-warn-soft px-4 py-3.5 text-sm text-warn-ink sm:px-5"
    >
      <MailX className="mt-0.5 size-5 shrink-0" aria-hidden />
      <div className="min-w-0 flex-1 basis-60 space-y-1">
        <p className="font-semibold break-words">{title}</p>
        <p className="leading-relaxed">{advice}</p>
      </div>
      {data.problem.can_confirm && (
        <Button size="small" busy={confirm.isPending} onClick={() => confirm.mutate()}>
          Confirm the address
        </Button>
      )}
    </section>
  );
}

function wordsOf(address: string, { reason }: NonNullable<AddressStanding['problem']>) {
  switch (reason) {
    case 'hard_bounce':
      return {
        title: `We can’t reach you at ${address}`,
        advice: 'Its mail server says that there is no such mailbox. If there is, confirm the address.',
      };
    case 'soft_bounces':
      return {
        title: `We can’t reach you at ${address}`,
        advice: 'Our mails have come back several times. If the mailbox works again, confirm the address.',
      };
    case 'complaint':
      return {
        title: `We mail ${address} only what your account needs`,
        advice: 'A mail of ours was reported as spam. To get the others again, confirm the address.',
      };
    default:
      return {
        title: `Mail to ${address} is stopped`,
        advice: 'The operator of this site has decided so. What we have to tell you is in the inbox.',
      };
  }
}
