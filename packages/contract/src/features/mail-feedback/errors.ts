import { describeError, type ErrorDescriptions } from '../../core/errors.ts';

export const errors = {
  webhook_topic_refused: describeError(
    403,
    'after_change',
    'The topic is not known here',
    'Only topics of Amazon SNS that ROLECALL_SNS_TOPIC_ARNS names may tell something.',
  ),
} as const satisfies ErrorDescriptions;
