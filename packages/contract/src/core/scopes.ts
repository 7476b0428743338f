import { z } from 'zod';

/**
 * What an API key may do, beside what its owner's role allows. An endpoint that names none of these is closed to keys: what
 * concerns credentials, sessions, the address and the export of an account.
 */
export const apiKeyScopes = [
  'profile:read',
  'profile:write',
  'jobs:read',
  'jobs:write',
  'applications:read',
  'applications:write',
  'notifications:read',
  'notifications:write',
  'events:send',
  'operations:read',
  'operations:write',
] as const;
export const apiKeyScopeSchema = z.enum(apiKeyScopes);
export type ApiKeyScope = z.infer<typeof apiKeyScopeSchema>;
