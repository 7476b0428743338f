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
import { attemptsMessages } from '../../lib/attempts.messages.ts';
import { showFormError } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { AuthFrame, textLink } from './auth-frame.tsx';
import { errorWords } from './error-words.ts';
import { authMessages } from './messages.ts';

export function ForgotPasswordPage() {
  const words = useMessages(authMessages);
  const waits = useMessages(attemptsMessages);
  const form = useForm({ resolver: zodResolver(forgotPasswordSchema), defaultValues: { email: '' } });
  const { errors } = form.formState;
  const ask = useMutation({
    mutationFn: (body: { email: string }) => client.auth.forgotPassword({ body }),
    onError: (error) => showFormError(form, error, errorWords(error, words, waits)),
  });
  return (
    <AuthFrame
      title={words.new_password()}
      description={ask.isSuccess ? undefined : words.link_comes()}
      below={
        <Link to="/sign-in" className={textLink}>
          {words.back_to_sign_in()}
        </Link>
      }
    >
      {ask.isSuccess ? (
        <EmptyState icon={MailOpen} title={words.look_into_mailbox()} className="py-2">
          {words.link_on_its_way()}
        </EmptyState>
      ) : (
        <form onSubmit={form.handleSubmit((values) => ask.mutate(values))} className="space-y-4" noValidate>
          <FormError message={errors.root?.['server']?.message} />
          <Field label={words.email()} error={errors.email && words.email_needed()}>
            {(attributes) => (
              <Input {...attributes} type="email" autoComplete="username" {...form.register('email')} />
            )}
          </Field>
          <Button type="submit" variant="primary" size="large" className="w-full" busy={ask.isPending}>
            {words.send_link()}
          </Button>
        </form>
      )}
    </AuthFrame>
  );
}
