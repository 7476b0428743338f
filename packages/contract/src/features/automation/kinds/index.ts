import { automationNeedsAttention } from './automation-needs-attention.ts';

export const kinds = {
  automation_needs_attention: automationNeedsAttention,
} as const;
