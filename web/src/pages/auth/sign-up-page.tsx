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
import { showFormError } from '../../lib/errors.ts';
import { browserTimeZone } from '../../lib/locale.ts';
import { AddressHint } from './address-hint.tsx';
import { AuthFrame, textLink } from './auth-frame.tsx';

const route = getRouteApi('/sign-up');

const choices = [
  { role: 'job_seeker', label: 'I look for a job', icon: UserRoundSearch },
  { role: 'recruiter', label: 'I hire people', icon: Building2 },
] as const;

export function SignUpPage() {
  const { next } = route.useSearch();
  const router = useRouter();
  const form = useForm({
    resolver: zodResolver(signUpSchema),
    defaultValues: {
      email: '',
      password: '',
      name: '',
      role: 'job_seeker',
      time_zone: browserTimeZone(),
      locale: 'en',
    },
    shouldUnregister: false,
  });
  const { errors } = form.formState;
  const role = form.watch('role');

  const signUp = useMutation({
    mutationFn: (body: SignUp) => client.auth.signUp({ body }),
    onSuccess: ({ account }) => {
      toast.success(`Welcome, ${account.name}`, { description: `We have sent a mail to ${account.email}.` });
      router.history.push(next ?? (account.role === 'job_seeker' ? '/settings/profile' : '/'));
    },
    onError: (error) => showFormError(form, error),
  });

  return (
    <AuthFrame
      title="Create your account"
      below={
        <>
          Already have an account?{' '}
          <Link to="/sign-in" search={{ next }} className={textLink}>
            Sign in
          </Link>
        </>
      }
    >
      <form onSubmit={form.handleSubmit((values) => signUp.mutate(values))} className="space-y-4" noValidate>
        <FormError message={errors.root?.['server']?.message} />
        <Fieldset legend="What brings you here?">
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
                {label}
              </label>
            ))}
          </div>
        </Fieldset>
        <Field label="Your name" error={errors.name?.message}>
          {(attributes) => <Input {...attributes} autoComplete="name" {...form.register('name')} />}
        </Field>
        {role === 'recruiter' && (
          <Field label="Company" error={errors.company_name?.message}>
            {(attributes) => (
              <Input {...attributes} autoComplete="organization" {...form.register('company_name')} />
            )}
          </Field>
        )}
        <Field label="E-mail" error={errors.email?.message}>
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
          label="Password"
          error={errors.password?.message}
          hint="At least 10 characters; a few words in a row are easy to keep in mind."
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
          Create account
        </Button>
      </form>
    </AuthFrame>
  );
}
