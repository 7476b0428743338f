export { mountWebhooks } from './mount.ts';
export { parseJson, refuseOld, refuseSignature } from './proof.ts';
export { createWebhookReceiver } from './receiver.ts';
export type { Webhook, WebhookReceiver } from './webhook.ts';
