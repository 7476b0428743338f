import type { Fixed, Json } from '../../../platform/db/index.ts';

interface NotificationSettingsTable {
  user_id: Fixed<string>;
  settings: Json<unknown>;
  updated_at: Date;
}

interface MuteTable {
  user_id: Fixed<string>;
  subject: Fixed<string>;
  label: string;
  until: Date | null;
  created_at: Date;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    notification_settings: NotificationSettingsTable;
    mutes: MuteTable;
  }
}
