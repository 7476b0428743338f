import { zodResolver } from '@hookform/resolvers/zod';
import { resetPasswordSchema } from '@rolecall/contract';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { Field, FormError, Input } from '../../components/ui/field.tsx';
import { attemptsMessages } from '../../lib/attempts.messages.ts';
import { hasCode, showFormError } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { AuthFrame } from './auth-frame.tsx';
import { errorWords } from './error-words.ts';
import { authMessages } from './messages.ts';

const route = getRouteApi('/reset-password');

export function ResetPasswordPage() {
  const { token } = route.useSearch();
  const words = useMessages(authMessages);
  const waits = useMessages(attemptsMessages);
  const navigate = useNavigate();
  const form = useForm({
    resolver: zodResolver(resetPasswordSchema),
    defaultValues: { token: token ?? '', password: '' },
  });
  const { errors } = form.formState;
  const reset = useMutation({
    mutationFn: (body: { token: string; password: string }) => client.auth.resetPassword({ body }),
    onSuccess: async () => {
      // All sessions have ended, the one of this browser too; this tab must forget its token.
      await client.auth.signOut();
      toast.success(words.password_set(), { description: words.sign_in_with_it() });
      await navigate({ to: '/sign-in' });
    },
    onError: (error) => showFormError(form, error, errorWords(error, words, waits)),
  });

  if (token === undefined || hasCode(reset.error, 'token_invalid')) {
    return (
      <AuthFrame title={words.link_over()} description={words.link_over_why()}>
        <Button asChild variant="primary">
          <Link to="/forgot-password">{words.ask_for_link()}</Link>
        </Button>
      </AuthFrame>
    );
  }
  return (
    <AuthFrame title={words.new_password()} description={words.signed_out_everywhere()}>
      <form onSubmit={form.handleSubmit((values) => reset.mutate(values))} className="space-y-4" noValidate>
        <FormError message={errors.root?.['server']?.message} />
        <Field
          label={words.new_password_label()}
          error={errors.password && words.password_rule()}
          hint={words.password_rule()}
        >
          {(attributes) => (
            <Input
              {...attributes}
              type="password"
              autoComplete="new-password"
              {...form.register('password')}
            />
          )}
        </Field>
        <Button type="submit" variant="primary" size="large" className="w-full" busy={reset.isPending}>
          {words.set_password()}
        </Button>
      </form>
    </AuthFrame>
  );
}
