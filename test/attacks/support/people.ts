import { setTimeout as pause } from 'node:timers/promises';
import type { Role } from '@rolecall/contract';
import { z } from 'zod';
import { createFeatures } from '../../../server/src/composition/features.ts';
import { openPlatform } from '../../../server/src/composition/platform.ts';
import { allSettings } from '../../../server/src/composition/settings.ts';
import { loadConfig } from '../../../server/src/platform/config/index.ts';
import type { Answer, Caller, Operation } from '../../../server/src/testing/hostile-requests/index.ts';
import type { Outgoing } from './http.ts';

export const password = 'correct horse battery';

/**
 * Those whose sessions nobody ends, those who get requests that end their own, those who leave, those at whose passwords
 * others guess, and those whom operators disable, hide and make something else.
 */
const seats = ['main', 'victim', 'leaver', 'target', 'subject'] as const;
type Seat = (typeof seats)[number];
const roles: readonly Role[] = ['job_seeker', 'recruiter', 'operator'];

export const addressOf = (role: Role, seat: Seat = 'main') => `${role}.${seat}@example.org`;

/** Makes the accounts, with confirmed addresses, as the command line does. */
export async function createAccounts(environment: Readonly<Record<string, string>>): Promise<void> {
  const platform = await openPlatform(loadConfig(allSettings, environment), 'test');
  try {
    const { accounts } = createFeatures(platform, { mayBeConnected: () => true });
    for (const role of roles) {
      for (const seat of seats) {
        await platform.database.transaction((tx) =>
          accounts.createUser(tx, {
            email: addressOf(role, seat),
            password,
            name: `${role} ${seat}`,
            role,
            companyName: role === 'recruiter' ? `Lanternworks ${seat}` : undefined,
            emailVerified: true,
            timeZone: 'Europe/Berlin',
            locale: 'en',
          }),
        );
      }
    }
  } finally {
    await platform.close();
  }
}

/** Operations that end the session or the key that they are called with, where they succeed. */
const endsSessions = new Set([
  'signOutEverywhere',
  'endOtherSessions',
  'endSession',
  'reauthenticate',
  'changePassword',
  'createApiKey',
  'revokeApiKey',
  'signOutOfOidc',
  'registerPasskey',
  'confirmTotp',
  'disableSecondFactor',
]);

function seatFor(operation: Operation | undefined): Seat {
  if (operation?.id === 'eraseAccount') return 'leaver';
  return operation !== undefined && endsSessions.has(operation.id) ? 'victim' : 'main';
}

const sessionSchema = z.object({ access_token: z.string() });
/** An access token runs out after a quarter of an hour. */
const heldMs = 300_000;
/** What somebody shows who was let in by nothing. */
export const keptOut = 'nothing';
const keySchema = z.object({ key: z.string() });

/** What each of the callers shows to be let in. */
export interface Bearers {
  of(caller: Caller, operation?: Operation): Promise<string | undefined>;
  /** What was shown is not taken any more: it is got anew with the next request. */
  renew(caller: Caller, operation?: Operation): void;
  /** The one who gets requests that end sessions has a new password. */
  passwordChanged(caller: Caller, password: string): void;
}

export function createBearers(send: (request: Outgoing) => Promise<Answer>): Bearers {
  const held = new Map<string, { readonly bearer: Promise<string>; readonly until: number }>();
  const newPasswords = new Map<Caller, string>();

  /** Undefined while the sign-in is refused to whoever guesses at the password of the account. */
  async function post<Result>(url: string, schema: z.ZodType<Result>, body: object, bearer?: string) {
    const headers = {
      'content-type': 'application/json',
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
    };
    const answer = await send({ method: 'POST', url, headers, body: JSON.stringify(body) });
    if (answer.status === 429) return undefined;
    if (answer.status >= 300) throw new Error(`${url} was answered with ${answer.status}: ${answer.body}`);
    return schema.parse(JSON.parse(answer.body));
  }
  const signInOnce = async (role: Role, seat: Seat) => {
    const changed = seat === 'victim' ? newPasswords.get(role) : undefined;
    const credentials = { email: addressOf(role, seat), password: changed ?? password };
    const session = await post('/api/v1/auth/sign-in', sessionSchema, credentials);
    return session?.access_token ?? keptOut;
  };
  // The answer that tells of a new password may be on its way to whoever asked for it.
  const signIn = async (role: Role, seat: Seat) => {
    // Who has proved a moment ago who they are is erased without a password, and then there is nobody to sign in any more.
    if (seat === 'leaver') return signInOnce(role, seat).catch(() => keptOut);
    if (seat !== 'victim') return signInOnce(role, seat);
    return signInOnce(role, seat).catch(async () => {
      await pause(1_000);
      return signInOnce(role, seat);
    });
  };
  const makeKey = async (role: Role) => {
    const body = { name: 'attacks', current_password: password };
    const bearer = await signIn(role, 'main');
    if (bearer === keptOut) return keptOut;
    return (await post('/api/v1/me/api-keys', keySchema, body, bearer))?.key ?? keptOut;
  };

  /** A key is of the first role that may call the operation. */
  function slotOf(
    caller: Caller,
    operation: Operation | undefined,
  ): [string, () => Promise<string>] | undefined {
    if (caller === 'anonymous') return undefined;
    if (caller === 'api_key') {
      const access = operation?.access;
      const role = (typeof access === 'object' ? access[0] : undefined) ?? 'job_seeker';
      return [`key ${role}`, () => makeKey(role)];
    }
    const seat = seatFor(operation);
    return [`${caller} ${seat}`, () => signIn(caller, seat)];
  }

  return {
    async of(caller, operation) {
      const slot = slotOf(caller, operation);
      if (slot === undefined) return undefined;
      const [name, make] = slot;
      const known = held.get(name);
      if (known !== undefined && Date.now() < known.until) return known.bearer;
      const bearer = make();
      held.set(name, { bearer, until: Date.now() + heldMs });
      return bearer;
    },
    renew(caller, operation) {
      const slot = slotOf(caller, operation);
      // Further attempts of those who are gone would be counted against everybody of this network.
      if (slot !== undefined && operation?.id !== 'eraseAccount') held.delete(slot[0]);
    },
    passwordChanged: (caller, changed) => {
      newPasswords.set(caller, changed);
    },
  };
}
