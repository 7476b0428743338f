import { zodResolver } from '@hookform/resolvers/zod';
import { type Instance, signInSchema } from '@rolecall/contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { type UseFormReturn, useForm } from 'react-hook-form';
import type { z } from 'zod';
import { client } from '../../client.ts';
import { DemoPeople } from '../../components/demo/demo-people.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Skeleton } from '../../components/ui/feedback.tsx';
import { Field, FormError, Input } from '../../components/ui/field.tsx';
import { attemptsMessages } from '../../lib/attempts.messages.ts';
import { showFormError } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { instanceQuery } from '../../lib/queries/account.ts';
import { AuthFrame, textLink } from './auth-frame.tsx';
import { errorWords } from './error-words.ts';
import { authMessages } from './messages.ts';
import { OtherWays } from './other-ways.tsx';
import { SecondStep, secondStepOf } from './second-step.tsx';
import { waysMessages } from './ways-messages.ts';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { next } = route.useSearch();
  const words = useMessages(authMessages);
  const waits = useMessages(attemptsMessages);
  const router = useRouter();
  const { data: instance, isPending } = useQuery(instanceQuery());
  const done = () => router.history.push(next ?? '/');
  const ways = instance?.sign_in;

  const form = useForm({
    resolver: zodResolver(signInSchema),
    defaultValues: { email: '', password: '' },
  });
  const signIn = useMutation({
    mutationFn: (body: SignIn) => client.auth.signIn({ body }),
    onSuccess: done,
    onError: (error) => {
      if (secondStepOf(error) === undefined) showFormError(form, error, errorWords(error, words, waits));
    },
  });
  const required = secondStepOf(signIn.error);
  if (required !== undefined) {
    const back = (message?: string) => {
      signIn.reset();
      form.resetField('password');
      if (message !== undefined) form.setError('root.server', { message });
    };
    return <SecondStep required={required} onDone={done} onBack={back} />;
  }

  return (
    <AuthFrame
      title={words.sign_in()}
      below={
        ways?.passwords === true && (
          <>
            {words.no_account()}{' '}
            <Link to="/sign-up" search={{ next }} className={textLink}>
              {words.sign_up()}
            </Link>
          </>
        )
      }
    >
      {isPending && <Skeleton className="h-60 w-full" />}
      {ways?.passwords === true && instance !== undefined && instance.demo_people.length > 0 && (
        <section aria-labelledby="demo-people" className="mb-6 border-b border-line pb-6">
          <h2 id="demo-people" className="mb-2.5 text-sm font-medium">
            {words.try_as()}
          </h2>
          <DemoPeople
            people={instance.demo_people}
            busy={signIn.isPending}
            onChoose={({ email, password }) => signIn.mutate({ email, password })}
          />
        </section>
      )}
      {ways?.passwords !== false && !isPending && (
        <PasswordForm form={form} busy={signIn.isPending} onSubmit={(values) => signIn.mutate(values)} />
      )}
      {ways !== undefined && <Further ways={ways} next={next} onDone={done} />}
    </AuthFrame>
  );
}

type SignIn = z.infer<typeof signInSchema>;

interface PasswordFormProps {
  readonly form: UseFormReturn<SignIn>;
  readonly busy: boolean;
  readonly onSubmit: (values: SignIn) => void;
}

function PasswordForm({ form, busy, onSubmit }: PasswordFormProps) {
  const words = useMessages(authMessages);
  const { errors } = form.formState;
  return (
    <form onSubmit={form.handleSubmit(onSubmit)} className="space-y-4" noValidate>
      <FormError message={errors.root?.['server']?.message} />
      <Field label={words.email()} error={errors.email && words.email_needed()}>
        {(attributes) => (
          <Input {...attributes} type="email" autoComplete="username" {...form.register('email')} />
        )}
      </Field>
      <Field label={words.password()} error={errors.password && words.password_needed()}>
        {(attributes) => (
          <Input
            {...attributes}
            type="password"
            autoComplete="current-password"
            {...form.register('password')}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" size="large" className="w-full" busy={busy}>
        {words.sign_in()}
      </Button>
      <p className="text-center text-sm">
        <Link to="/forgot-password" className={textLink}>
          {words.forgot()}
        </Link>
      </p>
    </form>
  );
}

interface FurtherProps {
  readonly ways: Instance['sign_in'];
  readonly next: string | undefined;
  readonly onDone: () => void;
}

/** What there is beside the password, or in its place. */
function Further({ ways, next, onDone }: FurtherProps) {
  const words = useMessages(waysMessages);
  const isOnly = !ways.passwords && ways.provider !== null;
  return (
    <OtherWays ways={ways} next={next} onDone={onDone}>
      {isOnly && <p className="text-sm text-muted">{words.only_with({ name: ways.provider ?? '' })}</p>}
      {ways.passwords && (
        <p className="my-5 flex items-center gap-3 text-sm text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
          {words.or()}
        </p>
      )}
    </OtherWays>
  );
}
