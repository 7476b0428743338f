import type { FastifyInstance } from 'fastify';
import { mountWebhooks, type WebhookReceiver } from '../../platform/webhooks/index.ts';

/** SendGrid sends up to three quarters of a MiB at once, the others less. */
const largestBody = 1_048_576;

/** Providers tell of each mail by itself, from few addresses: a hundred calls a second. */
const callsPerMinute = 6_000;

/** `POST /webhooks/email/{provider}`: what mail providers tell. */
export async function mountMailWebhooks(app: FastifyInstance, receiver: WebhookReceiver): Promise<void> {
  await mountWebhooks(app, { path: '/webhooks/email', receiver, largestBody, callsPerMinute });
}
