import { dataRules } from './data.ts';
import { feeRules } from './fee.ts';
import { messengerRules } from './messenger.ts';
import type { Rule } from './rule.ts';
import { serviceRules } from './services.ts';

export { enoughTogether, type Rule, strong } from './rule.ts';
export const rules: readonly Rule[] = [...feeRules, ...dataRules, ...messengerRules, ...serviceRules];
