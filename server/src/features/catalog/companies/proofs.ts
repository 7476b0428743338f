import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { OwnCompany } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import type { Audit, AuditActor } from '../../identity/audit/index.ts';
import { assertAddressVerified, findPeople } from '../../identity/people/index.ts';
import type { Companies } from './companies.ts';
import { traceTriedDomain } from './domain-traces.ts';
import { companyDomainOf, companyDomainOfMailbox } from './domains.ts';
import type { CompanyNotices } from './notices.ts';
import {
  type CompanyRecord,
  deleteProof,
  lockProof,
  type ProofRow,
  saveProofDomain,
  selectCompany,
  selectProof,
  trustOf,
  updateProof,
} from './trust.store.ts';
import type { OwnProof } from './trust.ts';

/** Asks the DNS. Names without a record give an empty list. */
export interface TextRecords {
  /** @throws when no server has answered */
  texts(name: string): Promise<readonly string[]>;
}

/** Has the code mailed that a proof waits for, in the transaction that asks for it. */
export type RequestCode = (tx: Tx, companyId: string) => Promise<unknown>;

export interface CompanyProofsDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly companies: Pick<Companies, 'companyOf' | 'prove'>;
  readonly audit: Pick<Audit, 'record'>;
  readonly notices: CompanyNotices;
  readonly dns: TextRecords;
  readonly requestCode: RequestCode;
}

/**
 * How recruiters show that their company is who it says it is. Each acts for the own company alone. What is proven counts at
 * once, or waits for an operator where the name could be taken for another company's (`CompanyTrusts.prove`, with its errors).
 */
export interface CompanyProofs {
  /** @throws {ApplicationError} `not_found` for who has no company; so do all below */
  read(viewer: Viewer): Promise<OwnCompany>;
  /** @throws {ApplicationError} `company_domain_refused`, `company_refused`, `address_unconfirmed` */
  begin(viewer: Viewer, domain: string): Promise<OwnCompany>;
  /**
   * Looks for the record. No transaction waits for the DNS; what it tells counts only for the proof that it was asked for.
   *
   * @throws {ApplicationError} `company_proof_missing`, `company_record_missing`
   */
  check(viewer: Viewer, actor: AuditActor): Promise<OwnCompany>;
  /**
   * Proves by the own address, or has a code sent to another one.
   *
   * @throws {ApplicationError} `company_domain_refused`, `company_mailbox_refused`, `company_proof_limit`,
   *   `address_unconfirmed`
   */
  proveByMail(viewer: Viewer, address: string, actor: AuditActor): Promise<OwnCompany>;
  /** @throws {ApplicationError} `company_proof_missing`, `company_code_wrong` */
  confirmCode(viewer: Viewer, code: string, actor: AuditActor): Promise<OwnCompany>;
  /**
   * Makes the code of a proof that waits for one, for the mail; the one before is good no more.
   * @returns null when nothing waits any more
   */
  issueCode(tx: Tx, companyId: string): Promise<{ readonly address: string; readonly code: string } | null>;
}

const day = 86_400_000;
const codeLifetimeMs = 30 * 60_000;
const mostAttempts = 5;
const mostMails = 5;
const recordPrefix = 'rolecall-challenge=';

const hashOf = (code: string): Uint8Array => createHash('sha256').update(code).digest();

