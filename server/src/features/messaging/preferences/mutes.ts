import { type Mute, maximumMutes, subjectSchema } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { createCursors, momentField } from '../../../platform/pagination/index.ts';
import { countOtherMutes, deleteMute, findMutes, type MuteRow, saveMute } from './mutes.store.ts';
import { lockSettings } from './preferences.store.ts';

const cursors = createCursors({ createdAt: momentField, subject: subjectSchema });

/**
 * What a person wants to hear nothing more of. A new notification about it is kept out of the inbox, and the second
 * look before sending drops what still waits; both say `muted`.
 */
export interface Mutes {
  /** What is muted now, the newest first. @throws {ApplicationError} `invalid_cursor` */
  list(
    tx: Tx,
    userId: string,
    query: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<{ items: Mute[]; next_cursor: string | null }>;
  /**
   * Mutes a subject, or gives what is muted another label and end.
   * @throws {ApplicationError} `too_many_mutes`; `invalid_request` for an end that has passed
   */
  mute(
    tx: Tx,
    userId: string,
    subject: string,
    input: { readonly label: string; readonly until: string | null },
  ): Promise<Mute>;
  /** Doing it twice is fine, and so is what was never muted. */
  unmute(tx: Tx, userId: string, subject: string): Promise<void>;
}

export function createMutes({ clock }: { readonly clock: Clock }): Mutes {
  return {
    async list(tx, userId, { limit, cursor }) {
      const before = cursors.read(cursor);
      const rows = await findMutes(tx, userId, before, limit + 1, clock.now());
      return cursors.page(rows, limit, toMute, (row) => ({
        createdAt: row.created_at,
        subject: row.subject,
      }));
    },

    async mute(tx, userId, subject, { label, until }) {
      const now = clock.now();
      const end = until === null ? null : new Date(until);
      if (end !== null && end <= now) {
        throw new ApplicationError('invalid_request', {
          fields: [{ path: 'until', message: 'must be in the future' }],
        });
      }
      // One at a time for each person, so that the bound holds.
      await lockSettings(tx, userId, now);
      if ((await countOtherMutes(tx, userId, subject, now)) >= maximumMutes) {
        throw new ApplicationError('too_many_mutes');
      }
      return toMute(await saveMute(tx, userId, { subject, label, until: end }, now));
    },

    unmute: (tx, userId, subject) => deleteMute(tx, userId, subject),
  };
}

function toMute({ subject, label, until, created_at }: MuteRow): Mute {
  return { subject, label, until: until?.toISOString() ?? null, created_at: created_at.toISOString() };
}
