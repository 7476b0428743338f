import { z } from 'zod';
import { endpoint, noInput } from '../../core/endpoint.ts';
import { sessionSchema } from '../accounts/schemas.ts';

export const signInLinks = {
  use: endpoint({
    ...noInput,
    id: 'signInByLink',
    method: 'POST',
    path: '/api/v1/auth/sign-in-link',
    tag: 'Authentication',
    summary: 'Sign in by a link of the command line',
    description:
      'With the token of the link that `rolecall user sign-in-link` prints for operators. It works once, for 15 minutes, and asks for nothing else.',
    access: 'public',
    body: z.object({ token: z.string().min(1).max(512) }),
    response: sessionSchema,
    errors: ['token_invalid', 'too_many_attempts', 'account_disabled'],
    rateLimit: 'credentials',
  }),
};
