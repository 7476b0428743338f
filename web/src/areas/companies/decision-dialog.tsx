import { type OperatorCompany, type PostingRule, postingRules } from '@rolecall/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { Field, FormError, Input, Select } from '../../components/ui/field.tsx';
import { describeError } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { companiesMessages } from './messages.ts';

/** What an operator can decide about a company. */
export type Decision = 'confirm' | 'withdraw' | 'refuse' | 'hide' | 'show' | 'own_rule';

interface DecisionDialogProps {
  readonly company: OperatorCompany;
  readonly decision: Decision;
  readonly onClose: () => void;
}

/** Asks for the reason of a decision, which its recruiters are told, and decides. */
export function DecisionDialog({ company, decision, onClose }: DecisionDialogProps) {
  const words = useMessages(companiesMessages);
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [rule, setRule] = useState<PostingRule | null>(company.posting_rule);
  const decide = useMutation({
    mutationFn: () => {
      const params = { company_id: company.id };
      return decision === 'own_rule'
        ? client.companies.setRule({ params, body: { rule, reason } })
        : client.companies[decision]({ params, body: { reason } });
    },
    onSuccess: async () => {
      toast.success(words.done());
      onClose();
      await Promise.all([['operator'], ['jobs']].map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    decide.mutate();
  };
  const fault = decide.error === null ? undefined : describeError(decide.error);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`${words[decision]()}: ${company.name}`}
      description={words[`${decision}_about`]()}
    >
      <form onSubmit={submit} className="space-y-4">
        <FormError message={fault?.detail ?? fault?.title} />
        {decision === 'own_rule' && (
          <Field label={words.rule()}>
            {(attributes) => (
              <Select
                {...attributes}
                value={rule ?? ''}
                onChange={({ target }) => setRule(postingRules.find((one) => one === target.value) ?? null)}
              >
                <option value="">{words.by_policy()}</option>
                {postingRules.map((one) => (
                  <option key={one} value={one}>
                    {words[one]()}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        <Field label={`${words.reason()} (${words.optional()})`} hint={words.reason_hint()}>
          {(attributes) => (
            <Input
              {...attributes}
              maxLength={1_000}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{words.cancel()}</Button>
          <Button
            type="submit"
            variant={decision === 'refuse' || decision === 'hide' ? 'danger' : 'primary'}
            busy={decide.isPending}
          >
            {decision === 'own_rule' ? words.save() : words[decision]()}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
