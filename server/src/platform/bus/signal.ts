/** Something that happens now and then, and who wants to know. */
export class Signal {
  readonly #listeners = new Set<() => void>();

  on(listener: () => void): () => void {
    const own = () => listener();
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  raise(): void {
    for (const listener of this.#listeners) listener();
  }
}