export function createCompanyProofs(dependencies: CompanyProofsDependencies): CompanyProofs {
  const { database, clock, companies, audit, notices, dns, requestCode } = dependencies;

  async function idOf(tx: Tx, viewer: Viewer): Promise<string> {
    const company = await companies.companyOf(tx, viewer.userId);
    if (company === null) throw new ApplicationError('not_found');
    return company.id;
  }

  /** The own company, which may prove something. */
  async function provingCompany(tx: Tx, viewer: Viewer): Promise<string> {
    const id = await idOf(tx, viewer);
    if ((await selectCompany(tx, id))?.refused_at != null) throw new ApplicationError('company_refused');
    return id;
  }

  async function view(tx: Tx, companyId: string): Promise<OwnCompany> {
    const company = await selectCompany(tx, companyId);
    if (company === undefined) throw new ApplicationError('not_found');
    return { ...toCompany(company), proof: toProof(await selectProof(tx, companyId)) };
  }

  async function save(tx: Tx, companyId: string, domain: string): Promise<void> {
    await traceTriedDomain(tx, companyId, domain);
    await saveProofDomain(tx, companyId, domain, randomBytes(18).toString('base64url'), clock.now());
  }

  async function conclude(
    tx: Tx,
    companyId: string,
    proof: OwnProof,
    { actor, viewer }: { readonly actor: AuditActor; readonly viewer: Viewer },
  ): Promise<OwnCompany> {
    const { company, outcome } = await companies.prove(tx, companyId, proof);
    await deleteProof(tx, companyId);
    const exceptFor = viewer.userId;
    if (outcome === 'awaits') {
      const after = trustToldOf(company);
      await audit.record(tx, { actor, action: 'company_proof_waits', subjectId: companyId, after });
      await notices.tell(tx, company, { decision: 'name_waits', exceptFor });
      await notices.tellOperators(tx, company, 'name_waits');
    } else if (outcome === 'verified') {
      const after = { trust: 'verified', method: proof.by, domain: proof.domain };
      await audit.record(tx, { actor, action: 'company_verified', subjectId: companyId, after });
      await notices.tell(tx, company, { decision: 'verified', exceptFor });
    }
    return view(tx, companyId);
  }

  function countMail(proof: ProofRow): { mails: number; mails_since: Date } {
    const now = clock.now();
    const isNewDay = now.getTime() - proof.mails_since.getTime() >= day;
    if (isNewDay) return { mails: 1, mails_since: now };
    if (proof.mails < mostMails) return { mails: proof.mails + 1, mails_since: proof.mails_since };
    const seconds = Math.ceil((proof.mails_since.getTime() + day - now.getTime()) / 1_000);
    throw new ApplicationError('company_proof_limit', { extensions: { retry_after: seconds } });
  }

  return {
    read: async (viewer) => view(database.query, await idOf(database.query, viewer)),

    begin: (viewer, written) =>
      database.transaction(async (tx) => {
        const companyId = await provingCompany(tx, viewer);
        await assertAddressVerified(tx, viewer.userId);
        await save(tx, companyId, companyDomainOf(written));
        return view(tx, companyId);
      }),

    async check(viewer, actor) {
      const companyId = await idOf(database.query, viewer);
      const proof = await selectProof(database.query, companyId);
      if (proof === undefined) throw new ApplicationError('company_proof_missing');
      const found = await ask(dns, nameOf(proof));
      if (!found.includes(recordOf(proof)))
        throw new ApplicationError('company_record_missing', { extensions: { found: found.slice(0, 5) } });
      return database.transaction(async (tx) => {
        const now = await lockProof(tx, companyId);
        if (now?.dns_token !== proof.dns_token) throw new ApplicationError('company_proof_missing');
        return conclude(
          tx,
          companyId,
          { by: 'dns', domain: proof.domain, record: recordOf(proof) },
          { actor, viewer },
        );
      });
    },

    proveByMail: (viewer, address, actor) =>
      database.transaction(async (tx) => {
        const companyId = await provingCompany(tx, viewer);
        await assertAddressVerified(tx, viewer.userId);
        const domain = companyDomainOfMailbox(address);
        const own = (await findPeople(tx, [viewer.userId])).get(viewer.userId);
        if (own?.email === address)
          return conclude(tx, companyId, { by: 'mail', domain, mailbox: address }, { actor, viewer });
        await save(tx, companyId, domain);
        const proof = await lockProof(tx, companyId);
        if (proof === undefined) throw new ApplicationError('company_proof_missing');
        const counted = countMail(proof);
        const cleared = { code_hash: null, code_expires_at: null, attempts: 0 };
        await updateProof(tx, companyId, { mail_address: address, ...cleared, ...counted });
        await requestCode(tx, companyId);
        return view(tx, companyId);
      }),

    async confirmCode(viewer, code, actor) {
      // A wrong code is counted, so what refuses it must not undo the transaction that counts.
      const company = await database.transaction(async (tx) => {
        const companyId = await idOf(tx, viewer);
        const proof = await lockProof(tx, companyId);
        if (proof === undefined) throw new ApplicationError('company_proof_missing');
        const { domain, mail_address, code_hash, code_expires_at, attempts } = proof;
        const isInForce =
          code_expires_at !== null && code_expires_at > clock.now() && attempts < mostAttempts;
        if (code_hash === null || !isInForce) return null;
        if (timingSafeEqual(code_hash, hashOf(code))) {
          const mailbox = mail_address === null ? {} : { mailbox: mail_address };
          return conclude(tx, companyId, { by: 'mail', domain, ...mailbox }, { actor, viewer });
        }
        await updateProof(tx, companyId, { attempts: attempts + 1 });
        return null;
      });
      if (company === null) throw new ApplicationError('company_code_wrong');
      return company;
    },

    async issueCode(tx, companyId) {
      const proof = await lockProof(tx, companyId);
      if (proof === undefined || proof.mail_address === null) return null;
      const code = String(randomInt(100_000_000)).padStart(8, '0');
      await updateProof(tx, companyId, {
        code_hash: hashOf(code),
        code_expires_at: new Date(clock.now().getTime() + codeLifetimeMs),
        attempts: 0,
      });
      return { address: proof.mail_address, code };
    },
  };
}

