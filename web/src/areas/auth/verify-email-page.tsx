import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { MailCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../components/ui/feedback.tsx';
import { hasCode } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { session, useAccount } from '../../lib/session.ts';
import { AuthFrame } from './auth-frame.tsx';
import { authMessages } from './messages.ts';

const route = getRouteApi('/verify-email');

/** Where the link of the mail leads: the token is used up at once. */
export function VerifyEmailPage() {
  const { token } = route.useSearch();
  const words = useMessages(authMessages);
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
    <AuthFrame title={words.confirm_address()}>
      {verify.isPending && <Skeleton className="h-24 w-full" />}
      {verify.isSuccess && (
        <EmptyState
          icon={MailCheck}
          title={words.address_confirmed()}
          className="py-2"
          action={
            <Button asChild variant="primary">
              <Link to="/">{words.go_on()}</Link>
            </Button>
          }
        >
          {words.mails_reach_you()}
        </EmptyState>
      )}
      {isOver && (
        <div className="space-y-4 text-sm">
          <p>{words.confirm_link_over()}</p>
          <Button asChild variant="primary">
            {account === null ? (
              <Link to="/sign-in">{words.sign_in()}</Link>
            ) : (
              <Link to="/settings/account">{words.ask_for_link()}</Link>
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
