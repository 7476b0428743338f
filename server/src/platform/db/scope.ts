import { AsyncLocalStorage } from 'node:async_hooks';
import type { Kysely } from 'kysely';
import type { LeasedConnection } from './leased-connection.ts';
import type { Schema } from './schema.ts';

/**
 * A transaction as the asynchronous calls inside it see it.
 *
 * It is `opening` until its connection has begun, `open` while the work runs, and `ended` from the moment that commit
 * or rollback is sent. Calls that outlive it still find it here, see that it has ended, and go their own way.
 */
export class TransactionScope {
  state: 'opening' | 'open' | 'ended' = 'opening';
  lease: LeasedConnection | undefined;
  tx: Kysely<Schema> | undefined;
  /** Why joined work failed; set once, and then the transaction can't commit. */
  failure: { readonly error: unknown } | undefined;
  readonly effects: (() => void)[] = [];
}

/** Carries the transaction of one database through asynchronous calls. */
export class TransactionScopes {
  readonly #storage = new AsyncLocalStorage<TransactionScope | undefined>();

  /** The transaction that encloses this call and has not ended yet. */
  current(): TransactionScope | undefined {
    const scope = this.#storage.getStore();
    return scope?.state === 'ended' ? undefined : scope;
  }

  within<T>(scope: TransactionScope | undefined, work: () => T): T {
    return this.#storage.run(scope, work);
  }
}
