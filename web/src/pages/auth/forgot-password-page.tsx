import { zodResolver } from '@hookform/resolvers/zod';
import { forgotPasswordSchema } from '@rolecall/contract';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { MailOpen } from 'lucide-react';
import { useForm } from 'react-hook-form';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { EmptyState } from '../../components/ui/feedback.tsx';
import { Field, FormError, Input } from '../../components/ui/field.tsx';
import { showFormError } from '../../lib/errors.ts';
import { AuthFrame, textLink } from './auth-frame.tsx';

export function ForgotPasswordPage() {
  const form = useForm({ resolver: zodResolver(forgotPasswordSchema), defaultValues: { email: '' } });
  const { errors } = form.formState;
  const ask = useMutation({
    mutationFn: (body: { email: string }) => client.auth.forgotPassword({ body }),
    onError: (error) => showFormError(form, error),
  });
  return (
    <AuthFrame
      title="Set a new password"
      description={ask.isSuccess ? undefined : 'We send a link to the address of your account.'}
      below={
        <Link to="/sign-in" className={textLink}>
          Back to sign in
        </Link>
      }
    >
      {ask.isSuccess ? (
        <EmptyState icon={MailOpen} title="Look into your mailbox" className="py-2">
          If there is an account with this address, a mail with a link is on its way. The link works for one
          hour.
        </EmptyState>
      ) : (
        <form onSubmit={form.handleSubmit((values) => ask.mutate(values))} className="space-y-4" noValidate>
          <FormError message={errors.root?.['server']?.message} />
          <Field label="E-mail" error={errors.email?.message}>
            {(attributes) => (
              <Input {...attributes} type="email" autoComplete="username" {...form.register('email')} />
            )}
          </Field>
          <Button type="submit" variant="primary" size="large" className="w-full" busy={ask.isPending}>
            Send the link
          </Button>
        </form>
      )}
    </AuthFrame>
  );
}
