import type { Adapter, AdapterPayload } from 'oidc-provider';

/** Where a provider of tests keeps what it has to remember; it survives a change of its keys. */
export class Memory implements Adapter {
  readonly #name: string;
  readonly #rows: Map<string, AdapterPayload>;

  constructor(name: string, rows: Map<string, AdapterPayload>) {
    this.#name = name;
    this.#rows = rows;
  }

  async upsert(id: string, payload: AdapterPayload): Promise<void> {
    this.#rows.set(this.#key(id), { ...payload });
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.#rows.get(this.#key(id));
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return [...this.#rows].find(([key, row]) => key.startsWith(`${this.#name}:`) && row.uid === uid)?.[1];
  }

  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  async consume(id: string): Promise<void> {
    const row = this.#rows.get(this.#key(id));
    if (row !== undefined) row.consumed = Math.floor(Date.now() / 1000);
  }

  async destroy(id: string): Promise<void> {
    this.#rows.delete(this.#key(id));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, { grantId: of }] of this.#rows) if (of === grantId) this.#rows.delete(key);
  }

  #key(id: string): string {
    return `${this.#name}:${id}`;
  }
}
