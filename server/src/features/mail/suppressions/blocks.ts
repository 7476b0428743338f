import { type Kind, kinds, type SuppressionReason, type SuppressionScope } from '@rolecall/contract';

/** That an address is not written to. */
export interface Block {
  readonly reason: SuppressionReason;
  readonly scope: SuppressionScope;
  readonly since: Date;
}

/** What its owner can lift by showing that mail arrives and is wanted. */
const liftedByProof: ReadonlySet<SuppressionReason> = new Set(['hard_bounce', 'soft_bounces', 'complaint']);

export const reasonsLiftedByProof: readonly SuppressionReason[] = [...liftedByProof];

/** The narrowest first: what an operator has decided, a missing mailbox, what has failed too often, a complaint. */
const order: readonly SuppressionReason[] = ['manual', 'import', 'hard_bounce', 'soft_bounces', 'complaint'];

/** The block that counts most. */
export function strongest(blocks: readonly Block[]): Block | null {
  const rank = ({ reason, scope }: Block) => order.indexOf(reason) + (scope === 'all' ? 0 : order.length);
  return blocks.toSorted((left, right) => rank(left) - rank(right))[0] ?? null;
}

export function canBeLiftedByProof(blocks: readonly Block[]): boolean {
  return blocks.length > 0 && blocks.every(({ reason }) => liftedByProof.has(reason));
}

/**
 * What keeps a mail of this kind from its address. A mail that confirms the address is let through by all that its owner
 * can lift: it is sent because somebody signed in has asked for it, and nothing else can show that the address is good.
 *
 * @returns null: it may go
 */
export function blockOf(blocks: readonly Block[], kind: Kind): Block | null {
  const stops = ({ reason, scope }: Block) => {
    if (kind === 'email_verification' && liftedByProof.has(reason)) return false;
    return scope === 'all' || !kinds[kind].mandatory;
  };
  return strongest(blocks.filter(stops));
}
