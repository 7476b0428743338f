import type { KindTexts } from '../../../../platform/kind-texts/index.ts';
import { companyDecision } from './company-decision.ts';

/** What recruiters are told of their company. */
export const companyKinds: readonly KindTexts[] = [companyDecision];
