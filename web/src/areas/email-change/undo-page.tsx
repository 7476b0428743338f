import { passwordSchema } from '@rolecall/contract';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { Field, FormError, Input } from '../../components/ui/field.tsx';
import { describeError, hasCode } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { AuthFrame } from '../auth/auth-frame.tsx';
import { emailChangeMessages } from './messages.ts';

/** Where the link to the old address leads. */
export function UndoEmailPage() {
  const words = useMessages(emailChangeMessages);
  const navigate = useNavigate();
  const [token] = useState(() => window.location.hash.slice(1));
  const [password, setPassword] = useState('');
  const [isShort, setShort] = useState(false);
  const undo = useMutation({
    mutationFn: () => client.auth.undoEmailChange({ body: { token, password } }),
    onSuccess: async () => {
      // All sessions have ended, the one of this browser too; this tab must forget its token.
      await client.auth.signOut();
      toast.success(words.undone());
      await navigate({ to: '/sign-in' });
    },
  });
  if (token === '' || hasCode(undo.error, 'token_invalid')) {
    return (
      <AuthFrame title={words.over()} description={words.undo_over_why()}>
        <Button asChild variant="primary">
          <Link to="/sign-in">{words.to_sign_in()}</Link>
        </Button>
      </AuthFrame>
    );
  }
  const isGuessable = hasCode(undo.error, 'password_guessable');
  const fault = undo.error === null || isGuessable ? undefined : describeError(undo.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isLongEnough = passwordSchema.safeParse(password).success;
    setShort(!isLongEnough);
    if (isLongEnough) undo.mutate();
  };
  return (
    <AuthFrame title={words.undo_title()} description={words.undo_why()}>
      <form onSubmit={submit} className="space-y-4" noValidate>
        <FormError message={fault?.detail ?? fault?.title} />
        <Field
          label={words.password()}
          hint={words.password_rule()}
          error={isShort ? words.password_rule() : isGuessable ? words.guessable() : undefined}
        >
          {(attributes) => (
            <Input
              {...attributes}
              type="password"
              autoComplete="new-password"
              value={password}
              onChange={({ target }) => setPassword(target.value)}
            />
          )}
        </Field>
        <Button type="submit" variant="primary" size="large" className="w-full" busy={undo.isPending}>
          {words.undo()}
        </Button>
      </form>
    </AuthFrame>
  );
}
