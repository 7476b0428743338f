/**
 * Why an address is not written to:
 * - `hard_bounce`: its server says that there is no such mailbox; `soft_bounces`: it has failed too often;
 * - `complaint`: its owner reported a mail of ours as spam;
 * - `manual`: an operator has put it down; `import`: it came with a list.
 */
export const suppressionReasons = ['hard_bounce', 'soft_bounces', 'complaint', 'manual', 'import'] as const;
export type SuppressionReason = (typeof suppressionReasons)[number];
