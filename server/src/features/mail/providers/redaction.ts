import type { MailProvider } from '../message/index.ts';

const shortestSecret = 4;

/**
 * Keeps secrets out of the answers of a provider: some servers repeat what they refuse.
 *
 * @param secrets as they are configured; their encoded forms are found too
 */
export function withoutSecrets(provider: MailProvider, secrets: readonly string[]): MailProvider {
  const forms = secrets
    .filter((secret) => secret.length >= shortestSecret)
    .flatMap((secret) => [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')])
    .toSorted((left, right) => right.length - left.length);
  const redact = (text: string) => forms.reduce((safe, form) => safe.replaceAll(form, '[secret]'), text);

  return {
    ...provider,
    async send(mail, returnPath) {
      const outcome = await provider.send(mail, returnPath);
      return 'detail' in outcome ? { ...outcome, detail: redact(outcome.detail) } : outcome;
    },
    async verify() {
      try {
        await provider.verify();
      } catch (error) {
        throw new Error(redact(error instanceof Error ? error.message : String(error)));
      }
    },
  };
}
