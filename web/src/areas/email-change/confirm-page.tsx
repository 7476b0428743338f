import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { FormError } from '../../components/ui/field.tsx';
import { describeError, hasCode } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { session } from '../../lib/session.ts';
import { AuthFrame } from '../auth/auth-frame.tsx';
import { emailChangeMessages } from './messages.ts';

/** Where the link to the new address leads. It asks first: programs that look into mails follow links. */
export function ConfirmEmailPage() {
  const words = useMessages(emailChangeMessages);
  const navigate = useNavigate();
  const [token] = useState(() => window.location.hash.slice(1));
  const confirm = useMutation({
    mutationFn: () => client.me.confirmEmailChange({ body: { token } }),
    onSuccess: async () => {
      session.accountChanged(await client.me.read());
      toast.success(words.confirmed());
      await navigate({ to: '/settings/account' });
    },
  });
  if (token === '' || hasCode(confirm.error, 'token_invalid')) {
    return (
      <AuthFrame title={words.over()} description={words.over_why()}>
        <Button asChild variant="primary">
          <Link to="/settings/account">{words.to_settings()}</Link>
        </Button>
      </AuthFrame>
    );
  }
  const fault = confirm.error === null ? undefined : describeError(confirm.error);
  return (
    <AuthFrame title={words.confirm_title()} description={words.confirm_why()}>
      <div className="space-y-4">
        <FormError
          message={hasCode(confirm.error, 'email_taken') ? words.taken() : (fault?.detail ?? fault?.title)}
        />
        <Button
          variant="primary"
          size="large"
          className="w-full"
          busy={confirm.isPending}
          onClick={() => confirm.mutate()}
        >
          {words.confirm()}
        </Button>
      </div>
    </AuthFrame>
  );
}
