import { serviceMessage } from './service-message.ts';

export const kinds = {
  service_message: serviceMessage,
} as const;
