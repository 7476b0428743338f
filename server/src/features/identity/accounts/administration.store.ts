import type { Role } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';

/** An account as it stands, which nobody else changes until the transaction ends. */
export async function lockStanding(
  tx: Tx,
  userId: string,
): Promise<{ readonly role: Role; readonly email: string; readonly disabled_at: Date | null } | undefined> {
  return tx
    .selectFrom('users')
    .select(['role', 'email', 'disabled_at'])
    .where('id', '=', userId)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/**
 * The operators who can act, until the transaction ends: whoever wants to take one away meanwhile waits, and sees what is
 * left then.
 */
export async function lockOperators(tx: Tx): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('users')
    .select('id')
    .where('role', '=', 'operator')
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  return rows.map(({ id }) => id);
}

export async function updateDisabled(
  tx: Tx,
  userId: string,
  disabled: { readonly at: Date; readonly reason: string } | null,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('users')
    .set({ disabled_at: disabled?.at ?? null, disabled_reason: disabled?.reason ?? null, updated_at: now })
    .where('id', '=', userId)
    .execute();
}

export async function updateRole(tx: Tx, userId: string, role: Role, now: Date): Promise<void> {
  await tx.updateTable('users').set({ role, updated_at: now }).where('id', '=', userId).execute();
}

/** Undefined: nobody has this id. */
export async function selectDisabledReason(
  tx: Tx,
  userId: string,
): Promise<{ readonly disabled_reason: string | null } | undefined> {
  return tx.selectFrom('users').select('disabled_reason').where('id', '=', userId).executeTakeFirst();
}
