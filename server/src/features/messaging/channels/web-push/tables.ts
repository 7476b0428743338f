import type { Fixed } from '../../../../platform/db/index.ts';

/** A key by which push services know this instance (VAPID). The newest one that can be decrypted is in use. */
export interface WebPushKeyTable {
  id: Fixed<string>;
  /** The point of P-256 in base64url. */
  public_key: Fixed<string>;
  /** Encrypted with a key that is derived from the secret of the instance. */
  private_key: string;
  created_at: Fixed<Date>;
}

/** A browser that gets pushes. */
export interface WebPushDeviceTable {
  id: Fixed<string>;
  user_id: string;
  /** It is forgotten with the session that it was signed in by last. */
  session_id: string;
  /** The key of ours that it subscribed with. */
  key_id: string;
  endpoint: string;
  p256dh: string;
  auth: string;
  name: string;
  created_at: Fixed<Date>;
  /** When the browser last said that it is there. */
  confirmed_at: Date;
  used_at: Date | null;
  /** When its push service last refused us; null: it has taken something since, or never refused. */
  refused_at: Date | null;
  tested_at: Date | null;
}

/** That a device has been given a notification, so that it is not given it again, and can be told to close it. */
export interface WebPushShownTable {
  device_id: Fixed<string>;
  notification_id: Fixed<string>;
  shown_at: Date;
}

declare module '../../../../platform/db/schema.ts' {
  interface Schema {
    web_push_keys: WebPushKeyTable;
    web_push_devices: WebPushDeviceTable;
    web_push_shown: WebPushShownTable;
  }
}
