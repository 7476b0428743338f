import { type Person, type PersonAccount, type Role, roles } from '@rolecall/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { Confirm, Dialog } from '../../components/ui/dialog.tsx';
import { Field, Input, Select } from '../../components/ui/field.tsx';
import { hasCode, toastError } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { useProof } from '../../lib/proof.ts';
import { roleMessages } from '../../lib/role-messages.ts';
import { personAccountMessages } from './account-messages.ts';

interface PersonProps {
  readonly person: Person;
}

interface NamedProps {
  readonly person: Pick<Person, 'user_id' | 'name'>;
}

export function AccountActions({ person, account }: PersonProps & { readonly account: PersonAccount }) {
  const { disabled_at: disabledAt, role } = person;
  return (
    <div className="flex flex-wrap items-end gap-2 border-t border-line pt-5">
      <RoleForm key={role} person={person} canRecruit={account.company !== null || role === 'recruiter'} />
      {disabledAt === null && <SendReset person={person} />}
      {disabledAt === null && <SignOut person={person} />}
      {account.second_factors.length > 0 && <RemoveSecondFactor person={person} />}
      {disabledAt === null ? <Disable person={person} /> : <Enable person={person} />}
    </div>
  );
}

/** Does something after a fresh proof, says so, and has the page read everything anew. */
function useAction<Input = void>(act: (input: Input) => Promise<unknown>, done: string) {
  const words = useMessages(personAccountMessages);
  const queries = useQueryClient();
  const withProof = useProof();
  return useMutation({
    mutationFn: (input: Input) => withProof(() => act(input)),
    onSuccess: () => toast.success(done),
    onError: (error) => {
      if (hasCode(error, 'last_operator')) toast.error(words.last_operator());
      else if (hasCode(error, 'company_needed')) toast.error(words.company_needed());
      else toastError(error);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['operator'] }),
  });
}

function RoleForm({ person, canRecruit }: PersonProps & { readonly canRecruit: boolean }) {
  const { name, user_id } = person;
  const words = useMessages(personAccountMessages);
  const roleWords = useMessages(roleMessages);
  const [chosen, setChosen] = useState<Role>(person.role);
  const [asking, setAsking] = useState(false);
  const change = useAction(
    () => client.people.changeRole({ params: { user_id }, body: { role: chosen } }),
    words.role_changed({ name }),
  );
  const offered = roles.filter((role) => role !== 'recruiter' || canRecruit);
  const ask = (event: FormEvent) => {
    event.preventDefault();
    setAsking(true);
  };
  return (
    <form onSubmit={ask} className="flex w-full items-end gap-2 pb-2">
      <Field label={words.role()} className="w-48">
        {(attributes) => (
          <Select
            {...attributes}
            value={chosen}
            onChange={({ target }) => {
              const role = roles.find((one) => one === target.value);
              if (role !== undefined) setChosen(role);
            }}
          >
            {offered.map((role) => (
              <option key={role} value={role}>
                {roleWords[role]()}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Button type="submit" disabled={chosen === person.role} busy={change.isPending}>
        {words.change_role()}
      </Button>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={words.change_role_title({ name, role: roleWords[chosen]() })}
        description={words.access_ends()}
        action={words.change_role()}
        onConfirm={() => {
          setAsking(false);
          change.mutate();
        }}
      />
    </form>
  );
}

function SendReset({ person: { user_id, email } }: PersonProps) {
  const words = useMessages(personAccountMessages);
  const send = useAction(
    () => client.people.sendPasswordReset({ params: { user_id } }),
    words.reset_sent({ email }),
  );
  return (
    <Button busy={send.isPending} onClick={() => send.mutate()}>
      {words.send_reset()}
    </Button>
  );
}

function SignOut({ person: { user_id, name } }: PersonProps) {
  const words = useMessages(personAccountMessages);
  const [asking, setAsking] = useState(false);
  const signOut = useAction(() => client.people.signOut({ params: { user_id } }), words.signed_out({ name }));
  return (
    <>
      <Button busy={signOut.isPending} onClick={() => setAsking(true)}>
        {words.sign_out()}
      </Button>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={words.sign_out_title({ name })}
        description={words.access_ends()}
        action={words.sign_out()}
        onConfirm={() => {
          setAsking(false);
          signOut.mutate();
        }}
      />
    </>
  );
}

function RemoveSecondFactor({ person: { user_id, name } }: PersonProps) {
  const words = useMessages(personAccountMessages);
  const [asking, setAsking] = useState(false);
  const remove = useAction(
    () => client.people.removeSecondFactor({ params: { user_id } }),
    words.factor_removed({ name }),
  );
  return (
    <>
      <Button busy={remove.isPending} onClick={() => setAsking(true)}>
        {words.remove_factor()}
      </Button>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={words.remove_factor_title({ name })}
        description={words.remove_factor_why()}
        action={words.remove_factor()}
        onConfirm={() => {
          setAsking(false);
          remove.mutate();
        }}
      />
    </>
  );
}

/** Lets somebody in again, after a question. */
export function Enable({ person: { user_id, name } }: NamedProps) {
  const words = useMessages(personAccountMessages);
  const [asking, setAsking] = useState(false);
  const enable = useAction(() => client.people.enable({ params: { user_id } }), words.enabled({ name }));
  return (
    <>
      <Button variant="primary" busy={enable.isPending} onClick={() => setAsking(true)}>
        {words.enable()}
      </Button>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={words.enable_title({ name })}
        description={words.enable_why()}
        action={words.enable()}
        onConfirm={() => {
          setAsking(false);
          enable.mutate();
        }}
      />
    </>
  );
}

/** Shuts somebody out, once the operator has said why. */
export function Disable({ person: { user_id, name } }: NamedProps) {
  const words = useMessages(personAccountMessages);
  const [asking, setAsking] = useState(false);
  const disable = useAction(
    (reason: string) => client.people.disable({ params: { user_id }, body: { reason } }),
    words.disabled({ name }),
  );
  return (
    <>
      <Button variant="quietDanger" busy={disable.isPending} onClick={() => setAsking(true)}>
        {words.disable()}
      </Button>
      {asking && (
        <DisableDialog
          name={name}
          onClose={() => setAsking(false)}
          onConfirm={(reason) => {
            setAsking(false);
            disable.mutate(reason);
          }}
        />
      )}
    </>
  );
}

interface DisableDialogProps {
  readonly name: string;
  readonly onClose: () => void;
  readonly onConfirm: (reason: string) => void;
}

function DisableDialog({ name, onClose, onConfirm }: DisableDialogProps) {
  const words = useMessages(personAccountMessages);
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') setMissing(true);
    else onConfirm(reason);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.disable_title({ name })}
      description={words.disable_why()}
    >
      <form onSubmit={submit} className="space-y-4" noValidate>
        <Field
          label={words.disable_reason()}
          hint={words.disable_reason_hint()}
          error={isMissing && reason.trim() === '' ? words.reason_needed() : undefined}
        >
          {(attributes) => (
            <Input
              {...attributes}
              autoComplete="off"
              maxLength={500}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{words.cancel()}</Button>
          <Button type="submit" variant="danger">
            {words.disable()}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
