import { type Kind, kinds, type SuppressionReason, type SuppressionScope } from '@rolecall/contract';

/** Why an address gets no mail, or not all. */
export interface Block {
  readonly reason: SuppressionReason;
  readonly scope: SuppressionScope;
  readonly since: Date;
}

/** Reasons that the owner lifts by proving that mail arrives and is wanted. */
const liftedByProof: ReadonlySet<SuppressionReason> = new Set(['hard_bounce', 'soft_bounces', 'complaint']);

export const reasonsLiftedByProof: readonly SuppressionReason[] = [...liftedByProof];

/** From the strongest: a decision of an operator, a missing mailbox, too many failures, a complaint. */
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
 * What blocks a mail of this kind. Reasons that the owner can lift do not block the mail that confirms the address: a person
 * who is signed in has asked for it, and nothing else can prove that the address works.
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
