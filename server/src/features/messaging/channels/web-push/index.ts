export { webPushReasons } from './reasons.ts';
export type { WebPush } from './web-push.ts';
