import type { KindPayload, SecurityEvent } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { type Device, describeClient } from '../sessions/index.ts';
import type { AccountNotifier, CreatedAccount } from './dependencies.ts';

/** A link that proves its owner reads the address; the token is nowhere else but in its mail. */
export interface MailedToken {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly token: string;
  readonly expiresAt: Date;
}

/** Something that the owner of an account should know, lest somebody else has done it. */
export interface SecurityChange {
  readonly userId: string;
  readonly event: Extract<SecurityEvent, 'password_changed' | 'email_changed' | 'api_keys_ended'>;
  readonly at: Date;
  readonly device: Device;
  /** API keys that have ended with it. */
  readonly keysEnded?: number;
}

/** What an operator has done to an account. */
export type AccountChange = Omit<KindPayload<'account_notice'>, 'at'> & {
  readonly userId: string;
  readonly at: Date;
};

/** What the owner of an account is told, in the transaction that causes it. */
export interface AccountMessages {
  welcome(tx: Tx, account: CreatedAccount): Promise<void>;
  verification(tx: Tx, link: MailedToken): Promise<void>;
  passwordReset(tx: Tx, link: MailedToken): Promise<void>;
  securityAlert(tx: Tx, change: SecurityChange): Promise<void>;
  notice(tx: Tx, change: AccountChange): Promise<void>;
}

export function createAccountMessages(notifier: AccountNotifier): AccountMessages {
  return {
    async welcome(tx, { id, name, role }) {
      await notifier.notify(tx, {
        kind: 'welcome',
        userId: id,
        payload: { name, role },
        dedupeKey: 'welcome',
      });
    },

    async verification(tx, link) {
      await notifier.notify(tx, { kind: 'email_verification', ...mailOf(link) });
    },

    async passwordReset(tx, link) {
      await notifier.notify(tx, { kind: 'password_reset', ...mailOf(link) });
    },

    async securityAlert(tx, { userId, event, at, device, keysEnded = 0 }) {
      const payload = {
        ...{ event, at: at.toISOString(), client: describeClient(device.userAgent) },
        ...(keysEnded > 0 && { api_keys_ended: keysEnded }),
      };
      await notifier.notify(tx, { kind: 'security_alert', userId, payload });
    },

    async notice(tx, { userId, at, ...change }) {
      const payload = { ...change, at: at.toISOString() };
      await notifier.notify(tx, { kind: 'account_notice', userId, payload });
    },
  };
}

function mailOf({ userId, name, email, token, expiresAt }: MailedToken) {
  return { userId, payload: { name, email, token, expires_at: expiresAt.toISOString() } };
}
