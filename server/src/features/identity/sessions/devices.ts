import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { type RequestContext, visitorNetwork } from '../../../platform/http/index.ts';
import { clientWords } from './clients.ts';
import { existsDevice, forgetDevicesBeyond, noteDevice } from './known-devices.store.ts';
import { type DerivedSecrets, randomToken } from './secrets.ts';
import { deviceCookie } from './session-cookie.ts';

/** Where somebody signs in from, as far as a request tells. */
export interface Device {
  /** Address of the caller, behind the trusted proxies; empty: not known. */
  readonly address: string;
  /** What the browser or program calls itself; empty: it does not say. */
  readonly userAgent: string;
  /** What a browser was given to be known again by; undefined: it is a program, which keeps nothing. */
  readonly token?: string | undefined;
}

/** Longest part of a user agent that is stored. */
const maximumUserAgent = 300;
const maximumToken = 100;
/** Devices of a person that are remembered. */
const maximumDevices = 50;

export const unknownDevice: Device = { address: '', userAgent: '' };

export function deviceOf({ clientAddress, userAgent, fromAllowedOrigin, cookies }: RequestContext): Device {
  const given = cookies[deviceCookie];
  const kept = given === undefined || given === '' || given.length > maximumToken ? randomToken() : given;
  return {
    address: clientAddress,
    userAgent: userAgent.slice(0, maximumUserAgent),
    ...(fromAllowedOrigin ? { token: kept } : {}),
  };
}

/** The devices that people have signed in from. */
export interface KnownDevices {
  /** What tells the device from others. A browser is known by what it was given, a program by what it calls itself and where. */
  hashOf(device: Device): Uint8Array;
  /** Forgets those of a person that were seen longest ago, where there are too many. */
  bound(tx: Tx, userId: string): Promise<void>;
  /** Notes the device; true when this person has not signed in from it before. */
  note(tx: Tx, userId: string, device: Device): Promise<boolean>;
  /** What tells the device from others; undefined when this person has not signed in from it. */
  find(tx: Tx, userId: string, device: Device): Promise<Uint8Array | undefined>;
}

export function createKnownDevices(dependencies: {
  readonly clock: Clock;
  readonly secrets: Pick<DerivedSecrets, 'deviceHash'>;
}): KnownDevices {
  const { clock, secrets } = dependencies;

  const hashOf = ({ token, userAgent, address }: Device): Uint8Array => {
    const { browser, system } = clientWords(userAgent);
    return secrets.deviceHash.of(
      token === undefined ? `${browser} ${system} ${visitorNetwork(address) ?? ''}` : `token ${token}`,
    );
  };

  const bound = (tx: Tx, userId: string) => forgetDevicesBeyond(tx, userId, maximumDevices);

  return {
    hashOf,
    bound,
    async note(tx, userId, device) {
      const isNew = await noteDevice(tx, userId, hashOf(device), clock.now());
      if (isNew) await bound(tx, userId);
      return isNew;
    },
    async find(tx, userId, device) {
      const hash = hashOf(device);
      return (await existsDevice(tx, userId, hash)) ? hash : undefined;
    },
  };
}
