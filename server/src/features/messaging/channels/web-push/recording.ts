import type { Tx } from '../../../../platform/db/index.ts';
import type { Attempt } from '../channel.ts';
import type { PushContact } from './contacts.store.ts';
import { forgetDevices, noteRefused, noteTaken } from './devices.store.ts';
import type { PushReceipt } from './outcome.ts';
import { deleteShown, insertShown } from './shown.store.ts';

/** Writes down what attempts have shown of devices, a constant number of statements for any number of them. */
export async function recordAnswers(
  tx: Tx,
  attempts: readonly Attempt<PushContact, PushReceipt>[],
): Promise<void> {
  const told = attempts.flatMap(({ delivery: { notificationId }, outcome, at }) =>
    (outcome.receipt?.answers ?? []).map(({ contact, answer }) => ({
      notificationId,
      contact,
      result: answer.result,
      closes: outcome.receipt?.closes ?? [],
      at,
    })),
  );
  const now = told.at(-1)?.at;
  if (now === undefined) return;
  const having = (result: (typeof told)[number]['result']) => told.filter((one) => one.result === result);
  const taken = having('taken');
  await noteTaken(tx, idsOf(taken), now);
  await noteRefused(tx, idsOf(having('sender_refused')), now);
  await forgetDevices(
    tx,
    having('gone').map(({ contact }) => contact),
  );
  await insertShown(
    tx,
    taken.map(({ contact, notificationId }) => ({ deviceId: contact.id, notificationId })),
    now,
  );
  await deleteShown(
    tx,
    taken.flatMap(({ contact, closes }) =>
      closes.map((notificationId) => ({ deviceId: contact.id, notificationId })),
    ),
  );
}

function idsOf(told: readonly { readonly contact: PushContact }[]): string[] {
  return [...new Set(told.map(({ contact }) => contact.id))];
}
