interface Told {
  readonly unread: number;
  readonly revision: number;
}

/** The numbers of the inbox: what the server has said last, and what it should say next by all that is known here. */
export class Counts {
  #told: number | null = null;
  #expected: number | null = null;
  #toldRevision: number | null = null;
  #revision: number | null = null;

  /** How many are unread by the server's last word; null until there is one. */
  get told(): number | null {
    return this.#told;
  }

  get expected(): number | null {
    return this.#expected;
  }

  expect(difference: number): void {
    if (this.#expected !== null) this.#expected = Math.max(0, this.#expected + difference);
  }

  expectNone(): void {
    if (this.#expected !== null) this.#expected = 0;
  }

  take({ unread, revision }: Told): void {
    this.#told = unread;
    this.#toldRevision = revision;
  }

  /** Takes the answer to a change that was made here. */
  takeOwn({ unread, revision }: Told): void {
    this.#told = unread;
    this.#toldRevision = Math.max(this.#toldRevision ?? 0, revision);
    // One step is this change itself; more of them were made elsewhere.
    if (this.#revision !== null && revision === this.#revision + 1) this.#revision = revision;
  }

  /** Believes what was said; tells whether it shows that something was changed elsewhere. */
  settle(): boolean {
    const isSurprise = this.#expected !== null && this.#expected !== this.#told;
    const isChanged = this.#revision !== null && this.#revision !== this.#toldRevision;
    this.#expected = this.#told;
    this.#revision = this.#toldRevision;
    return isSurprise || isChanged;
  }
}
