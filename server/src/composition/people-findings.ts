import type { Finding } from '../edges/cli/actions.ts';
import { demoAddresses } from '../features/identity/accounts/index.ts';
import { oidcSettings } from '../features/identity/oidc/index.ts';
import { findPasskeyOwners } from '../features/identity/passkeys/index.ts';
import { findKnownAddresses, findOperators } from '../features/identity/people/index.ts';
import { findGuarded } from '../features/identity/second-factor/index.ts';
import { type Config, ConfigurationError } from '../platform/config/index.ts';
import type { Tx } from '../platform/db/index.ts';

/** More operators than an instance has. */
const mostOperators = 1_000;

/**
 * Refuses a database that has demo people in production: everybody knows their password, and one of them is an operator.
 * @throws {ConfigurationError}
 */
export async function refuseDemoPeople(tx: Tx, { environment }: Pick<Config, 'environment'>): Promise<void> {
  if (environment !== 'production') return;
  const found = await findKnownAddresses(tx, demoAddresses);
  if (found.size > 0) throw new ConfigurationError([`ROLECALL_ENVIRONMENT: ${demoPeopleFound(found)}`]);
}

const demoPeopleFound = (found: ReadonlySet<string>) =>
  `the database has demo people (${[...found].toSorted().join(', ')}), whose password everybody knows: use another database, or ` +
  'start this one with ROLECALL_ENVIRONMENT=development on HOST=127.0.0.1 and have them delete their accounts.';

/** What is unsafe about the people who may do most. */
export async function examinePeople(tx: Tx, config: Config): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const demo = await findKnownAddresses(tx, demoAddresses);
  if (config.environment === 'production' && demo.size > 0)
    findings.push({ part: 'operators', state: 'failed', detail: demoPeopleFound(demo) });
  const operators = await findOperators(tx, mostOperators);
  if (operators.length === 0) {
    const detail = 'there are none: `rolecall user create --role operator` makes one';
    return [...findings, { part: 'operators', state: 'warning', detail }];
  }
  const ids = operators.map(({ id }) => id);
  const [guarded, keys] = [await findGuarded(tx, ids), await findPasskeyOwners(tx, ids)];
  const bare = operators.filter(({ id }) => !guarded.has(id) && !keys.has(id));
  if (bare.length === 0 || config.of(oidcSettings).only) {
    return [
      ...findings,
      { part: 'operators', state: 'ok', detail: `${operators.length} with a second proof of who they are` },
    ];
  }
  const detail =
    `${bare.length} of ${operators.length} sign in with a password alone: they set up a second factor or a passkey under ` +
    'Settings, Security';
  return [...findings, { part: 'operators', state: 'warning', detail }];
}
