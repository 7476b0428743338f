import type { OwnCompany } from '@rolecall/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { AtSign, MailCheck, Server } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { toast } from 'sonner';
import { client, RolecallError } from '../../client.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { FormFault } from '../../components/form-fault.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Section } from '../../components/ui/card.tsx';
import { Field, Input } from '../../components/ui/field.tsx';
import { describeError, type ServerFault } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { companyQueries } from '../../lib/queries/company.ts';
import { useAccount } from '../../lib/session.ts';
import { companyPageMessages } from './company-page.messages.ts';

type Words = ReturnType<typeof companyPageMessages>;
interface ProofProps {
  readonly company: OwnCompany;
}

/** The three ways to show that a domain is the company's. */
export function CompanyProofs({ company }: ProofProps) {
  const words = useMessages(companyPageMessages);
  return (
    <Section
      title={company.awaiting === null ? words.prove() : words.prove_another()}
      description={company.awaiting === null ? words.prove_about() : words.prove_another_about()}
    >
      <div className="divide-y divide-line">
        <OwnAddress />
        <MailCode company={company} />
        <DnsRecord company={company} />
      </div>
    </Section>
  );
}

interface WayProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly about: string;
  readonly children: ReactNode;
}

const Way = ({ icon, title, about, children }: WayProps) => (
  <section className="space-y-3 py-5 first:pt-0 last:pb-0">
    <h3 className="flex items-center gap-2.5 font-semibold [&_svg]:size-5 [&_svg]:shrink-0 [&_svg]:text-muted">
      {icon}
      {title}
    </h3>
    <p className="text-sm break-words text-muted">{about}</p>
    {children}
  </section>
);

/** A step of a proof. What comes back is how the company stands then. */
function useStep<Input>(step: (input: Input) => Promise<OwnCompany>, told?: (company: OwnCompany) => string) {
  const queries = useQueryClient();
  const words = useMessages(companyPageMessages);
  return useMutation({
    mutationFn: step,
    onSuccess: async (company) => {
      const { queryKey: own } = companyQueries.own();
      const before = queries.getQueryData(own);
      queries.setQueryData(own, company);
      if (company.trust === 'verified') toast.success(words.done());
      else if (company.awaiting !== null && company.awaiting.since !== before?.awaiting?.since)
        toast.success(words.name_waits());
      else if (told !== undefined) toast.success(told(company));
      await Promise.all(
        [['company-jobs'], ['jobs']].map((queryKey) => queries.invalidateQueries({ queryKey })),
      );
    },
  });
}

function OwnAddress() {
  const words = useMessages(companyPageMessages);
  const account = useAccount();
  const address = account?.email ?? '';
  const prove = useStep(() => client.companies.proveByMail({ body: { address } }));
  if (account === null) return null;
  return (
    <Way
      icon={<AtSign aria-hidden />}
      title={words.own_address()}
      about={(account.email_verified ? words.own_address_about : words.own_address_first)({ address })}
    >
      <FormFault fault={faultOf(prove.error, words)} />
      <Button busy={prove.isPending} onClick={() => prove.mutate(undefined)}>
        {words.use_own({ domain: address.slice(address.lastIndexOf('@') + 1) })}
      </Button>
    </Way>
  );
}

function MailCode({ company: { proof } }: ProofProps) {
  const words = useMessages(companyPageMessages);
  const [address, setAddress] = useState(proof?.mail_address ?? '');
  const [code, setCode] = useState('');
  const sentTo = proof?.mail_address ?? null;
  const send = useStep(
    () => client.companies.proveByMail({ body: { address: address.trim() } }),
    () => words.code_sent({ address: address.trim() }),
  );
  const confirm = useStep(() => client.companies.confirmCode({ body: { code } }));
  const submitting = (action: () => void) => (event: FormEvent) => {
    event.preventDefault();
    action();
  };
  return (
    <Way icon={<MailCheck aria-hidden />} title={words.by_code()} about={words.by_code_about()}>
      <form className="space-y-3" noValidate onSubmit={submitting(() => send.mutate(undefined))}>
        <FormFault fault={faultOf(send.error, words, words.address_invalid())} />
        <div className="flex flex-wrap items-end gap-3">
          <Field label={words.address()} className="min-w-0 flex-1 basis-56">
            {(attributes) => (
              <Input
                {...attributes}
                type="email"
                autoComplete="off"
                value={address}
                onChange={({ target }) => setAddress(target.value)}
              />
            )}
          </Field>
          <Button type="submit" busy={send.isPending} disabled={address.trim() === ''}>
            {sentTo === null ? words.send_code() : words.another_code()}
          </Button>
        </div>
      </form>
      {sentTo !== null && (
        <form className="space-y-3" noValidate onSubmit={submitting(() => confirm.mutate(undefined))}>
          <FormFault fault={faultOf(confirm.error, words, words.code_invalid())} />
          <div className="flex flex-wrap items-end gap-3">
            <Field
              label={words.code()}
              hint={words.code_hint({ address: sentTo })}
              className="min-w-0 flex-1 basis-56"
            >
              {(attributes) => (
                <Input
                  {...attributes}
                  autoComplete="one-time-code"
                  inputMode="numeric"
                  maxLength={12}
                  className="tabular-nums"
                  value={code}
                  onChange={({ target }) => setCode(target.value)}
                />
              )}
            </Field>
            <Button
              type="submit"
              variant="primary"
              className="mb-6"
              busy={confirm.isPending}
              disabled={code.trim() === ''}
            >
              {words.confirm_code()}
            </Button>
          </div>
        </form>
      )}
    </Way>
  );
}

