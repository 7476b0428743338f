import type { Category } from '@rolecall/contract';
import { type Database, isForeignKeyViolation } from '../../../../platform/db/index.ts';
import type { Logger } from '../../../../platform/observability/index.ts';
import type { Preferences } from '../../preferences/index.ts';
import { anyReader, createEngine, languages } from '../../texts/index.ts';
import type { UnsubscribeTokens } from './unsubscribe.ts';

/** What the edge answers at `/u/{token}`. */
export interface UnsubscribeAnswer {
  readonly status: 200 | 404;
  readonly contentType: 'text/html; charset=utf-8';
  readonly body: string;
}

export interface Unsubscription {
  /**
   * `GET` shows a page with a button and changes nothing, because link scanners follow every link of a mail. `POST`
   * stops the mails; it needs no sign-in, no cookie and no particular body (RFC 8058), and doing it twice is fine.
   */
  handle(token: string, method: 'GET' | 'POST'): Promise<UnsubscribeAnswer>;
}

export interface UnsubscriptionDependencies {
  readonly database: Database;
  readonly logger: Logger;
  readonly preferences: Pick<Preferences, 'switchOff'>;
  readonly tokens: UnsubscribeTokens;
  /** Origin without a trailing slash. */
  readonly publicUrl: string;
}

export function createUnsubscription(dependencies: UnsubscriptionDependencies): Unsubscription {
  const { database, logger, preferences, tokens, publicUrl } = dependencies;
  const template = createEngine('html', languages).parse(page);
  const settingsUrl = `${publicUrl}/settings/notifications`;

  function answer(
    status: 200 | 404,
    state: 'ask' | 'done' | 'unknown',
    category?: Category,
  ): UnsubscribeAnswer {
    const list = category === undefined ? '' : languages[anyReader.locale].lists[category];
    const body = template.render({ state, list, settings_url: settingsUrl }, anyReader);
    return { status, contentType: 'text/html; charset=utf-8', body };
  }

  async function stop(userId: string, category: Category): Promise<void> {
    try {
      await database.transaction((tx) => preferences.switchOff(tx, userId, category, 'email'));
      logger.info({ user_id: userId, category }, 'unsubscribed by link');
    } catch (error) {
      // The account is gone, and with it the mails.
      if (!isForeignKeyViolation(error)) throw error;
    }
  }

  return {
    async handle(token, method) {
      const target = tokens.verify(token);
      if (target === null) return answer(404, 'unknown');
      if (method === 'GET') return answer(200, 'ask', target.category);
      await stop(target.userId, target.category);
      return answer(200, 'done', target.category);
    },
  };
}

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>E-mail preferences · Rolecall</title>
<style>
  :root { color-scheme: light dark }
  body { font: 1.0625rem/1.6 system-ui, sans-serif; max-width: 32rem; margin: 12vh auto; padding: 0 1.25rem }
  h1 { font-size: 1.5rem; line-height: 1.3 }
  button { font: inherit; font-weight: 600; padding: .65rem 1.25rem; border: 0; border-radius: .5rem;
    background: #1f5f5b; color: #fff; cursor: pointer }
  button:focus-visible, a:focus-visible { outline: 3px solid #d98e04; outline-offset: 2px }
</style>
</head>
<body>
<main>
{% case state %}
{% when 'ask' %}
<h1>Stop mails about “{{ list }}”?</h1>
<p>They stay in your inbox at Rolecall. Mails that your account needs, such as a new password, still come.</p>
<form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click">
<button type="submit">Stop these mails</button></form>
{% when 'done' %}
<h1>No more mails about “{{ list }}”</h1>
<p>They stay in your inbox at Rolecall.</p>
{% else %}
<h1>This link is not valid</h1>
<p>It may have been cut off on its way.</p>
{% endcase %}
<p><a href="{{ settings_url }}">All preferences</a></p>
</main>
</body>
</html>`;
