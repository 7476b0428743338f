import { broadcastTestSchema, type Locale, locales } from '@rolecall/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import { client, RolecallError } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { Field, FormError, Input, Select } from '../../components/ui/field.tsx';
import { describeError } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { localeLabels } from '../../lib/language-names.ts';
import { useAccount } from '../../lib/session.ts';
import { broadcastMessages } from './messages.ts';
import { refreshBroadcasts } from './queries.ts';

interface TestDialogProps {
  readonly id: string;
  readonly language: Locale;
  readonly onClose: () => void;
}

export function TestDialog({ id, language, onClose }: TestDialogProps) {
  const words = useMessages(broadcastMessages);
  const queries = useQueryClient();
  const [email, setEmail] = useState(useAccount()?.email ?? '');
  const [locale, setLocale] = useState<Locale>(language);
  const send = useMutation({
    mutationFn: () => {
      const body = broadcastTestSchema.parse({ email, locale });
      return client.broadcasts.sendTest({ params: { broadcast_id: id }, body });
    },
    onSuccess: (sent) => {
      toast.success(words.test_sent(), { description: sent.email });
      void refreshBroadcasts(queries);
      onClose();
    },
  });
  const { error } = send;
  const fieldFault = error instanceof RolecallError ? error.fields[0]?.message : undefined;

  function submit(event: FormEvent): void {
    event.preventDefault();
    send.mutate();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.send_a_test()}
      description={words.test_about()}
    >
      <form onSubmit={submit} className="space-y-4">
        <FormError
          message={error === null || fieldFault !== undefined ? undefined : describeError(error).title}
        />
        <Field label={words.to()} error={fieldFault}>
          {(attributes) => (
            <Input
              {...attributes}
              type="email"
              required
              value={email}
              onChange={({ target }) => setEmail(target.value)}
            />
          )}
        </Field>
        <Field label={words.text_language()}>
          {(attributes) => (
            <Select
              {...attributes}
              value={locale}
              onChange={({ target }) => {
                const chosen = locales.find((name) => name === target.value);
                if (chosen !== undefined) setLocale(chosen);
              }}
            >
              {locales.map((name) => (
                <option key={name} value={name}>
                  {localeLabels[name]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{words.cancel()}</Button>
          <Button type="submit" variant="primary" busy={send.isPending}>
            {words.send_the_test()}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
