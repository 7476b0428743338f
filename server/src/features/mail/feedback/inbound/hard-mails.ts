import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Clock } from '../../../../platform/clock/index.ts';
import type { Database } from '../../../../platform/db/index.ts';
import type { SetAside } from '../../../../platform/set-aside/index.ts';
import { countAttempt, dropHardMail, findHardMail, keepHardMail } from './hard-mails.store.ts';

/** A mail with its envelope. */
export interface EnvelopedMail {
  readonly raw: Uint8Array;
  readonly sender: string | null;
  readonly recipients: readonly string[];
}

/**
 * Mails that were too hard to read. They are kept as they came, so that no bounce is lost, and tried again when a process
 * starts: it may know how to read them, or the machine was only busy.
 */
export interface HardMails {
  keep(mail: EnvelopedMail, reason: string): Promise<void>;
  /** Hands each that may be tried again to `read`, which says whether it is dealt with; ends early when asked to. */
  retry(read: (mail: EnvelopedMail) => Promise<boolean>, isOver: () => boolean): Promise<void>;
}

const mostMails = 50;
const mostAttempts = 3;
const keptDays = 30;
const firstId = '00000000-0000-0000-0000-000000000000';

export function createHardMails({
  database,
  clock,
  setAside,
}: {
  readonly database: Database;
  readonly clock: Clock;
  readonly setAside: SetAside;
}): HardMails {
  return {
    async keep({ raw, sender, recipients }, reason) {
      const now = clock.now();
      const mail = {
        id: uuidv7(),
        fingerprint: createHash('sha256').update(raw).digest('hex'),
        raw,
        sender,
        recipients: [...recipients],
        reason,
        attempts: 1,
        received_at: now,
      };
      const since = new Date(now.getTime() - keptDays * 86_400_000);
      await database.transaction((tx) => keepHardMail(tx, mail, { most: mostMails, since }));
      setAside('inbound_mail', { fingerprint: mail.fingerprint, reason }, new Error(reason));
    },

    async retry(read, isOver) {
      let after = firstId;
      while (!isOver()) {
        const mail = await findHardMail(database.query, mostAttempts, after);
        if (mail === undefined) return;
        after = mail.id;
        // Before, so that one that ends the process is not tried for ever.
        await countAttempt(database.query, mail.id);
        if (await read(mail)) await dropHardMail(database.query, mail.id);
      }
    },
  };
}
