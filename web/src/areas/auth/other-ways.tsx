import type { Instance } from '@rolecall/contract';
import { useMutation } from '@tanstack/react-query';
import { Building2, Fingerprint } from 'lucide-react';
import type { ReactNode } from 'react';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { FormError } from '../../components/ui/field.tsx';
import { attemptsMessages } from '../../lib/attempts.messages.ts';
import { tooManyAttempts } from '../../lib/attempts.ts';
import { rememberDestination } from '../../lib/destination.ts';
import { describeError, hasCode } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { provePasskey, supportsPasskeys, wasStopped } from '../../lib/passkeys.ts';
import { providerErrorWords } from './provider-errors.ts';
import { waysMessages } from './ways-messages.ts';

interface OtherWaysProps {
  readonly ways: Instance['sign_in'];
  readonly next: string | undefined;
  readonly onDone: () => void;
  /** Stands above them, where there are any. */
  readonly children: ReactNode;
}

/** Signing in with a passkey, and by the identity provider, where this instance and the browser have them. */
export function OtherWays({ ways, next, onDone, children }: OtherWaysProps) {
  const words = useMessages(waysMessages);
  const waits = useMessages(attemptsMessages);
  const passkey = useMutation({
    mutationFn: async () => client.passkeys.signIn({ body: { proof: await provePasskey() } }),
    onSuccess: onDone,
  });
  const provider = useMutation({
    mutationFn: () => client.oidc.start(),
    onSuccess: ({ url }) => {
      rememberDestination(next);
      window.location.assign(url);
    },
  });
  const hasPasskeys = ways.passkeys && supportsPasskeys();
  if (!hasPasskeys && ways.provider === null) return null;
  const fault = passkey.error ?? provider.error;
  return (
    <div className="space-y-3">
      {children}
      {fault !== null && <FormError message={tooManyAttempts(fault, waits) ?? faultWords(fault, words)} />}
      {ways.provider !== null && (
        <Button
          variant={ways.passwords ? 'secondary' : 'primary'}
          size="large"
          className="w-full"
          busy={provider.isPending || provider.isSuccess}
          onClick={() => provider.mutate()}
        >
          <Building2 aria-hidden />
          <span className="truncate">{words.continue_with({ name: ways.provider })}</span>
        </Button>
      )}
      {hasPasskeys && (
        <Button size="large" className="w-full" busy={passkey.isPending} onClick={() => passkey.mutate()}>
          <Fingerprint aria-hidden />
          {words.with_passkey()}
        </Button>
      )}
    </div>
  );
}

function faultWords(error: unknown, words: ReturnType<typeof waysMessages>): string {
  if (wasStopped(error)) return words.passkey_stopped();
  if (hasCode(error, 'passkey_refused')) return words.passkey_refused();
  const { title, detail } = describeError(error);
  return providerErrorWords(error, words) ?? detail ?? title;
}
