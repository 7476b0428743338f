import { zodResolver } from '@hookform/resolvers/zod';
import { type Instance, signInSchema } from '@rolecall/contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { ArrowRight } from 'lucide-react';
import { useForm } from 'react-hook-form';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { Field, FormError, Input } from '../../components/ui/field.tsx';
import { Monogram } from '../../components/ui/monogram.tsx';
import { showFormError } from '../../lib/errors.ts';
import { roleLabels } from '../../lib/labels.ts';
import { instanceQuery } from '../../lib/queries/account.ts';
import { AuthFrame, textLink } from './auth-frame.tsx';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { next } = route.useSearch();
  const router = useRouter();
  const { data: instance } = useQuery(instanceQuery());
  const form = useForm({
    resolver: zodResolver(signInSchema),
    defaultValues: { email: '', password: '' },
  });
  const { errors } = form.formState;

  const signIn = useMutation({
    mutationFn: (body: { email: string; password: string }) => client.auth.signIn({ body }),
    onSuccess: () => router.history.push(next ?? '/'),
    onError: (error) => showFormError(form, error),
  });

  return (
    <AuthFrame
      title="Sign in"
      below={
        <>
          No account yet?{' '}
          <Link to="/sign-up" search={{ next }} className={textLink}>
            Sign up
          </Link>
        </>
      }
    >
      {instance !== undefined && instance.demo_people.length > 0 && (
        <DemoPeople
          people={instance.demo_people}
          busy={signIn.isPending}
          onChoose={({ email, password }) => signIn.mutate({ email, password })}
        />
      )}
      <form onSubmit={form.handleSubmit((values) => signIn.mutate(values))} className="space-y-4" noValidate>
        <FormError message={errors.root?.['server']?.message} />
        <Field label="E-mail" error={errors.email?.message}>
          {(attributes) => (
            <Input {...attributes} type="email" autoComplete="username" {...form.register('email')} />
          )}
        </Field>
        <Field label="Password" error={errors.password && 'Type your password'}>
          {(attributes) => (
            <Input
              {...attributes}
              type="password"
              autoComplete="current-password"
              {...form.register('password')}
            />
          )}
        </Field>
        <Button type="submit" variant="primary" size="large" className="w-full" busy={signIn.isPending}>
          Sign in
        </Button>
        <p className="text-center text-sm">
          <Link to="/forgot-password" className={textLink}>
            Forgot your password?
          </Link>
        </p>
      </form>
    </AuthFrame>
  );
}

interface DemoPeopleProps {
  readonly people: Instance['demo_people'];
  readonly busy: boolean;
  readonly onChoose: (person: Instance['demo_people'][number]) => void;
}

const DemoPeople = ({ people, busy, onChoose }: DemoPeopleProps) => (
  <section aria-labelledby="demo-people" className="mb-6 border-b border-line pb-6">
    <h2 id="demo-people" className="mb-2.5 text-sm font-medium">
      Try it out as
    </h2>
    <ul className="space-y-2">
      {people.map((person) => (
        <li key={person.email}>
          <button
            type="button"
            disabled={busy}
            onClick={() => onChoose(person)}
            data-testid={`demo-${person.role}`}
            className="group flex w-full items-center gap-3 rounded-xl border border-line p-2.5 text-left transition-colors hover:border-accent hover:bg-accent-soft/50 disabled:opacity-60"
          >
            <Monogram name={person.name} className="rounded-full" />
            <span className="min-w-0 flex-1">
              <span className="block truncate text-sm font-semibold">{person.name}</span>
              <span className="block truncate text-xs text-muted">
                {roleLabels[person.role]} · {person.email}
              </span>
            </span>
            <ArrowRight
              className="size-4 text-muted transition-transform group-hover:translate-x-0.5"
              aria-hidden
            />
          </button>
        </li>
      ))}
    </ul>
  </section>
);
