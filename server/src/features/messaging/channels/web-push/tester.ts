import type { PushTest } from '@rolecall/contract';
import type { Clock } from '../../../../platform/clock/index.ts';
import type { Database } from '../../../../platform/db/index.ts';
import { ApplicationError } from '../../../../platform/errors/index.ts';
import type { Recipients } from '../../recipients/index.ts';
import type { PushAnswer } from './answers.ts';
import type { PushComposer } from './compose.ts';
import { forgetDevices, noteRefused, noteTaken, noteTest, selectDevice } from './devices.store.ts';
import { encodeMessage, topicOf } from './message.ts';
import type { PushClient } from './push-client.ts';

/** Lets people try out one device, and tells what its push service says. */
export interface DeviceTester {
  /**
   * It asks a push service, so it is not to be called in a transaction.
   * @throws {ApplicationError} `not_found`; `rate_limited` more than once in ten seconds for a device
   */
  test(userId: string, deviceId: string): Promise<PushTest['result']>;
}

const intervalMs = 10_000;
/** A test that comes later is of no use, in seconds. */
const testTtl = 600;

const results: Readonly<Record<PushAnswer['result'], PushTest['result']>> = {
  taken: 'taken',
  gone: 'gone',
  too_large: 'refused',
  rejected: 'refused',
  sender_refused: 'refused',
  later: 'unreachable',
  waits: 'unreachable',
  unreachable: 'unreachable',
};

export function createDeviceTester(dependencies: {
  readonly database: Database;
  readonly clock: Clock;
  readonly recipients: Recipients;
  readonly composer: PushComposer;
  readonly client: PushClient;
}): DeviceTester {
  const { database, clock, recipients, composer, client } = dependencies;
  return {
    async test(userId, deviceId) {
      const now = clock.now();
      const device = await selectDevice(database.query, userId, deviceId);
      const [person] = await recipients.findRecipients(database.query, [userId]);
      if (device === undefined || person === undefined) throw new ApplicationError('not_found');
      if (!(await noteTest(database.query, deviceId, now, new Date(now.getTime() - intervalMs)))) {
        throw new ApplicationError('rate_limited', { extensions: { retry_after: intervalMs / 1_000 } });
      }
      const testId = `test-${deviceId}`;
      const answer = await client.push({
        ...device,
        message: encodeMessage(composer.test(person, testId, now)),
        ttl: testTtl,
        urgency: 'high',
        topic: topicOf(testId),
        isProven: device.used_at !== null,
      });
      if (answer.result === 'taken') await noteTaken(database.query, [deviceId], clock.now());
      if (answer.result === 'gone') await forgetDevices(database.query, [device]);
      if (answer.result === 'sender_refused') await noteRefused(database.query, [deviceId], clock.now());
      return results[answer.result];
    },
  };
}
