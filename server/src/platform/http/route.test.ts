import { type ApiKeyScope, api, apiKeyScopes, type Endpoint, roles } from '@rolecall/contract';
import { describe, expect, it } from 'vitest';
import { allows, type Viewer } from './index.ts';

const keyWith = (...scopes: ApiKeyScope[]): Viewer => ({
  userId: '0198c000-0000-7000-8000-000000000001',
  role: 'operator',
  sessionId: null,
  apiKey: { id: '0198c000-0000-7000-8000-000000000002', scopes: new Set(scopes) },
});
const endpoints: readonly Endpoint[] = Object.values(api).flatMap((group) => Object.values<Endpoint>(group));

describe('a key', () => {
  it('calls what one of its scopes names, and its role may', () => {
    expect(allows(api.operator.listSources, keyWith('operations:read'))).toBe(true);
    expect(allows(api.operator.listSources, keyWith('operations:write'))).toBe(false);
    expect(allows(api.operator.listSources, { ...keyWith('operations:read'), role: 'recruiter' })).toBe(
      false,
    );
  });

  it('with all scopes and any role makes no keys, ends no session, exports nothing and touches no credentials', () => {
    const closed = [
      ...[api.me.listApiKeys, api.me.createApiKey, api.me.revokeApiKey],
      ...[api.me.listSessions, api.me.endSession, api.me.endOtherSessions],
      ...[api.auth.signOutEverywhere, api.auth.changePassword, api.auth.resendVerification],
      ...[api.privacy.export, api.privacy.erase],
    ];
    for (const endpoint of closed) {
      for (const role of roles) expect(allows(endpoint, { ...keyWith(...apiKeyScopes), role })).toBe(false);
    }
  });

  it('calls nothing that names no scope, and reads by no scope of reading what changes something', () => {
    for (const endpoint of endpoints) {
      if (endpoint.access === 'public') continue;
      if (endpoint.scope === undefined) expect(allows(endpoint, keyWith(...apiKeyScopes))).toBe(false);
      if (endpoint.scope?.endsWith(':read') === true)
        expect([endpoint.id, endpoint.method]).not.toContain('DELETE');
    }
  });
});
