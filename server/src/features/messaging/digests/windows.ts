import type { DigestSettings } from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../platform/db/index.ts';
import { moveCollected } from '../deliveries/index.ts';
import type { DigestRequest, DigestWindows } from '../notifications/index.ts';
import { windowEnd } from '../routing/index.ts';
import { insertOverflows } from './overflows.store.ts';
import { findOpen, insertWindows, setClosing, type WindowRow } from './windows.store.ts';

/**
 * The windows that collect for digests. A person has at most one open window for a channel and a frequency; what is to
 * wait joins it, or opens one. Whoever opens, joins or closes windows holds the inboxes of their people, so that
 * nothing joins a window that is being closed.
 */
export interface PersonalDigestWindows extends DigestWindows {
  /** Lets the open windows of a person end as new settings want it, never later than before. */
  reschedule(tx: Tx, userId: string, settings: DigestSettings, timeZone: string, now: Date): Promise<void>;
}

export function createDigestWindows(): PersonalDigestWindows {
  return {
    async openFor(tx, requests, now) {
      if (requests.length === 0) return [];
      const open = new Map(
        (await findOpen(tx, [...new Set(requests.map(({ userId }) => userId))])).map((row) => [
          keyOf(row),
          row,
        ]),
      );
      const opened: WindowRow[] = [];
      const endOf = windowEnds(now);
      const windows = requests.map((request) => {
        const key = keyOf({ ...request, user_id: request.userId });
        const known = open.get(key) ?? newWindow(request, endOf(request));
        if (!open.has(key)) {
          open.set(key, known);
          opened.push(known);
        }
        return { id: known.id, closesAt: known.closes_at };
      });
      if (opened.length > 0) await insertWindows(tx, opened, now);
      return windows;
    },

    async openOverflows(tx, requests, now) {
      const endOf = windowEnds(now);
      await insertOverflows(
        tx,
        requests.map(({ userId, settings, timeZone }) => ({
          user_id: userId,
          since: now,
          tell_at: endOf({ frequency: 'daily', settings, timeZone }),
        })),
      );
    },

    async reschedule(tx, userId, settings, timeZone, now) {
      const changed = (await findOpen(tx, [userId])).flatMap((row) => {
        const closesAt = windowEnd(row.frequency, settings, timeZone, now);
        return closesAt < row.closes_at ? [{ ...row, closes_at: closesAt }] : [];
      });
      if (changed.length === 0) return;
      const moved = new Set(await setClosing(tx, changed));
      await moveCollected(
        tx,
        changed.flatMap(({ id, closes_at: closesAt }) =>
          moved.has(id) ? [{ digestId: id, closesAt, reason: null }] : [],
        ),
        now,
      );
    },
  };
}

/** Finds when windows end that begin now; once for all people of the same settings and zone. */
function windowEnds(
  now: Date,
): (request: Pick<DigestRequest, 'frequency' | 'settings' | 'timeZone'>) => Date {
  const known = new Map<string, Date>();
  return ({ frequency, settings, timeZone }) => {
    const { at, weekday, window } = settings;
    const key = `${frequency} ${at} ${weekday} ${window} ${timeZone}`;
    const end = known.get(key) ?? windowEnd(frequency, settings, timeZone, now);
    known.set(key, end);
    return end;
  };
}

function newWindow({ userId, channel, frequency }: DigestRequest, closesAt: Date): WindowRow {
  return { id: uuidv7(), user_id: userId, channel, frequency, closes_at: closesAt };
}

function keyOf(row: Pick<WindowRow, 'user_id' | 'channel' | 'frequency'>): string {
  return `${row.user_id} ${row.channel} ${row.frequency}`;
}
