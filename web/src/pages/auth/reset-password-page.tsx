import { zodResolver } from '@hookform/resolvers/zod';
import { resetPasswordSchema } from '@rolecall/contract';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { Field, FormError, Input } from '../../components/ui/field.tsx';
import { hasCode, showFormError } from '../../lib/errors.ts';
import { AuthFrame } from './auth-frame.tsx';

const route = getRouteApi('/reset-password');

export function ResetPasswordPage() {
  const { token } = route.useSearch();
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
      toast.success('Your new password is set', { description: 'Sign in with it.' });
      await navigate({ to: '/sign-in' });
    },
    onError: (error) => showFormError(form, error),
  });

  if (token === undefined || hasCode(reset.error, 'token_invalid')) {
    return (
      <AuthFrame
        title="This link is not valid any more"
        description="A link works once and for one hour. Ask for a new one."
      >
        <Button asChild variant="primary">
          <Link to="/forgot-password">Ask for a new link</Link>
        </Button>
      </AuthFrame>
    );
  }
  return (
    <AuthFrame title="Set a new password" description="You will be signed out on every device.">
      <form onSubmit={form.handleSubmit((values) => reset.mutate(values))} className="space-y-4" noValidate>
        <FormError message={errors.root?.['server']?.message} />
        <Field label="New password" error={errors.password?.message} hint="At least 10 characters.">
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
          Set password
        </Button>
      </form>
    </AuthFrame>
  );
}
