import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { MailCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../components/ui/feedback.tsx';
import { hasCode } from '../../lib/errors.ts';
import { session, useAccount } from '../../lib/session.ts';
import { AuthFrame } from './auth-frame.tsx';

const route = getRouteApi('/verify-email');

/** Where the link of the mail leads: the token is used up at once. */
export function VerifyEmailPage() {
  const { token } = route.useSearch();
  const account = useAccount();
  const queries = useQueryClient();
  const verify = useMutation({
    mutationFn: (value: string) => client.auth.verifyEmail({ body: { token: value } }),
    onSuccess: async () => {
      if ((await session.account()) === null) return;
      session.accountChanged(await client.me.read());
      await queries.invalidateQueries({ queryKey: ['notifications'] });
      await queries.invalidateQueries({ queryKey: ['address'] });
    },
  });

  // A token works once, and effects run twice in development.
  const used = useRef<string>(undefined);
  const { mutate } = verify;
  useEffect(() => {
    if (token === undefined || used.current === token) return;
    used.current = token;
    mutate(token);
  }, [token, mutate]);

  const isOver = token === undefined || hasCode(verify.error, 'token_invalid');
  return (
    <AuthFrame title="Confirm your e-mail address">
      {verify.isPending && <Skeleton className="h-24 w-full" />}
      {verify.isSuccess && (
        <EmptyState
          icon={MailCheck}
          title="Your address is confirmed"
          className="py-2"
          action={
            <Button asChild variant="primary">
              <Link to="/">Go on</Link>
            </Button>
          }
        >
          From now on, mails reach you here.
        </EmptyState>
      )}
      {isOver && (
        <div className="space-y-4 text-sm">
          <p>
            This link is not valid any more: it works once and for 24 hours. If your address is already
            confirmed, all is well.
          </p>
          <Button asChild variant="primary">
            {account === null ? (
              <Link to="/sign-in">Sign in</Link>
            ) : (
              <Link to="/settings/account">Ask for a new link</Link>
            )}
          </Button>
        </div>
      )}
      {verify.isError && !isOver && (
        <ErrorState error={verify.error} onRetry={() => verify.mutate(token)} className="py-2" />
      )}
    </AuthFrame>
  );
}
