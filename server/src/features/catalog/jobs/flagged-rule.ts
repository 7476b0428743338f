import { type PostingRule, postingRuleSchema } from '@rolecall/contract';
import {
  lockInstanceValue,
  readInstanceValue,
  setInstanceValue,
  type Tx,
} from '../../../platform/db/index.ts';

const ruleName = 'flagged_postings';
const usualRule: PostingRule = 'quiet';

const toRule = (value: string | undefined) => postingRuleSchema.safeParse(value).data ?? usualRule;

/** What becomes of postings with something in their texts, until an operator has looked. */
export const flaggedRule = async (tx: Tx): Promise<PostingRule> =>
  toRule(await readInstanceValue(tx, ruleName));

/** @returns the rule before */
export async function setFlaggedRule(tx: Tx, rule: PostingRule): Promise<PostingRule> {
  const before = toRule(await lockInstanceValue(tx, ruleName, usualRule));
  if (before !== rule) await setInstanceValue(tx, ruleName, rule);
  return before;
}
