import {
  type SecondFactorName,
  type SecondFactorRequired,
  secondFactorRequiredSchema,
} from '@rolecall/contract/second-factor';
import { useMutation } from '@tanstack/react-query';
import { Fingerprint, KeyRound, Smartphone } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { client, RolecallError } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { Field, FormError, Input } from '../../components/ui/field.tsx';
import { attemptsMessages } from '../../lib/attempts.messages.ts';
import { tooManyAttempts } from '../../lib/attempts.ts';
import { describeError, hasCode } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { provePasskey, supportsPasskeys, wasStopped } from '../../lib/passkeys.ts';
import { AuthFrame } from './auth-frame.tsx';
import { waysMessages } from './ways-messages.ts';

/** What is still to be shown after the first proof; undefined: the error is another one. */
export function secondStepOf(error: unknown): SecondFactorRequired | undefined {
  if (!(error instanceof RolecallError) || error.code !== 'second_factor_required') return undefined;
  return secondFactorRequiredSchema.safeParse(error.details).data;
}

interface SecondStepProps {
  readonly required: SecondFactorRequired;
  readonly onDone: () => void;
  /** @param message why the sign-in has to begin again; undefined: the person wants to */
  readonly onBack: (message?: string) => void;
}

/** Takes the second step of a sign-in: by a code of the app, a recovery code or a passkey. */
export function SecondStep({ required, onDone, onBack }: SecondStepProps) {
  const words = useMessages(waysMessages);
  const waits = useMessages(attemptsMessages);
  const factors = required.factors.filter((factor) => factor !== 'passkey' || supportsPasskeys());
  const [factor, setFactor] = useState<'totp' | 'recovery_code'>('totp');
  const [code, setCode] = useState('');
  const { challenge_token } = required;

  const answer = useMutation({
    mutationFn: () => client.secondFactor.answer({ body: { factor, challenge_token, code } }),
    onSuccess: onDone,
    onError: giveUpWhenOver,
  });
  const passkey = useMutation({
    mutationFn: async () =>
      client.passkeys.takeSecondStep({ body: { challenge_token, proof: await provePasskey() } }),
    onSuccess: onDone,
    onError: giveUpWhenOver,
  });

  function giveUpWhenOver(error: unknown): void {
    if (hasCode(error, 'second_factor_challenge_over')) onBack(words.step_over());
  }
  function choose(next: 'totp' | 'recovery_code'): void {
    answer.reset();
    passkey.reset();
    setCode('');
    setFactor(next);
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    passkey.reset();
    answer.mutate();
  };
  const isApp = factor === 'totp';
  const fault = answer.error ?? passkey.error;
  const isBusy = answer.isPending || passkey.isPending;

  return (
    <AuthFrame
      title={words.second_step()}
      description={isApp ? words.enter_code() : words.enter_recovery_code()}
      below={
        <Button variant="ghost" size="small" onClick={() => onBack()}>
          {words.back()}
        </Button>
      }
    >
      <form onSubmit={submit} className="space-y-4" noValidate>
        <FormError
          message={fault === null ? undefined : (tooManyAttempts(fault, waits) ?? faultWords(fault, words))}
        />
        <Field
          key={factor}
          label={isApp ? words.code() : words.recovery_code()}
          hint={isApp ? words.code_needed() : words.recovery_code_needed()}
        >
          {(attributes) => (
            <Input
              {...attributes}
              autoFocus
              className="text-center text-lg tracking-[0.2em] tabular-nums"
              autoComplete={isApp ? 'one-time-code' : 'off'}
              inputMode={isApp ? 'numeric' : 'text'}
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={64}
              value={code}
              onChange={({ target }) => setCode(target.value)}
            />
          )}
        </Field>
        <Button
          type="submit"
          variant="primary"
          size="large"
          className="w-full"
          busy={answer.isPending}
          disabled={code.trim() === '' || isBusy}
        >
          {words.confirm()}
        </Button>
      </form>
      <OtherFactors
        factors={factors.filter((other) => other !== factor)}
        isBusy={isBusy}
        onPasskey={() => {
          answer.reset();
          passkey.mutate();
        }}
        onChoose={choose}
      />
      <details className="mt-5 text-sm text-muted">
        <summary className="cursor-pointer rounded-md underline underline-offset-2">{words.lost()}</summary>
        <p className="mt-2 leading-relaxed">
          {factors.includes('recovery_code') ? words.lost_with_codes() : words.lost_without_codes()}
        </p>
      </details>
    </AuthFrame>
  );
}

interface OtherFactorsProps {
  readonly factors: readonly SecondFactorName[];
  readonly isBusy: boolean;
  readonly onPasskey: () => void;
  readonly onChoose: (factor: 'totp' | 'recovery_code') => void;
}

function OtherFactors({ factors, isBusy, onPasskey, onChoose }: OtherFactorsProps) {
  const words = useMessages(waysMessages);
  if (factors.length === 0) return null;
  const labels = {
    totp: { icon: Smartphone, text: words.use_app() },
    passkey: { icon: Fingerprint, text: words.use_passkey() },
    recovery_code: { icon: KeyRound, text: words.use_recovery_code() },
  } as const;
  return (
    <ul className="mt-5 space-y-2 border-t border-line pt-5">
      {factors.map((factor) => {
        const { icon: Icon, text } = labels[factor];
        return (
          <li key={factor}>
            <Button
              className="w-full"
              disabled={isBusy}
              onClick={() => (factor === 'passkey' ? onPasskey() : onChoose(factor))}
            >
              <Icon aria-hidden />
              {text}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

function faultWords(error: unknown, words: ReturnType<typeof waysMessages>): string {
  if (wasStopped(error)) return words.passkey_stopped();
  if (hasCode(error, 'second_factor_refused') || hasCode(error, 'invalid_request')) return words.refused();
  if (hasCode(error, 'passkey_refused')) return words.passkey_refused();
  const { title, detail } = describeError(error);
  return detail ?? title;
}
