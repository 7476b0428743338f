import { testMessage } from './test-message.ts';

export const kinds = {
  test_message: testMessage,
} as const;
