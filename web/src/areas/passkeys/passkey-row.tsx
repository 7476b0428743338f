import type { Passkey } from '@rolecall/contract/passkeys';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Fingerprint, Pencil } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { Confirm, Dialog } from '../../components/ui/dialog.tsx';
import { Field, Input } from '../../components/ui/field.tsx';
import { toastError } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { useProof } from '../../lib/proof.ts';
import { passkeyMessages } from './messages.ts';

export function PasskeyRow({ passkey }: { readonly passkey: Passkey }) {
  const words = useMessages(passkeyMessages);
  const { name, created_at, last_used_at, synced } = passkey;
  const [renaming, setRenaming] = useState(false);
  return (
    <li className="flex items-center gap-3 py-3 first:pt-0 last:pb-0">
      <Fingerprint className="size-4 shrink-0 text-muted" aria-hidden />
      <div className="min-w-0 flex-1 text-sm">
        <p className="truncate font-medium">{name}</p>
        <p className="text-muted">
          {last_used_at === null ? words.never_used() : words.last_used({ at: last_used_at })}
          {' · '}
          {words.made({ at: created_at })}
          {synced && ` · ${words.synced()}`}
        </p>
      </div>
      <Button
        variant="ghost"
        size="smallIcon"
        aria-label={words.rename({ name })}
        onClick={() => setRenaming(true)}
      >
        <Pencil aria-hidden />
      </Button>
      <RemoveButton passkey={passkey} />
      {renaming && <RenameDialog passkey={passkey} onClose={() => setRenaming(false)} />}
    </li>
  );
}

function RemoveButton({ passkey: { id, name } }: { readonly passkey: Passkey }) {
  const words = useMessages(passkeyMessages);
  const queries = useQueryClient();
  const withProof = useProof();
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => withProof(() => client.passkeys.remove({ params: { passkey_id: id } })),
    onSuccess: () => toast.success(words.removed()),
    onError: toastError,
    onSettled: () => queries.invalidateQueries({ queryKey: ['passkeys'] }),
  });
  return (
    <>
      <Button
        variant="quietDanger"
        size="small"
        aria-label={words.remove({ name })}
        busy={remove.isPending}
        onClick={() => setAsking(true)}
      >
        {words.remove_short()}
      </Button>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={words.remove_title({ name })}
        description={words.remove_why()}
        action={words.remove_short()}
        onConfirm={() => {
          setAsking(false);
          remove.mutate();
        }}
      />
    </>
  );
}

interface RenameDialogProps {
  readonly passkey: Passkey;
  readonly onClose: () => void;
}

function RenameDialog({ passkey, onClose }: RenameDialogProps) {
  const words = useMessages(passkeyMessages);
  const queries = useQueryClient();
  const [name, setName] = useState(passkey.name);
  const rename = useMutation({
    mutationFn: () => client.passkeys.rename({ params: { passkey_id: passkey.id }, body: { name } }),
    onSuccess: onClose,
    onError: toastError,
    onSettled: () => queries.invalidateQueries({ queryKey: ['passkeys'] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    rename.mutate();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={words.rename_title()}>
      <form onSubmit={submit} className="space-y-4" noValidate>
        <Field label={words.name()} hint={words.name_hint()}>
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
          <Button type="submit" variant="primary" busy={rename.isPending} disabled={name.trim() === ''}>
            {words.save()}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