export const nameOf = ({ domain }: Pick<ProofRow, 'domain'>) => `_rolecall-challenge.${domain}`;
const recordOf = ({ dns_token }: Pick<ProofRow, 'dns_token'>) => `${recordPrefix}${dns_token}`;

async function ask(dns: TextRecords, name: string): Promise<readonly string[]> {
  try {
    return await dns.texts(name);
  } catch (error) {
    throw new ApplicationError('unavailable', {
      detail: 'The DNS did not answer. Try again in a minute.',
      extensions: { retry_after: 60 },
      cause: error,
    });
  }
}

/** How a company stands, for the audit log. */
export function trustToldOf(company: CompanyRecord) {
  const { trust, verified_by: method, domain, refused, awaiting } = toCompany(company);
  return {
    ...{ trust, method, domain, refused: refused !== null, awaiting: awaiting?.domain ?? null },
    name_confirmed: company.name_confirmed_at !== null,
  };
}

export function toCompany(company: CompanyRecord): Omit<OwnCompany, 'proof'> {
  const { id, name, verified_domain, verified_by, verified_at, hidden_at, refused_at, refusal } = company;
  const { awaiting_domain, awaiting_by, awaiting_since } = company;
  return {
    id,
    name,
    trust: trustOf(company),
    domain: verified_domain,
    verified_by,
    verified_at: verified_at?.toISOString() ?? null,
    hidden: hidden_at !== null,
    refused: refused_at === null ? null : { at: refused_at.toISOString(), reason: refusal ?? '' },
    awaiting:
      awaiting_domain === null || awaiting_by === null || awaiting_since === null
        ? null
        : { domain: awaiting_domain, by: awaiting_by, since: awaiting_since.toISOString() },
  };
}

function toProof(proof: ProofRow | undefined): OwnCompany['proof'] {
  if (proof === undefined) return null;
  return {
    domain: proof.domain,
    dns_name: nameOf(proof),
    dns_value: recordOf(proof),
    mail_address: proof.mail_address,
    code_expires_at: proof.code_expires_at?.toISOString() ?? null,
  };
}
