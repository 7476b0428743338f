import type { PersonAccount, Role } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { TransactionEvent } from '../../../platform/events/index.ts';
import type { ApiKeys } from '../api-keys/index.ts';
import type { AuditActor } from '../audit/index.ts';
import { describeSession, type Sessions } from '../sessions/index.ts';
import { deleteWaysIn } from './accounts.store.ts';
import {
  lockOperators,
  lockStanding,
  selectDisabledReason,
  updateDisabled,
  updateRole,
} from './administration.store.ts';
import type { AccessEnd, AccountsDependencies } from './dependencies.ts';
import type { GuessablePasswords } from './guessable-passwords.ts';
import type { AccountMessages } from './messages.ts';
import type { OneTimeTokens } from './one-time-tokens.ts';
import type { Recovery } from './recovery.ts';
import type { NewUser, Registration } from './registration.ts';
import type { SecondFactorGate } from './second-factor.ts';

/**
 * What operators and the command line do to the accounts of others. Each of it is told to the person and stands in the audit
 * log, in the transaction that does it. Doing it twice does nothing the second time.
 *
 * All of it throws `not_found` for nobody, and `own_account` for who does it to themselves. Only `shutOut` is for owners.
 */
export interface Administration {
  /** A disabled person signs in again, or does not any more; told in the transaction. */
  readonly standingChanged: TransactionEvent<string>;

  read(tx: Tx, userId: string): Promise<PersonAccount>;

  /**
   * Makes an account by a password that somebody else has chosen.
   * @throws {ApplicationError} `password_guessable`, `email_taken`
   */
  create(tx: Tx, actor: AuditActor, user: NewUser): Promise<string>;

  /**
   * Ends all that acts as the account, and lets nobody in any more.
   * @throws {ApplicationError} `last_operator`
   */
  disable(tx: Tx, actor: AuditActor, userId: string, reason: string): Promise<void>;

  enable(tx: Tx, actor: AuditActor, userId: string): Promise<void>;

  /**
   * Ends sessions and keys, which were made with the role from before.
   * @throws {ApplicationError} `last_operator`, `company_needed`
   */
  changeRole(tx: Tx, actor: AuditActor, userId: string, role: Role): Promise<void>;

  /** Ends sessions and keys. */
  signOutPerson(tx: Tx, actor: AuditActor, userId: string): Promise<void>;

  /**
   * Takes the authenticator app, the recovery codes and the passkeys from somebody who has lost them, and ends sessions and
   * keys: whoever has found them must not go on, and the password is all that is left.
   * @throws {ApplicationError} `second_factor_off` when there is nothing to remove
   */
  removeSecondFactor(tx: Tx, actor: AuditActor, userId: string): Promise<void>;

  /**
   * Takes every way in from an account that its owner wants deleted, and disables it until it is gone.
   * @throws {ApplicationError} `last_operator`
   */
  shutOut(tx: Tx, userId: string): Promise<void>;

  /** @throws {ApplicationError} `account_disabled` */
  sendPasswordReset(tx: Tx, actor: AuditActor, userId: string): Promise<void>;
}

type Dependencies = Pick<AccountsDependencies, 'clock' | 'logger' | 'companies' | 'audit'> & {
  readonly messages: AccountMessages;
  readonly accessEnded: TransactionEvent<AccessEnd>;
  readonly standingChanged: TransactionEvent<string>;
  readonly sessions: Sessions;
  readonly apiKeys: ApiKeys;
  readonly oneTimeTokens: OneTimeTokens;
  readonly recovery: Pick<Recovery, 'requestPasswordReset'>;
  readonly registration: Pick<Registration, 'createUser'>;
  readonly guessable: GuessablePasswords;
  readonly gate: Pick<SecondFactorGate, 'factorsOf'>;
};

