import { useMutation } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { FormError } from '../../components/ui/field.tsx';
import { attemptsMessages } from '../../lib/attempts.messages.ts';
import { tooManyAttempts } from '../../lib/attempts.ts';
import { describeError, hasCode } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { AuthFrame } from './auth-frame.tsx';
import { waysMessages } from './ways-messages.ts';

/** Where a link of the command line leads: its token is used up at once, and leaves the address bar. */
export function LinkPage() {
  const words = useMessages(waysMessages);
  const waits = useMessages(attemptsMessages);
  const router = useRouter();
  const signIn = useMutation({
    mutationFn: (token: string) => client.signInLinks.use({ body: { token } }),
    onSuccess: () => router.history.replace('/'),
  });

  // It works once, and effects run twice in development.
  const isUsed = useRef(false);
  const { mutate } = signIn;
  useEffect(() => {
    if (isUsed.current) return;
    isUsed.current = true;
    const token = window.location.hash.slice(1);
    window.history.replaceState(window.history.state, '', window.location.pathname);
    mutate(token === '' ? 'none' : token);
  }, [mutate]);

  if (signIn.error === null) {
    return (
      <AuthFrame title={words.signing_in()}>
        <div className="h-24 w-full animate-pulse rounded-md bg-sunken" />
      </AuthFrame>
    );
  }
  const { title, detail } = describeError(signIn.error);
  const isOver = hasCode(signIn.error, 'token_invalid');
  return (
    <AuthFrame title={words.failed()}>
      <div className="space-y-4">
        <FormError
          message={isOver ? words.link_over() : (tooManyAttempts(signIn.error, waits) ?? detail ?? title)}
        />
        <Button asChild variant="primary" size="large" className="w-full">
          <Link to="/sign-in">{words.again()}</Link>
        </Button>
      </div>
    </AuthFrame>
  );
}
