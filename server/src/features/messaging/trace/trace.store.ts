import type { Tx } from '../../../platform/db/index.ts';

/** Notes that an operator has looked at what somebody got; `notificationId` null: at the list. */
export async function recordLook(
  tx: Tx,
  look: {
    readonly operatorId: string;
    readonly userId: string;
    readonly notificationId: string | null;
    readonly at: Date;
  },
): Promise<void> {
  await tx
    .insertInto('operator_looks')
    .values({
      at: look.at,
      operator_id: look.operatorId,
      user_id: look.userId,
      notification_id: look.notificationId,
    })
    .execute();
}