export function createAdministration(dependencies: Dependencies): Administration {
  const {
    clock,
    logger,
    companies,
    audit,
    messages,
    accessEnded,
    standingChanged,
    sessions,
    apiKeys,
    oneTimeTokens,
    recovery,
    registration,
    guessable,
    gate,
  } = dependencies;

  async function standingOf(tx: Tx, userId: string) {
    const standing = await lockStanding(tx, userId);
    if (standing === undefined) throw new ApplicationError('not_found');
    return standing;
  }

  /** Whoever takes an operator away waits for others who do so, before any account is locked. */
  async function assertOperatorLeft(tx: Tx, userId: string): Promise<void> {
    const operators = await lockOperators(tx);
    if (operators.length === 1 && operators[0] === userId) throw new ApplicationError('last_operator');
  }

  async function endAccess(tx: Tx, userId: string, because: AccessEnd['because']): Promise<void> {
    await sessions.endAll(tx, userId);
    await apiKeys.revokeAll(tx, userId);
    await accessEnded.emit(tx, { userId, because });
  }

  const log = (event: string, actor: AuditActor, userId: string) =>
    logger.info(
      { event, user_id: userId, by: 'userId' in actor ? actor.userId : actor.type },
      'an account was administered',
    );

  return {
    standingChanged,

    async read(tx, userId) {
      const row = await selectDisabledReason(tx, userId);
      if (row === undefined) throw new ApplicationError('not_found');
      return {
        company: await companies.companyOf(tx, userId),
        disabled_reason: row.disabled_reason,
        sessions: (await sessions.list(tx, userId)).map(describeSession),
        api_keys: (await apiKeys.list(tx, userId)).length,
        second_factors: [...(await gate.factorsOf(tx, userId))],
      };
    },

    async create(tx, actor, user) {
      await guessable.refuse(user.password, user);
      const userId = await registration.createUser(tx, user);
      const after = { role: user.role };
      await audit.record(tx, { actor, action: 'person_created', subjectId: userId, after });
      return userId;
    },

    async disable(tx, actor, userId, reason) {
      assertOther(actor, userId);
      await assertOperatorLeft(tx, userId);
      if ((await standingOf(tx, userId)).disabled_at !== null) return;
      const now = clock.now();
      await updateDisabled(tx, userId, { at: now, reason }, now);
      await oneTimeTokens.withdraw(tx, userId, ['email_verification', 'password_reset']);
      await endAccess(tx, userId, 'disabled');
      await standingChanged.emit(tx, userId);
      await audit.record(tx, { actor, action: 'person_disabled', subjectId: userId, reason });
      await messages.notice(tx, { userId, change: 'disabled', role: null, reason, at: now });
      log('account_disabled', actor, userId);
    },

    async enable(tx, actor, userId) {
      assertOther(actor, userId);
      if ((await standingOf(tx, userId)).disabled_at === null) return;
      const now = clock.now();
      await updateDisabled(tx, userId, null, now);
      await standingChanged.emit(tx, userId);
      await audit.record(tx, { actor, action: 'person_enabled', subjectId: userId });
      await messages.notice(tx, { userId, change: 'enabled', role: null, reason: '', at: now });
      log('account_enabled', actor, userId);
    },

    async changeRole(tx, actor, userId, role) {
      assertOther(actor, userId);
      if (role !== 'operator') await assertOperatorLeft(tx, userId);
      const before = (await standingOf(tx, userId)).role;
      if (before === role) return;
      if (role === 'recruiter' && (await companies.companyOf(tx, userId)) === null) {
        throw new ApplicationError('company_needed');
      }
      const now = clock.now();
      await updateRole(tx, userId, role, now);
      await endAccess(tx, userId, 'role_changed');
      await standingChanged.emit(tx, userId);
      await audit.record(tx, {
        ...{ actor, action: 'person_role_changed', subjectId: userId },
        ...{ before: { role: before }, after: { role } },
      });
      await messages.notice(tx, { userId, change: 'role_changed', role, reason: '', at: now });
      log('role_changed', actor, userId);
    },

    async shutOut(tx, userId) {
      await assertOperatorLeft(tx, userId);
      const now = clock.now();
      // Whoever leaves must not count as an operator who is left.
      await updateDisabled(tx, userId, { at: now, reason: 'The account is being deleted' }, now);
      await deleteWaysIn(tx, userId);
      await apiKeys.removeAll(tx, userId);
      await sessions.endAll(tx, userId);
      await accessEnded.emit(tx, { userId, because: 'closed' });
      logger.info({ event: 'account_closed', user_id: userId }, 'every way into an account was shut');
    },

    async signOutPerson(tx, actor, userId) {
      assertOther(actor, userId);
      await standingOf(tx, userId);
      await endAccess(tx, userId, 'signed_out');
      await audit.record(tx, { actor, action: 'person_signed_out', subjectId: userId });
      await messages.notice(tx, { userId, change: 'signed_out', role: null, reason: '', at: clock.now() });
      log('person_signed_out', actor, userId);
    },

    async removeSecondFactor(tx, actor, userId) {
      assertOther(actor, userId);
      await standingOf(tx, userId);
      const factors = await gate.factorsOf(tx, userId);
      if (factors.length === 0) {
        throw new ApplicationError('second_factor_off', { detail: 'This person has no second factor.' });
      }
      await endAccess(tx, userId, 'second_factor_removed');
      await audit.record(tx, {
        ...{ actor, action: 'person_second_factor_removed', subjectId: userId },
        before: { factors: factors.join(', ') },
      });
      const change = 'second_factor_removed';
      await messages.notice(tx, { userId, change, role: null, reason: '', at: clock.now() });
      log('second_factor_removed_by_operator', actor, userId);
    },

    async sendPasswordReset(tx, actor, userId) {
      const { email, disabled_at } = await standingOf(tx, userId);
      if (disabled_at !== null) throw new ApplicationError('account_disabled');
      await recovery.requestPasswordReset(tx, email);
      await audit.record(tx, { actor, action: 'person_reset_sent', subjectId: userId });
    },
  };
}

/** Nobody shuts the door behind themselves. */
function assertOther(actor: AuditActor, userId: string): void {
  if ('userId' in actor && actor.userId === userId) throw new ApplicationError('own_account');
}
