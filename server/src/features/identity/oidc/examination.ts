import type { Config } from '../../../platform/config/index.ts';
import { reasonOf } from '../../../platform/errors/index.ts';
import { createLogger } from '../../../platform/observability/index.ts';
import { openProvider } from './open.ts';
import type { Provider } from './provider.ts';
import { oidcSettings } from './settings.ts';

/** What `rolecall doctor` says of the provider. */
interface OidcFinding {
  readonly part: 'identity provider';
  readonly state: 'ok' | 'warning' | 'failed';
  readonly detail: string;
}

const finding = (state: OidcFinding['state'], detail: string): OidcFinding => ({
  part: 'identity provider',
  state,
  detail,
});

/** Looks at what the provider says of itself; nothing where there is none. */
export async function examineProvider(config: Config): Promise<OidcFinding[]> {
  const { provider: settings } = config.of(oidcSettings);
  if (settings === undefined) return [];
  const logger = createLogger({ level: 'silent', environment: config.environment });
  const { provider, close } = openProvider(settings, { publicUrl: config.http.publicUrl, logger });
  try {
    return judge(settings.issuer, settings.clientAuthentication, await provider.metadata());
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    return [finding('failed', `${settings.issuer} cannot be discovered: ${deepestReason(cause)}`)];
  } finally {
    await close();
  }
}

function judge(
  issuer: string,
  authentication: string,
  metadata: Awaited<ReturnType<Provider['metadata']>>,
): OidcFinding[] {
  const lacks: string[] = [];
  const { token_endpoint_auth_methods_supported: methods = ['client_secret_basic'] } = metadata;
  if (!methods.includes(authentication)) {
    lacks.push(
      `it takes no ${authentication} (ROLECALL_OIDC_CLIENT_AUTHENTICATION), but ${methods.join(', ')}`,
    );
  }
  const { code_challenge_methods_supported: challenges } = metadata;
  if (challenges !== undefined && !challenges.includes('S256')) lacks.push('it does not know PKCE with S256');
  if (metadata.jwks_uri === undefined) lacks.push('it publishes no keys');
  if (lacks.length > 0) return [finding('warning', `${issuer}: ${lacks.join('; ')}`)];
  return [finding('ok', `${issuer} can be discovered`)];
}

/** Errors of the library say that something failed; what it was is further down. */
function deepestReason(error: unknown): string {
  let current = error;
  for (let depth = 0; depth < 5 && current instanceof Error && current.cause instanceof Error; depth++) {
    current = current.cause;
  }
  return reasonOf(current);
}
