import type { TotpSetup } from '@rolecall/contract/second-factor';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { Field, Input } from '../../components/ui/field.tsx';
import { describeError, hasCode } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { useProof } from '../../lib/proof.ts';
import { secondFactorMessages } from './messages.ts';
import { QrCode } from './qr-code.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

interface SetupDialogProps {
  readonly setup: TotpSetup;
  readonly onClose: () => void;
}

/** Gives the app its secret, has it prove that it works, and hands out the recovery codes. */
export function SetupDialog({ setup, onClose }: SetupDialogProps) {
  const words = useMessages(secondFactorMessages);
  const queries = useQueryClient();
  const [codes, setCodes] = useState<readonly string[]>();
  const close = () => {
    if (codes !== undefined) {
      toast.success(words.turned_on());
      void queries.invalidateQueries({ queryKey: ['second-factor'] });
    }
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title={codes === undefined ? words.setup() : words.keep_codes()}
    >
      {codes === undefined ? (
        <Setup setup={setup} onConfirmed={setCodes} />
      ) : (
        <RecoveryCodes codes={codes} onKept={close} />
      )}
    </Dialog>
  );
}

interface SetupProps {
  readonly setup: TotpSetup;
  readonly onConfirmed: (codes: readonly string[]) => void;
}

function Setup({ setup, onConfirmed }: SetupProps) {
  const words = useMessages(secondFactorMessages);
  const withProof = useProof();
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: () => withProof(() => client.secondFactor.confirmTotp({ body: { code } })),
    onSuccess: (confirmed) => onConfirmed(confirmed.codes),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate();
  };
  return (
    <form onSubmit={submit} className="space-y-5" noValidate>
      <p className="text-sm">{words.scan()}</p>
      <QrCode text={setup.uri} label={words.qr()} />
      <div className="space-y-1.5 text-sm">
        <p>{words.by_hand()}</p>
        <div className="flex items-center gap-2">
          <code className="min-w-0 flex-1 rounded-lg bg-sunken px-3 py-2.5 break-all select-all">
            {setup.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}
          </code>
          <CopyButton text={setup.secret} />
        </div>
      </div>
      <Field label={words.code()} hint={words.code_hint()} error={faultWords(confirm.error, words)}>
        {(attributes) => (
          <Input
            {...attributes}
            autoComplete="one-time-code"
            inputMode="numeric"
            maxLength={20}
            className="tabular-nums"
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
        )}
      </Field>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" busy={confirm.isPending} disabled={code.trim() === ''}>
          {words.confirm()}
        </Button>
      </div>
    </form>
  );
}

function faultWords(error: unknown, words: ReturnType<typeof secondFactorMessages>): string | undefined {
  if (error === null) return undefined;
  if (hasCode(error, 'second_factor_refused') || hasCode(error, 'invalid_request')) return words.code_wrong();
  if (hasCode(error, 'second_factor_off')) return words.setup_over();
  const { title, detail } = describeError(error);
  return detail ?? title;
}
