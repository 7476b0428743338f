import { useMutation, useQuery } from '@tanstack/react-query';
import { Fingerprint } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { client } from '../client.ts';
import { Button } from '../components/ui/button.tsx';
import { Dialog } from '../components/ui/dialog.tsx';
import { Field, FormError, Input } from '../components/ui/field.tsx';
import { attemptsMessages } from '../lib/attempts.messages.ts';
import { tooManyAttempts } from '../lib/attempts.ts';
import { rememberDestination } from '../lib/destination.ts';
import { describeError, hasCode } from '../lib/errors.ts';
import { useLanguage, useMessages } from '../lib/language.tsx';
import { provePasskey, supportsPasskeys, wasStopped } from '../lib/passkeys.ts';
import { instanceQuery } from '../lib/queries/account.ts';
import { proofMessages } from './proof-messages.ts';

/** The person was asked who they are, and did not say. */
class NotProvenError extends Error {
  override readonly name = 'NotProvenError';
}

interface ProofDialogProps {
  readonly onProven: () => void;
  readonly onRefused: (error: Error) => void;
}

export function ProofDialog({ onProven, onRefused }: ProofDialogProps) {
  const words = useMessages(proofMessages);
  const waits = useMessages(attemptsMessages);
  const { locale } = useLanguage();
  const { data: instance } = useQuery(instanceQuery());
  const [password, setPassword] = useState('');
  const byPassword = useMutation({
    mutationFn: () => client.auth.reauthenticate({ body: { password } }),
    onSuccess: onProven,
  });
  const byPasskey = useMutation({
    mutationFn: async () => client.passkeys.reauthenticate({ body: { proof: await provePasskey() } }),
    onSuccess: onProven,
  });
  const byProvider = useMutation({
    mutationFn: () => client.oidc.startReauthentication(),
    onSuccess: ({ url }) => {
      rememberDestination(window.location.pathname);
      window.location.assign(url);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    byPasskey.reset();
    byPassword.mutate();
  };
  const ways = instance?.sign_in;
  const isWrong = hasCode(byPassword.error, 'invalid_credentials');
  const fault = byPasskey.error ?? byProvider.error ?? (isWrong ? null : byPassword.error);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onRefused(new NotProvenError(words.cancelled()))}
      title={words.title()}
      description={words.why()}
    >
      <div className="space-y-4" lang={locale}>
        <FormError
          message={fault === null ? undefined : (tooManyAttempts(fault, waits) ?? faultWords(fault, words))}
        />
        {ways?.passwords === true && (
          <form onSubmit={submit} className="space-y-4" noValidate>
            <Field label={words.password()} error={isWrong ? words.wrong_password() : undefined}>
              {(attributes) => (
                <Input
                  {...attributes}
                  type="password"
                  autoComplete="current-password"
                  value={password}
                  onChange={({ target }) => setPassword(target.value)}
                />
              )}
            </Field>
            <Button
              type="submit"
              variant="primary"
              className="w-full"
              busy={byPassword.isPending}
              disabled={password === ''}
            >
              {words.confirm()}
            </Button>
          </form>
        )}
        {ways?.passkeys === true && supportsPasskeys() && (
          <Button className="w-full" busy={byPasskey.isPending} onClick={() => byPasskey.mutate()}>
            <Fingerprint aria-hidden />
            {words.with_passkey()}
          </Button>
        )}
        {ways?.provider != null && (
          <Button className="w-full" busy={byProvider.isPending} onClick={() => byProvider.mutate()}>
            {words.with_provider({ name: ways.provider })}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

function faultWords(error: unknown, words: ReturnType<typeof proofMessages>): string {
  if (wasStopped(error)) return words.stopped();
  if (hasCode(error, 'passkey_refused')) return words.refused();
  const { title, detail } = describeError(error);
  return detail ?? title;
}
