import { zodResolver } from '@hookform/resolvers/zod';
import { type SignUp, signUpSchema } from '@rolecall/contract';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { Building2, UserRoundSearch } from 'lucide-react';
import { useForm } from 'react-hook-form';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { Field, Fieldset, FormError, Input } from '../../components/ui/field.tsx';
import { attemptsMessages } from '../../lib/attempts.messages.ts';
import { showFormError } from '../../lib/errors.ts';
import { useLanguage, useMessages } from '../../lib/language.tsx';
import { browserTimeZone } from '../../lib/region.ts';
import { AddressHint } from './address-hint.tsx';
import { AuthFrame, textLink } from './auth-frame.tsx';
import { errorWords } from './error-words.ts';
import { authMessages } from './messages.ts';

const route = getRouteApi('/sign-up');

const choices = [
  { role: 'job_seeker', label: 'purpose_job_seeker', icon: UserRoundSearch },
  { role: 'recruiter', label: 'purpose_recruiter', icon: Building2 },
] as const;

export function SignUpPage() {
  const { next } = route.useSearch();
  const words = useMessages(authMessages);
  const waits = useMessages(attemptsMessages);
  const { locale } = useLanguage();
  const router = useRouter();
  const form = useForm({
    resolver: zodResolver(signUpSchema),
    defaultValues: {
      email: '',
      password: '',
      name: '',
      role: 'job_seeker',
      time_zone: browserTimeZone(),
      locale,
    },
    shouldUnregister: false,
  });
  const { errors } = form.formState;
  const role = form.watch('role');

  const signUp = useMutation({
    mutationFn: (body: SignUp) => client.auth.signUp({ body }),
    onSuccess: ({ account }) => {
      toast.success(words.welcome({ name: account.name }), {
        description: words.mail_sent({ email: account.email }),
      });
      router.history.push(next ?? (account.role === 'job_seeker' ? '/settings/profile' : '/'));
    },
    onError: (error) => showFormError(form, error, errorWords(error, words, waits)),
  });

  return (
    <AuthFrame
      title={words.create()}
      below={
        <>
          {words.have_account()}{' '}
          <Link to="/sign-in" search={{ next }} className={textLink}>
            {words.sign_in()}
          </Link>
        </>
      }
    >
      <form onSubmit={form.handleSubmit((values) => signUp.mutate(values))} className="space-y-4" noValidate>
        <FormError message={errors.root?.['server']?.message} />
        <Fieldset legend={words.purpose()}>
          <div className="grid grid-cols-2 gap-2">
            {choices.map(({ role: value, label, icon: Icon }) => (
              <label
                key={value}
                className="flex cursor-pointer flex-col items-center gap-2 rounded-xl border border-line-strong p-4 text-center text-sm font-medium transition-colors hover:border-accent has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
              >
                <input
                  type="radio"
                  value={value}
                  className="sr-only"
                  {...form.register('role', {
                    onChange: () => form.setValue('company_name', undefined),
                  })}
                />
                <Icon className="size-5" aria-hidden />
                {words[label]()}
              </label>
            ))}
          </div>
        </Fieldset>
        <Field label={words.name()} error={errors.name && words.name_needed()}>
          {(attributes) => <Input {...attributes} autoComplete="name" {...form.register('name')} />}
        </Field>
        {role === 'recruiter' && (
          <Field label={words.company()} error={errors.company_name && words.company_needed()}>
            {(attributes) => (
              <Input {...attributes} autoComplete="organization" {...form.register('company_name')} />
            )}
          </Field>
        )}
        <Field label={words.email()} error={errors.email && words.email_needed()}>
          {(attributes) => (
            <Input {...attributes} type="email" autoComplete="username" {...form.register('email')} />
          )}
        </Field>
        <AddressHint
          typed={form.watch('email')}
          onTake={(address) => {
            form.setValue('email', address, { shouldValidate: true });
            form.setFocus('email');
          }}
        />
        <Field
          label={words.password()}
          error={errors.password && words.password_rule()}
          hint={words.password_advice()}
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
        <Button type="submit" variant="primary" size="large" className="w-full" busy={signUp.isPending}>
          {words.create_now()}
        </Button>
      </form>
    </AuthFrame>
  );
}
