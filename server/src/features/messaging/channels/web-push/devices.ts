import { maximumPushDevices, type PushDevice, type pushSubscriptionSchema } from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { Clock } from '../../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../../platform/db/index.ts';
import { ApplicationError } from '../../../../platform/errors/index.ts';
import type { HttpClient } from '../../../../platform/http-client/index.ts';
import { deviceName } from './device-names.ts';
import {
  type DeviceRow,
  deleteByEndpoint,
  deleteDevice,
  deleteDevicesBeyond,
  moveDevice,
  renameDevice,
  selectDevices,
  upsertDevice,
} from './devices.store.ts';
import { isPublicKey } from './encryption.ts';
import type { VapidKeys } from './vapid-keys.ts';

/** Who subscribes, and by which session. */
export interface Subscriber {
  readonly userId: string;
  /** Null: an API key, which is in no browser. */
  readonly sessionId: string | null;
  readonly userAgent: string;
}

/** Browsers that get pushes, as their people see them. */
export interface Devices {
  publicKey(): Promise<string>;
  list(tx: Tx, userId: string): Promise<PushDevice[]>;
  /**
   * Keeps the subscription of a browser. It opens its transaction itself, as the endpoint is looked at before.
   * @throws {ApplicationError} `invalid_request`, `forbidden`, `outgoing_address_refused`
   */
  subscribe(subscriber: Subscriber, given: z.output<typeof pushSubscriptionSchema>): Promise<PushDevice>;
  /** Nothing happens where the endpoint is not known, or another person's. */
  unsubscribe(tx: Tx, userId: string, endpoint: string): Promise<void>;
  /** @throws {ApplicationError} `not_found` */
  rename(tx: Tx, userId: string, deviceId: string, name: string): Promise<PushDevice>;
  /** @throws {ApplicationError} `not_found` */
  remove(tx: Tx, userId: string, deviceId: string): Promise<void>;
}

export function createDevices(dependencies: {
  readonly database: Database;
  readonly clock: Clock;
  readonly keys: VapidKeys;
  readonly httpClient: Pick<HttpClient, 'assertAllowed'>;
  /** Origins that may be reached without TLS and at any address. */
  readonly privateOrigins: readonly string[];
}): Devices {
  const { database, clock, keys, httpClient } = dependencies;
  const privateOrigins = new Set(dependencies.privateOrigins);

  async function assertReachable(endpoint: string): Promise<void> {
    const { origin, protocol } = new URL(endpoint);
    if (protocol !== 'https:' && !privateOrigins.has(origin)) throw wrong('endpoint', 'must be https');
    await httpClient.assertAllowed(endpoint);
  }

  return {
    publicKey: async () => (await keys.current()).publicKey,

    async list(tx, userId) {
      const { id } = await keys.current();
      return (await selectDevices(tx, userId)).map((row) => toView(row, id));
    },

    async subscribe({ userId, sessionId, userAgent }, { endpoint, keys: given, public_key, replaces }) {
      if (sessionId === null) throw new ApplicationError('forbidden');
      if (!isPublicKey(given.p256dh)) throw wrong('keys.p256dh', 'must be a point of P-256');
      const key = await keys.current();
      if (public_key !== key.publicKey) throw wrong('public_key', 'is not the key of this instance any more');
      await assertReachable(endpoint);
      const now = clock.now();
      return database.transaction(async (tx) => {
        if (replaces !== undefined && replaces !== endpoint) await moveDevice(tx, userId, replaces, endpoint);
        const row = await upsertDevice(tx, {
          id: uuidv7(),
          user_id: userId,
          session_id: sessionId,
          key_id: key.id,
          endpoint,
          ...given,
          name: deviceName(userAgent),
          created_at: now,
          confirmed_at: now,
          used_at: null,
          refused_at: null,
          tested_at: null,
        });
        if (row === undefined) throw new ApplicationError('forbidden');
        await deleteDevicesBeyond(tx, userId, maximumPushDevices);
        return toView(row, key.id);
      });
    },

    unsubscribe: deleteByEndpoint,

    async rename(tx, userId, deviceId, name) {
      const { id } = await keys.current();
      const row = await renameDevice(tx, userId, deviceId, name);
      if (row === undefined) throw new ApplicationError('not_found');
      return toView(row, id);
    },

    async remove(tx, userId, deviceId) {
      if (!(await deleteDevice(tx, userId, deviceId))) throw new ApplicationError('not_found');
    },
  };
}

/** @param keyId of the key that is in use */
function toView(row: DeviceRow, keyId: string): PushDevice {
  const isBlocked = row.key_id !== keyId || row.refused_at !== null;
  return {
    id: row.id,
    name: row.name,
    push_service: new URL(row.endpoint).host,
    state: isBlocked ? 'blocked' : row.used_at === null ? 'unverified' : 'works',
    created_at: row.created_at.toISOString(),
    last_used_at: row.used_at?.toISOString() ?? null,
  };
}

function wrong(path: string, message: string): ApplicationError {
  return new ApplicationError('invalid_request', { fields: [{ path, message }] });
}
