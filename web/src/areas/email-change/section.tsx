import { emailSchema } from '@rolecall/contract';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { Section } from '../../components/ui/card.tsx';
import { ErrorState, Skeleton } from '../../components/ui/feedback.tsx';
import { Field, Input } from '../../components/ui/field.tsx';
import { describeError, hasCode, toastError } from '../../lib/errors.ts';
import { useLanguage, useMessages } from '../../lib/language.tsx';
import { useProof } from '../../lib/proof.ts';
import { instanceQuery } from '../../lib/queries/account.ts';
import { useAccount } from '../../lib/session.ts';
import { emailChangeMessages } from './messages.ts';

const changeQuery = () =>
  queryOptions({ queryKey: ['email-change'], queryFn: () => client.me.readEmailChange() });

/** The address of the account, and changing it; nothing where the identity provider has the addresses. */
export function EmailSection() {
  const { locale: lang } = useLanguage();
  const words = useMessages(emailChangeMessages);
  const account = useAccount();
  const { data: instance } = useQuery(instanceQuery());
  const { data, error, isError, refetch } = useQuery(changeQuery());
  if (instance?.sign_in.passwords !== true || account === null) return null;
  return (
    <div lang={lang} data-testid="email-change">
      <Section title={words.title()} description={words.hint()}>
        <div className="space-y-4">
          <p className="text-sm break-all">{words.current({ email: account.email })}</p>
          {isError && <ErrorState error={error} onRetry={() => void refetch()} className="py-4" />}
          {data === undefined && !isError && <Skeleton className="h-16 w-full" />}
          {data !== undefined &&
            (data.pending === null ? <RequestForm /> : <Pending pending={data.pending} />)}
        </div>
      </Section>
    </div>
  );
}

interface PendingProps {
  readonly pending: { readonly email: string; readonly expires_at: string };
}

function Pending({ pending: { email, expires_at: at } }: PendingProps) {
  const words = useMessages(emailChangeMessages);
  const queries = useQueryClient();
  const giveUp = useMutation({
    mutationFn: () => client.me.cancelEmailChange(),
    onError: toastError,
    onSettled: () => queries.invalidateQueries({ queryKey: ['email-change'] }),
  });
  return (
    <div className="flex flex-wrap items-center gap-3 rounded-xl bg-sunken px-4 py-3.5 text-sm">
      <p className="min-w-0 flex-1 basis-60 break-words">{words.pending({ email, at })}</p>
      <Button size="small" busy={giveUp.isPending} onClick={() => giveUp.mutate()}>
        {words.give_up()}
      </Button>
    </div>
  );
}

function RequestForm() {
  const words = useMessages(emailChangeMessages);
  const queries = useQueryClient();
  const withProof = useProof();
  const [email, setEmail] = useState('');
  const [isWrong, setWrong] = useState(false);
  const request = useMutation({
    mutationFn: () => withProof(() => client.me.requestEmailChange({ body: { email } })),
    onSuccess: () => toast.success(words.asked({ email })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['email-change'] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isAddress = emailSchema.safeParse(email).success;
    setWrong(!isAddress);
    if (isAddress) request.mutate();
  };
  return (
    <form onSubmit={submit} className="space-y-4" noValidate>
      <Field label={words.new_email()} error={isWrong ? words.no_address() : faultOf(request.error, words)}>
        {(attributes) => (
          <Input
            {...attributes}
            type="email"
            autoComplete="email"
            value={email}
            onChange={({ target }) => setEmail(target.value)}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" busy={request.isPending}>
        {words.change()}
      </Button>
    </form>
  );
}

function faultOf(error: unknown, words: ReturnType<typeof emailChangeMessages>): string | undefined {
  if (error === null) return undefined;
  if (hasCode(error, 'address_disposable')) return words.disposable();
  if (hasCode(error, 'rate_limited')) return words.too_often();
  const { title, detail } = describeError(error);
  return detail ?? title;
}
