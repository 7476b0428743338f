import { createHash, randomBytes } from 'node:crypto';
import type { KindPayload } from '@rolecall/contract';
import {
  type CreatedPasskey,
  maximumPasskeys,
  type Passkey,
  type PasskeyCreationOptions,
  type PasskeyProof,
  type PasskeyRequestOptions,
} from '@rolecall/contract/passkeys';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import type { AccessEnd } from '../accounts/index.ts';
import { algorithms, creationOptions, requestOptions, userHandleOf } from './options.ts';
import {
  deleteExpiredChallenges,
  deletePasskey,
  deletePasskeysOf,
  insertChallenge,
  insertPasskey,
  type PasskeyRow,
  recordUse,
  selectPasskey,
  selectPasskeys,
  takeChallenge,
  updateName,
} from './passkeys.store.ts';
import type { RelyingParty } from './relying-party.ts';
import type { PasskeyVerification } from './verification.ts';

/** How long a browser may take to answer, in milliseconds. */
const challengeLifetime = 10 * 60_000;
/** Challenges that nobody has signed and that one call clears away. */
const clearedAtOnce = 100;

/** What the owner of an account is told of its passkeys. */
export interface PasskeyAlert {
  readonly kind: 'security_alert';
  readonly userId: string;
  readonly payload: KindPayload<'security_alert'>;
}

/** Tells people of their accounts; messaging provides it. */
export interface PasskeyNotifier {
  notify(tx: Tx, alert: PasskeyAlert): Promise<unknown>;
}

/** Somebody who has a passkey in hand, and whose device has verified them. */
export interface PasskeyHolder {
  readonly userId: string;
  /** Notes the use, in the transaction of what it is good for. @throws {ApplicationError} `passkey_refused` when the passkey is gone, or was used elsewhere meanwhile */
  record(tx: Tx): Promise<void>;
}

/**
 * Passkeys (WebAuthn): keys that devices keep, that name their account and that verify the person each time they are used.
 * Each challenge works once, whatever comes of it.
 */
export interface Passkeys {
  list(tx: Tx, userId: string): Promise<Passkey[]>;

  /** @throws {ApplicationError} `passkeys_unavailable`, `too_many_passkeys` */
  startRegistration(
    tx: Tx,
    person: { readonly id: string; readonly email: string; readonly name: string },
  ): Promise<PasskeyCreationOptions>;

  /** @throws {ApplicationError} `passkey_refused`, `passkey_known`, `too_many_passkeys`, `passkeys_unavailable` */
  register(
    userId: string,
    added: { readonly name: string; readonly passkey: CreatedPasskey; readonly client: string },
  ): Promise<Passkey>;

  /** @throws {ApplicationError} `not_found` */
  rename(tx: Tx, userId: string, id: string, name: string): Promise<Passkey>;

  /** @throws {ApplicationError} `not_found` */
  remove(tx: Tx, userId: string, id: string, client: string): Promise<void>;

  /** All go, but where the password was merely changed: whoever made them may be somebody else. */
  accessEnded(tx: Tx, end: AccessEnd): Promise<void>;

  /** @throws {ApplicationError} `passkeys_unavailable` */
  startProof(tx: Tx): Promise<PasskeyRequestOptions>;

  /** @throws {ApplicationError} `passkey_refused`, `passkeys_unavailable` */
  prove(proof: PasskeyProof): Promise<PasskeyHolder>;
}

export interface PasskeysDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Null: browsers make no passkeys for this instance. */
  readonly party: RelyingParty | null;
  readonly verification: PasskeyVerification;
  readonly notifier: PasskeyNotifier;
}

/** After these, whoever was in the account before, or has a lost device now, may be somebody else, so no passkey must stay. */
const endsPasskeys: ReadonlySet<AccessEnd['because']> = new Set([
  'first_proof',
  'change_undone',
  'password_reset',
  'second_factor_removed',
  'closed',
]);

