import { type ApiKeyScope, api, apiKeyScopes, type Endpoint, type Role } from '@rolecall/contract';

/** What a key may read or change. */
export type ScopeSubject = 'profile' | 'jobs' | 'applications' | 'notifications' | 'operations';

interface ScopeParts {
  readonly does: 'read' | 'change';
  readonly subject: ScopeSubject;
}

/** Sending events neither reads nor changes what the person has. */
const partsOf: Readonly<Record<Exclude<ApiKeyScope, 'events:send'>, ScopeParts>> = {
  'profile:read': { does: 'read', subject: 'profile' },
  'profile:write': { does: 'change', subject: 'profile' },
  'jobs:read': { does: 'read', subject: 'jobs' },
  'jobs:write': { does: 'change', subject: 'jobs' },
  'applications:read': { does: 'read', subject: 'applications' },
  'applications:write': { does: 'change', subject: 'applications' },
  'notifications:read': { does: 'read', subject: 'notifications' },
  'notifications:write': { does: 'change', subject: 'notifications' },
  'operations:read': { does: 'read', subject: 'operations' },
  'operations:write': { does: 'change', subject: 'operations' },
};

export const scopeParts = (scope: ApiKeyScope): ScopeParts | 'send_events' =>
  scope === 'events:send' ? 'send_events' : partsOf[scope];

/** What these scopes let a key read, or change. */
export function subjectsOf(scopes: readonly ApiKeyScope[], does: ScopeParts['does']): ScopeSubject[] {
  return scopes.flatMap((scope) => {
    const parts = scopeParts(scope);
    return parts !== 'send_events' && parts.does === does ? [parts.subject] : [];
  });
}

const endpoints: readonly Endpoint[] = Object.values(api).flatMap((group): readonly Endpoint[] =>
  Object.values(group),
);

/** Scopes that some endpoint asks for which this role may call; the others would be good for nothing. */
export function scopesFor(role: Role): ApiKeyScope[] {
  const open = endpoints.filter(({ access }) => typeof access === 'string' || access.includes(role));
  const asked = new Set(open.map(({ scope }) => scope));
  return apiKeyScopes.filter((scope) => asked.has(scope));
}

/** What a new key may do unless the person chooses more: look, and change nothing. */
export const usualScopes = (scopes: readonly ApiKeyScope[]): ApiKeyScope[] =>
  scopes.filter((scope) => subjectsOf([scope], 'read').length > 0);
