import { z } from 'zod';

export const securityEvents = [
  'password_changed',
  'new_sign_in',
  'session_copied',
  'api_key_created',
  'api_keys_ended',
  'email_changed',
  'data_exported',
  'second_factor_added',
  'second_factor_removed',
  'recovery_codes_renewed',
  'recovery_code_used',
  'passkey_added',
  'passkey_removed',
  'identity_linked',
] as const;
export const securityEventSchema = z.enum(securityEvents);
export type SecurityEvent = z.infer<typeof securityEventSchema>;