export function createPasskeys(dependencies: PasskeysDependencies): Passkeys {
  const { database, clock, logger, party, verification, notifier } = dependencies;

  function availableParty(): RelyingParty {
    if (party === null) throw new ApplicationError('passkeys_unavailable');
    return party;
  }

  async function issueChallenge(tx: Tx, userId: string | null): Promise<string> {
    const now = clock.now();
    const challenge = randomBytes(32).toString('base64url');
    await deleteExpiredChallenges(tx, now, clearedAtOnce);
    await insertChallenge(tx, {
      hash: hashChallenge(challenge),
      user_id: userId,
      expires_at: new Date(now.getTime() + challengeLifetime),
    });
    return challenge;
  }

  /** The challenge that a browser says to have signed, if it is one of ours; it is used up. */
  async function redeemChallenge(clientDataJSON: string, userId: string | null): Promise<string> {
    const challenge = challengeOf(clientDataJSON);
    const hash = challenge === undefined ? undefined : hashChallenge(challenge);
    if (challenge === undefined || hash === undefined) throw refused('no challenge');
    if (!(await takeChallenge(database.query, hash, userId, clock.now())))
      throw refused('an unknown challenge');
    return challenge;
  }

  function refused(why: string): ApplicationError {
    logger.info({ event: 'passkey_refused', why }, 'passkey refused');
    return new ApplicationError('passkey_refused');
  }

  async function assertRoom(tx: Tx, userId: string): Promise<PasskeyRow[]> {
    const all = await selectPasskeys(tx, userId);
    if (all.length >= maximumPasskeys) throw new ApplicationError('too_many_passkeys');
    return all;
  }

  const alert = (tx: Tx, userId: string, event: PasskeyAlert['payload']['event'], client: string) =>
    notifier.notify(tx, {
      kind: 'security_alert',
      userId,
      payload: { event, at: clock.now().toISOString(), client },
    });

  return {
    list: async (tx, userId) => (await selectPasskeys(tx, userId)).map(toPasskey),

    async startRegistration(tx, person) {
      const known = await assertRoom(tx, person.id);
      return creationOptions(
        availableParty(),
        await issueChallenge(tx, person.id),
        person,
        known.map(({ credential_id }) => credential_id),
      );
    },

    async register(userId, { name, passkey, client }) {
      const party = availableParty();
      const challenge = await redeemChallenge(passkey.response.clientDataJSON, userId);
      const created = await verification.creation({ party, challenge, algorithms, passkey });
      if (created === undefined) throw refused('not what was asked for');
      const row: PasskeyRow = {
        id: uuidv7(),
        user_id: userId,
        name,
        credential_id: created.credentialId,
        public_key: created.publicKey,
        counter: created.counter,
        synced: created.synced,
        created_at: clock.now(),
        last_used_at: null,
      };
      await database.transaction(async (tx) => {
        await assertRoom(tx, userId);
        if (!(await insertPasskey(tx, row))) throw new ApplicationError('passkey_known');
        await alert(tx, userId, 'passkey_added', client);
      });
      logger.info({ event: 'passkey_added', user_id: userId, passkey_id: row.id }, 'passkey added');
      return toPasskey(row);
    },

    async rename(tx, userId, id, name) {
      const row = await updateName(tx, userId, id, name);
      if (row === undefined) throw new ApplicationError('not_found');
      return toPasskey(row);
    },

    async remove(tx, userId, id, client) {
      if (!(await deletePasskey(tx, userId, id))) throw new ApplicationError('not_found');
      await alert(tx, userId, 'passkey_removed', client);
      logger.info({ event: 'passkey_removed', user_id: userId, passkey_id: id }, 'passkey removed');
    },

    async accessEnded(tx, { userId, because }) {
      if (endsPasskeys.has(because)) await deletePasskeysOf(tx, userId);
    },

    startProof: async (tx) => requestOptions(availableParty(), await issueChallenge(tx, null)),

    async prove(proof) {
      const party = availableParty();
      const challenge = await redeemChallenge(proof.response.clientDataJSON, null);
      const known = await selectPasskey(database.query, Buffer.from(proof.id, 'base64url'));
      if (known === undefined) throw refused('an unknown passkey');
      const { userHandle } = proof.response;
      if (userHandle !== undefined && userHandle !== userHandleOf(known.user_id)) {
        throw refused('it names somebody else');
      }
      const use = await verification.use({
        party,
        challenge,
        known: { publicKey: Uint8Array.from(known.public_key), counter: known.counter },
        proof,
      });
      if (use === undefined) throw refused('it proves nothing');
      return {
        userId: known.user_id,
        async record(tx) {
          if (await recordUse(tx, known.id, { ...use, at: clock.now() })) return;
          throw refused('it is gone, or was copied');
        },
      };
    },
  };
}

function toPasskey({ id, name, synced, created_at, last_used_at }: PasskeyRow): Passkey {
  return {
    id,
    name,
    synced,
    created_at: created_at.toISOString(),
    last_used_at: last_used_at?.toISOString() ?? null,
  };
}

/** A challenge is random and lives for minutes, so a plain hash hides it well enough. */
const hashChallenge = (challenge: string): Uint8Array => createHash('sha256').update(challenge).digest();

const clientDataSchema = z.object({ challenge: z.string().max(200) });

/** What the browser has signed, as far as it can be read; the verification looks at all of it. */
function challengeOf(clientDataJSON: string): string | undefined {
  try {
    return clientDataSchema.parse(JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString())).challenge;
  } catch {
    return undefined;
  }
}
