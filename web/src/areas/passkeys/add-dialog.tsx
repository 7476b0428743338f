import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import { Button } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { Field, FormError, Input } from '../../components/ui/field.tsx';
import { describeError, hasCode } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { createPasskey, isKnownHere, wasStopped } from '../../lib/passkeys.ts';
import { useProof } from '../../lib/proof.ts';
import { passkeyMessages } from './messages.ts';

/** Names a new passkey, and then has the browser make it. */
export function AddDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useMessages(passkeyMessages);
  const queries = useQueryClient();
  const withProof = useProof();
  const [name, setName] = useState(words.default_name());
  const add = useMutation({
    mutationFn: () => withProof(() => createPasskey(name)),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['passkeys'] });
      toast.success(words.added());
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  const isNamed = name.trim() !== '';
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={words.add()}>
      <form onSubmit={submit} className="space-y-4" noValidate>
        <FormError message={add.error === null ? undefined : faultWords(add.error, words)} />
        <Field
          label={words.name()}
          hint={words.name_hint()}
          error={isNamed ? undefined : words.name_needed()}
        >
          {(attributes) => (
            <Input
              {...attributes}
              autoComplete="off"
              maxLength={60}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
        <div className="flex justify-end">
          <Button type="submit" variant="primary" busy={add.isPending} disabled={!isNamed}>
            {words.go_on()}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function faultWords(error: unknown, words: ReturnType<typeof passkeyMessages>): string {
  if (isKnownHere(error) || hasCode(error, 'passkey_known')) return words.known_here();
  if (wasStopped(error)) return words.stopped();
  if (hasCode(error, 'passkey_refused')) return words.refused();
  if (hasCode(error, 'too_many_passkeys')) return words.too_many();
  const { title, detail } = describeError(error);
  return detail ?? title;
}
