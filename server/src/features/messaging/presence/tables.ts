import type { Fixed } from '../../../platform/db/index.ts';

/** A process with sockets. One that has not been seen for a while is gone. */
interface PresenceNodeTable {
  node_id: Fixed<string>;
  started_at: Fixed<Date>;
  seen_at: Date;
}

/** A person who is connected to a node. */
interface PresencePersonTable {
  node_id: Fixed<string>;
  user_id: Fixed<string>;
  role: string;
  connections: number;
  since: Date;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    presence_nodes: PresenceNodeTable;
    presence_people: PresencePersonTable;
  }
}
