import { type BroadcastAction, type BroadcastStatus, broadcastActions } from '@rolecall/contract';
import { ApplicationError } from '../../../platform/errors/index.ts';

/*
 * The life of a broadcast.
 *
 * It begins as a draft, which is written, counted, previewed and tested as often as one likes, and can be thrown away.
 * A draft is started at once, or scheduled: then it starts by itself when its time has come, unless it is made a draft
 * again. Until it has started it can be edited.
 *
 * When it starts, its audience is counted, and the moment is noted: who signs up later is not told. While it runs, one
 * batch of people after the other is told, each in a transaction that also notes how far it is. Paused, it tells nobody,
 * and goes on from there when it is resumed. When the audience has come to its end, it is finished.
 *
 * Stopped, it has ended for good: nobody more is told, and of those who were told whoever has not been sent a mail yet
 * is not sent one. When its batches have failed several times in a row for a reason that is not the database's being
 * away, it has failed: nothing is lost, and it can be resumed when the reason is gone, or stopped.
 *
 *     draft ⇄ scheduled
 *       └──────┴──→ running ⇄ paused
 *                     ├──→ finished
 *                     ├──→ failed ──→ running, stopped
 *                     └──→ stopped ←── paused
 *
 * Every step takes the lock of its row first, so that of two at once the second one sees what the first has done.
 */

interface Step {
  readonly from: readonly BroadcastStatus[];
  /** Null: it stays as it is, or is gone. */
  readonly to: BroadcastStatus | null;
}

const steps = {
  edit: { from: ['draft', 'scheduled'], to: null },
  remove: { from: ['draft'], to: null },
  schedule: { from: ['draft', 'scheduled'], to: 'scheduled' },
  unschedule: { from: ['scheduled'], to: 'draft' },
  start: { from: ['draft', 'scheduled'], to: 'running' },
  pause: { from: ['running'], to: 'paused' },
  resume: { from: ['paused', 'failed'], to: 'running' },
  stop: { from: ['running', 'paused', 'failed'], to: 'stopped' },
} as const satisfies Record<BroadcastAction, Step>;

const mayFollow = (action: BroadcastAction, status: BroadcastStatus): boolean => {
  const { from }: Step = steps[action];
  return from.includes(status);
};

/** What an operator can do with a broadcast of this status. */
export function allowedActions(status: BroadcastStatus): BroadcastAction[] {
  return broadcastActions.filter((action) => mayFollow(action, status));
}

/**
 * The status that an action leads to.
 * @throws {ApplicationError} `broadcast_status_conflict` (with `status` and `allowed`)
 */
export function nextStatus(action: BroadcastAction, status: BroadcastStatus): BroadcastStatus {
  if (mayFollow(action, status)) return steps[action].to ?? status;
  throw new ApplicationError('broadcast_status_conflict', {
    detail: `It is ${status}.`,
    extensions: { status, allowed: allowedActions(status) },
  });
}