function DnsRecord({ company: { proof } }: ProofProps) {
  const words = useMessages(companyPageMessages);
  const [domain, setDomain] = useState(proof?.domain ?? '');
  const begin = useStep(() => client.companies.beginProof({ body: { domain } }));
  const check = useStep(() => client.companies.checkProof());
  const found = recordsOf(check.error);
  return (
    <Way icon={<Server aria-hidden />} title={words.by_record()} about={words.by_record_about()}>
      <form
        className="space-y-3"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          begin.mutate(undefined);
        }}
      >
        <FormFault fault={faultOf(begin.error, words, words.domain_invalid())} />
        <div className="flex flex-wrap items-end gap-3">
          <Field label={words.domain()} className="min-w-0 flex-1 basis-56">
            {(attributes) => (
              <Input
                {...attributes}
                inputMode="url"
                autoComplete="off"
                autoCapitalize="none"
                value={domain}
                onChange={({ target }) => setDomain(target.value)}
              />
            )}
          </Field>
          <Button type="submit" busy={begin.isPending} disabled={domain.trim() === ''}>
            {words.get_record()}
          </Button>
        </div>
      </form>
      {proof !== null && (
        <div className="space-y-3 rounded-xl bg-sunken p-4" data-testid="dns-record">
          <dl className="grid gap-x-4 gap-y-3 text-sm sm:grid-cols-[auto_minmax(0,1fr)_auto] sm:items-center">
            <dt className="text-muted">{words.record_type()}</dt>
            <dd className="sm:col-span-2">
              <code>TXT</code>
            </dd>
            <RecordPart name={words.record_name()} value={proof.dns_name} />
            <RecordPart name={words.record_value()} value={proof.dns_value} />
          </dl>
          <FormFault fault={faultOf(check.error, words)} />
          {found.length > 0 && (
            <p className="text-xs break-all text-muted">
              {words.found_records({ records: found.join(' · ') })}
            </p>
          )}
          <Button variant="primary" busy={check.isPending} onClick={() => check.mutate(undefined)}>
            {words.check()}
          </Button>
        </div>
      )}
    </Way>
  );
}

const RecordPart = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <>
    <dt className="text-muted">{name}</dt>
    <dd className="min-w-0">
      <code className="break-all select-all">{value}</code>
    </dd>
    <dd>
      <CopyButton size="small" text={value} what={name} />
    </dd>
  </>
);

/** The records that are there instead of the one that was looked for. */
function recordsOf(error: unknown): readonly string[] {
  if (!(error instanceof RolecallError)) return [];
  const found = error.details['found'];
  return Array.isArray(found) ? found.filter((one) => typeof one === 'string') : [];
}

/** @param invalid what is said of an input that the server cannot read */
function faultOf(error: unknown, words: Words, invalid?: string): ServerFault | undefined {
  if (error === null) return undefined;
  const type = error instanceof RolecallError ? error.code : undefined;
  const said = new Map<string, string | undefined>([
    ['company_domain_refused', words.domain_refused()],
    ['company_mailbox_refused', words.mailbox_refused()],
    ['company_proof_limit', words.limit()],
    ['company_name_taken', words.name_taken()],
    ['company_code_wrong', words.code_wrong()],
    ['company_record_missing', words.record_missing()],
    ['company_proof_missing', words.proof_gone()],
    ['unavailable', words.no_answer()],
    ['rate_limited', words.too_often()],
    ['invalid_request', invalid],
  ]);
  const { title, detail } = describeError(error);
  return { type, message: said.get(type ?? '') ?? detail ?? title };
}
