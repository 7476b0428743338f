import { emailSchema, type KindPayload, type Locale, personNameSchema } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import type { AccessEnd, Accounts } from '../accounts/index.ts';
import { system } from '../audit/index.ts';
import { findPeople, findViewer } from '../people/index.ts';
import { deleteIdentitiesOf, insertIdentity, touchIdentity } from './oidc.store.ts';
import type { ProvenIdentity } from './provider.ts';
import { roleOf } from './roles.ts';
import type { OidcProviderSettings } from './settings.ts';

/** What the owner of an account is told of the provider. */
export interface IdentityAlert {
  readonly kind: 'security_alert';
  readonly userId: string;
  readonly payload: KindPayload<'security_alert'>;
}

/** Tells people of their accounts; messaging provides it. */
export interface IdentityNotifier {
  notify(tx: Tx, alert: IdentityAlert): Promise<unknown>;
}

/** What somebody brings along who may be new here. */
export interface Newcomer {
  readonly timeZone: string;
  readonly locale: Locale;
  /** By what program they come, as a security alert names it. */
  readonly client: string;
}

/** Who the people of the provider are here. */
export interface ProviderPeople {
  /**
   * The account of an identity: the one that it is linked to, or else the one with its address, where both sides have
   * verified that, or else a new one. It gets the role that the provider gives.
   *
   * @throws {ApplicationError} `oidc_address_unproven`, `oidc_account_unproven`, `oidc_no_account`
   */
  settle(tx: Tx, identity: ProvenIdentity, newcomer: Newcomer): Promise<string>;

  /** Who leaves is nobody's here any more. */
  accessEnded(tx: Tx, end: AccessEnd): Promise<void>;
}

interface Dependencies {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly settings: Pick<OidcProviderSettings, 'roles' | 'makesAccounts'>;
  readonly accounts: Pick<Accounts, 'createProvenUser' | 'administration'>;
  readonly notifier: IdentityNotifier;
}

export function createProviderPeople(dependencies: Dependencies): ProviderPeople {
  const { clock, logger, settings, accounts, notifier } = dependencies;

  async function linkByAddress(tx: Tx, userId: string, client: string): Promise<void> {
    const account = (await findPeople(tx, [userId])).get(userId);
    if (account?.email_verified !== true) throw new ApplicationError('oidc_account_unproven');
    const payload = { event: 'identity_linked', at: clock.now().toISOString(), client } as const;
    await notifier.notify(tx, { kind: 'security_alert', userId, payload });
    logger.info(
      { event: 'identity_linked', user_id: userId },
      'an account was linked to the identity provider',
    );
  }

  async function findOrMake(tx: Tx, identity: ProvenIdentity, newcomer: Newcomer): Promise<string> {
    const email = emailSchema.safeParse(identity.verifiedEmail).data;
    if (email === undefined) throw new ApplicationError('oidc_address_unproven');
    const known = await findViewer(tx, email);
    if (known !== undefined) {
      await linkByAddress(tx, known.userId, newcomer.client);
      return known.userId;
    }
    if (!settings.makesAccounts) throw new ApplicationError('oidc_no_account');
    return accounts.createProvenUser(tx, {
      email,
      name:
        personNameSchema.safeParse(identity.name?.slice(0, 100)).data ??
        email.slice(0, email.indexOf('@')).slice(0, 100),
      role: 'job_seeker',
      timeZone: newcomer.timeZone,
      locale: newcomer.locale,
    });
  }

  async function applyRole(tx: Tx, userId: string, identity: ProvenIdentity): Promise<void> {
    if (settings.roles === undefined) return;
    const role = roleOf(identity.claims, settings.roles.claim, settings.roles.rules);
    const current = (await findPeople(tx, [userId])).get(userId)?.role;
    // A company belongs to a recruiter.
    if (role === undefined || current === undefined || role === current || current === 'recruiter') return;
    await accounts.administration.changeRole(tx, system, userId, role);
  }

  return {
    async accessEnded(tx, { userId, because }) {
      if (because === 'closed') await deleteIdentitiesOf(tx, userId);
    },

    async settle(tx, identity, newcomer) {
      const { issuer, subject } = identity;
      const now = clock.now();
      let userId = await touchIdentity(tx, issuer, subject, now);
      if (userId === undefined) {
        const found = await findOrMake(tx, identity, newcomer);
        userId = await insertIdentity(tx, {
          issuer,
          subject,
          user_id: found,
          created_at: now,
          last_used_at: now,
        });
      }
      await applyRole(tx, userId, identity);
      return userId;
    },
  };
}
