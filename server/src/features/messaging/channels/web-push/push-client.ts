import type { Clock } from '../../../../platform/clock/index.ts';
import { isApplicationError } from '../../../../platform/errors/index.ts';
import type { HttpClient } from '../../../../platform/http-client/index.ts';
import { type PushAnswer, readAnswer } from './answers.ts';
import { encryptPush, type SubscriptionKeys } from './encryption.ts';
import type { PushServices } from './push-services.ts';
import type { Vapid } from './vapid.ts';

export interface Push extends SubscriptionKeys {
  readonly endpoint: string;
  /** At most `largestMessage` bytes. */
  readonly message: Uint8Array;
  /** How long the service keeps it for a device that is away, in seconds. */
  readonly ttl: number;
  readonly urgency: 'low' | 'normal' | 'high';
  /** Takes the place of what waits with the same topic; at most 32 characters of base64url. */
  readonly topic: string;
  /** Its service has taken something for this device before. */
  readonly isProven: boolean;
}

/** Hands pushes to push services (RFC 8030). */
export interface PushClient {
  /** Every failure is an answer; what is thrown is a defect. */
  push(push: Push): Promise<PushAnswer>;
}

export function createPushClient(dependencies: {
  readonly clock: Clock;
  readonly httpClient: Pick<HttpClient, 'post'>;
  readonly vapid: Vapid;
  readonly services: PushServices;
}): PushClient {
  const { clock, httpClient, vapid, services } = dependencies;

  async function exchange(push: Push): Promise<PushAnswer> {
    const authorization = await vapid.authorizationFor(push.endpoint);
    try {
      const response = await httpClient.post(push.endpoint, {
        headers: {
          authorization,
          ttl: String(push.ttl),
          urgency: push.urgency,
          topic: push.topic,
          'content-encoding': 'aes128gcm',
          'content-type': 'application/octet-stream',
        },
        body: encryptPush(push.message, push),
      });
      return readAnswer(response, clock.now());
    } catch (error) {
      if (isApplicationError(error, 'outgoing_address_refused')) {
        return { result: 'rejected', detail: error.detail ?? error.message };
      }
      if (
        isApplicationError(error, 'outgoing_failed') ||
        isApplicationError(error, 'outgoing_timeout') ||
        isApplicationError(error, 'outgoing_too_large')
      ) {
        return { result: 'unreachable', detail: error.detail ?? error.message };
      }
      throw error;
    }
  }

  return {
    async push(push) {
      const service = services.of(push.endpoint);
      const refusal = service.admit();
      if (refusal !== null) return refusal;
      try {
        const answer = await exchange(push);
        service.answered(answer, push.isProven);
        return answer;
      } catch (error) {
        service.abstained();
        throw error;
      }
    },
  };
}
