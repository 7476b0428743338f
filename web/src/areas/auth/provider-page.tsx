import { useMutation } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { FormError } from '../../components/ui/field.tsx';
import { takeDestination } from '../../lib/destination.ts';
import { describeError } from '../../lib/errors.ts';
import { useLanguage, useMessages } from '../../lib/language.tsx';
import { session } from '../../lib/session.ts';
import { AuthFrame } from './auth-frame.tsx';
import { providerErrorWords } from './provider-errors.ts';
import { SecondStep, secondStepOf } from './second-step.tsx';
import { waysMessages } from './ways-messages.ts';

/** Where the identity provider leads back to: what it has sent is used up at once, and leaves the address bar. */
export function ProviderPage() {
  const words = useMessages(waysMessages);
  const { locale, timeZone } = useLanguage();
  const router = useRouter();
  const finish = useMutation({
    // Whoever is signed in was asked for a fresh proof.
    mutationFn: async (query: string): Promise<unknown> =>
      (await session.account()) === null
        ? client.oidc.finish({ body: { query, locale, time_zone: timeZone } })
        : client.oidc.finishReauthentication({ body: { query } }),
    onSuccess: leave,
  });
  function leave(): void {
    router.history.replace(takeDestination());
  }

  // It works once, and effects run twice in development.
  const isUsed = useRef(false);
  const { mutate } = finish;
  useEffect(() => {
    if (isUsed.current) return;
    isUsed.current = true;
    const query = window.location.search.slice(1);
    window.history.replaceState(window.history.state, '', window.location.pathname);
    mutate(query === '' ? 'error=none' : query);
  }, [mutate]);

  const required = secondStepOf(finish.error);
  if (required !== undefined) {
    return (
      <SecondStep required={required} onDone={leave} onBack={() => router.history.replace('/sign-in')} />
    );
  }
  const fault = finish.error === null ? undefined : describeError(finish.error);
  return (
    <AuthFrame title={fault === undefined ? words.signing_in() : words.failed()}>
      {fault === undefined ? (
        <div
          className="h-24 w-full animate-pulse rounded-md bg-sunken"
          role="status"
          aria-label={words.signing_in()}
        />
      ) : (
        <div className="space-y-4">
          <FormError message={providerErrorWords(finish.error, words) ?? fault.detail ?? fault.title} />
          <Button asChild variant="primary" size="large" className="w-full">
            <Link to="/sign-in">{words.again()}</Link>
          </Button>
        </div>
      )}
    </AuthFrame>
  );
}
