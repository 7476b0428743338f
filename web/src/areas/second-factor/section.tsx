import type { SecondFactor } from '@rolecall/contract/second-factor';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ShieldCheck, ShieldOff } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { Section } from '../../components/ui/card.tsx';
import { Confirm, Dialog } from '../../components/ui/dialog.tsx';
import { ErrorState, Skeleton } from '../../components/ui/feedback.tsx';
import { toastError } from '../../lib/errors.ts';
import { useLanguage, useMessages } from '../../lib/language.tsx';
import { useProof } from '../../lib/proof.ts';
import { secondFactorMessages } from './messages.ts';
import { secondFactorQuery } from './queries.ts';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SetupDialog } from './setup-dialog.tsx';

/** Fewer recovery codes than this are too few to be at ease. */
const fewCodes = 3;

/** Whether the account asks for a second factor, and turning that on and off. */
export function SecondFactorSection() {
  const { locale: lang } = useLanguage();
  const words = useMessages(secondFactorMessages);
  const { data, error, isError, refetch } = useQuery(secondFactorQuery());
  return (
    <div lang={lang}>
      <Section title={words.title()} description={words.hint()}>
        {isError && <ErrorState error={error} onRetry={() => void refetch()} className="py-4" />}
        {data === undefined && !isError && <Skeleton className="h-16 w-full" />}
        {data !== undefined && (data.enabled ? <TurnedOn factor={data} /> : <TurnedOff />)}
      </Section>
    </div>
  );
}

function TurnedOff() {
  const words = useMessages(secondFactorMessages);
  const withProof = useProof();
  const start = useMutation({
    mutationFn: () => withProof(() => client.secondFactor.startTotp()),
    onError: toastError,
  });
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-xl bg-sunken px-4 py-3.5">
      <ShieldOff className="size-5 shrink-0 text-muted" aria-hidden />
      <p className="min-w-0 flex-1 basis-40 text-sm">{words.off()}</p>
      <Button variant="primary" size="small" busy={start.isPending} onClick={() => start.mutate()}>
        {words.turn_on()}
      </Button>
      {start.data !== undefined && <SetupDialog setup={start.data} onClose={() => start.reset()} />}
    </div>
  );
}

function TurnedOn({ factor }: { readonly factor: SecondFactor }) {
  const words = useMessages(secondFactorMessages);
  const { recovery_codes_left: left } = factor;
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-xl bg-sunken px-4 py-3.5">
        <ShieldCheck className="size-5 shrink-0 text-accent-ink" aria-hidden />
        <div className="min-w-0 flex-1 basis-40 text-sm">
          <p className="font-medium">{words.on_since({ at: factor.since ?? '' })}</p>
          <p className="text-muted">{words.codes_left({ count: left })}</p>
          {left < fewCodes && <p className="text-warn-ink">{words.codes_few()}</p>}
        </div>
      </div>
      <div className="flex flex-wrap gap-2">
        <RenewCodes />
        <TurnOff />
      </div>
    </div>
  );
}

function RenewCodes() {
  const words = useMessages(secondFactorMessages);
  const queries = useQueryClient();
  const withProof = useProof();
  const [asking, setAsking] = useState(false);
  const renew = useMutation({
    mutationFn: () => withProof(() => client.secondFactor.renewRecoveryCodes()),
    onError: toastError,
    onSettled: () => queries.invalidateQueries({ queryKey: ['second-factor'] }),
  });
  return (
    <>
      <Button busy={renew.isPending} onClick={() => setAsking(true)}>
        {words.new_codes()}
      </Button>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={words.new_codes_title()}
        description={words.new_codes_why()}
        action={words.new_codes()}
        onConfirm={() => {
          setAsking(false);
          renew.mutate();
        }}
      />
      {renew.data !== undefined && (
        <Dialog open onOpenChange={(open) => !open && renew.reset()} title={words.keep_codes()}>
          <RecoveryCodes codes={renew.data.codes} onKept={() => renew.reset()} />
        </Dialog>
      )}
    </>
  );
}

function TurnOff() {
  const words = useMessages(secondFactorMessages);
  const queries = useQueryClient();
  const withProof = useProof();
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => withProof(() => client.secondFactor.remove()),
    onSuccess: () => toast.success(words.turned_off()),
    onError: toastError,
    onSettled: () => queries.invalidateQueries({ queryKey: ['second-factor'] }),
  });
  return (
    <>
      <Button variant="quietDanger" busy={remove.isPending} onClick={() => setAsking(true)}>
        {words.turn_off()}
      </Button>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={words.turn_off_title()}
        description={words.turn_off_why()}
        action={words.turn_off()}
        onConfirm={() => {
          setAsking(false);
          remove.mutate();
        }}
      />
    </>
  );
}
