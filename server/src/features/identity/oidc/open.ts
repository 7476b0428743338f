import { oidcCallbackPath, oidcSignedOutPath } from '@rolecall/contract/oidc';
import type { Logger } from '../../../platform/observability/index.ts';
import { createProvider, type Provider } from './provider.ts';
import type { OidcProviderSettings } from './settings.ts';
import { createTransport } from './transport.ts';

/** The provider of this instance, with the connections to it. */
export interface OpenProvider {
  readonly provider: Provider;
  close(): Promise<void>;
}

export function openProvider(
  settings: OidcProviderSettings,
  { publicUrl, logger }: { readonly publicUrl: string; readonly logger: Logger },
): OpenProvider {
  const transport = createTransport(settings.ca);
  const provider = createProvider({
    settings,
    transport,
    logger,
    callbackUrl: `${publicUrl}${oidcCallbackPath}`,
    signedOutUrl: `${publicUrl}${oidcSignedOutPath}`,
  });
  return { provider, close: transport.close };
}
