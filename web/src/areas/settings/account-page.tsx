import { zodResolver } from '@hookform/resolvers/zod';
import { type Account, accountUpdateSchema, changePasswordSchema } from '@rolecall/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { BadgeCheck, TriangleAlert } from 'lucide-react';
import { Suspense, use, useState } from 'react';
import { useForm } from 'react-hook-form';
import { toast } from 'sonner';
import { SecuritySettingsContext } from '../../app/security-settings.ts';
import { client } from '../../client.ts';
import { AddressNotice } from '../../components/address-notice.tsx';
import { Badge } from '../../components/ui/badge.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Section } from '../../components/ui/card.tsx';
import { Confirm } from '../../components/ui/dialog.tsx';
import { Skeleton } from '../../components/ui/feedback.tsx';
import { Field, FormError, Input } from '../../components/ui/field.tsx';
import { PageTitle } from '../../components/ui/page.tsx';
import { drafts } from '../../lib/drafts.ts';
import { describeError, hasCode, showFormError, toastError } from '../../lib/errors.ts';
import { useKeyChoice } from '../../lib/key-choice.tsx';
import { useMessages } from '../../lib/language.tsx';
import { session, useAccount } from '../../lib/session.ts';
import { ApiKeys } from './api-keys/section.tsx';
import { settingsPageMessages } from './messages.ts';
import { PrivacySections } from './privacy.tsx';

export function AccountPage() {
  const words = useMessages(settingsPageMessages);
  const account = useAccount();
  if (account === null) return null;
  return (
    <div className="space-y-5">
      <PageTitle title={words.account()} />
      <h1 className="sr-only">{words.account()}</h1>
      <AddressNotice />
      <NameForm account={account} />
      <PasswordForm />
      <SecuritySections />
      <ApiKeys />
      <SignOutEverywhere />
      <PrivacySections role={account.role} />
    </div>
  );
}

/** What other areas add: a second factor, passkeys. */
const SecuritySections = () =>
  use(SecuritySettingsContext).map((Section, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
    <Suspense key={index} fallback={<Skeleton className="h-40 w-full rounded-2xl" />}>
      <Section />
    </Suspense>
  ));

function NameForm({ account }: { readonly account: Account }) {
  const words = useMessages(settingsPageMessages);
  const form = useForm({
    resolver: zodResolver(accountUpdateSchema),
    defaultValues: { name: account.name },
  });
  const { errors, isDirty } = form.formState;
  const save = useMutation({
    mutationFn: (body: { name: string }) => client.me.update({ body }),
    onSuccess: (updated) => {
      session.accountChanged(updated);
      form.reset({ name: updated.name });
      toast.success(words.name_saved());
    },
    onError: (error) => showFormError(form, error),
  });
  const resend = useMutation({
    mutationFn: () => client.auth.resendVerification(),
    onSuccess: () =>
      toast.success(words.mail_sent(), { description: words.look_into({ address: account.email }) }),
    onError: toastError,
  });
  return (
    <Section title={words.you()}>
      <form onSubmit={form.handleSubmit((values) => save.mutate(values))} className="space-y-4" noValidate>
        <FormError message={errors.root?.['server']?.message} />
        <Field label={words.name()} error={errors.name?.message}>
          {(attributes) => <Input {...attributes} autoComplete="name" {...form.register('name')} />}
        </Field>
        <Button type="submit" variant="primary" busy={save.isPending} disabled={!isDirty}>
          {words.save_name()}
        </Button>
      </form>
      <div className="mt-5 flex flex-wrap items-center gap-3 border-t border-line pt-5 text-sm">
        <span className="min-w-0 break-all">{account.email}</span>
        {account.email_verified ? (
          <Badge tone="accent">
            <BadgeCheck aria-hidden />
            {words.confirmed()}
          </Badge>
        ) : (
          <>
            <Badge tone="warn">
              <TriangleAlert aria-hidden />
              {words.not_confirmed()}
            </Badge>
            <Button size="small" busy={resend.isPending} onClick={() => resend.mutate()}>
              {words.send_again()}
            </Button>
          </>
        )}
      </div>
    </Section>
  );
}

function PasswordForm() {
  const words = useMessages(settingsPageMessages);
  const form = useForm({
    resolver: zodResolver(changePasswordSchema),
    defaultValues: { current_password: '', password: '' },
  });
  const { errors } = form.formState;
  const queries = useQueryClient();
  const { keepsKeys, choice } = useKeyChoice();
  const change = useMutation({
    mutationFn: (body: { current_password: string; password: string }) =>
      client.auth.changePassword({ body: { ...body, keep_api_keys: keepsKeys } }),
    onSuccess: async () => {
      form.reset();
      await queries.invalidateQueries({ queryKey: ['api-keys'] });
      toast.success(words.password_changed(), { description: words.others_out() });
    },
    onError: (error) => {
      if (hasCode(error, 'invalid_credentials')) {
        form.setError('current_password', { message: words.not_yours() }, { shouldFocus: true });
      } else if (hasCode(error, 'password_guessable')) {
        form.setError('password', { message: describeError(error).title }, { shouldFocus: true });
      } else showFormError(form, error);
    },
  });
  return (
    <Section title={words.password()} description={words.password_about()}>
      <form onSubmit={form.handleSubmit((values) => change.mutate(values))} className="space-y-4" noValidate>
        <FormError message={errors.root?.['server']?.message} />
        <Field label={words.current_password()} error={errors.current_password && words.not_yours()}>
          {(attributes) => (
            <Input
              {...attributes}
              type="password"
              autoComplete="current-password"
              {...form.register('current_password')}
            />
          )}
        </Field>
        <Field label={words.new_password()} error={errors.password?.message} hint={words.ten_characters()}>
          {(attributes) => (
            <Input
              {...attributes}
              type="password"
              autoComplete="new-password"
              {...form.register('password')}
            />
          )}
        </Field>
        {choice}
        <Button type="submit" variant="primary" busy={change.isPending}>
          {words.change_password()}
        </Button>
      </form>
    </Section>
  );
}

function SignOutEverywhere() {
  const words = useMessages(settingsPageMessages);
  const [asking, setAsking] = useState(false);
  const navigate = useNavigate();
  const { keepsKeys, choice } = useKeyChoice();
  const signOut = useMutation({
    mutationFn: () => client.auth.signOutEverywhere({ body: { keep_api_keys: keepsKeys } }),
    onSuccess: () => {
      drafts().clear();
      return navigate({ to: '/' });
    },
    onError: toastError,
    onSettled: () => setAsking(false),
  });
  return (
    <Section title={words.sign_out()} description={words.sign_out_about()}>
      <Button variant="quietDanger" className="-ms-4" onClick={() => setAsking(true)}>
        {words.sign_out()}
      </Button>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={words.sign_out_title()}
        description={words.sign_out_why()}
        action={words.sign_out()}
        busy={signOut.isPending}
        onConfirm={() => signOut.mutate()}
      >
        {choice}
      </Confirm>
    </Section>
  );
}
