import { Context } from 'liquidjs';

/** A context that tells where a name stands, which that of Liquid tells its own generators alone. */
export class VisibleContext extends Context {
  /** What loops have put on top, the innermost last. */
  readonly #loops: object[] = [];

  override push(scope: object): number {
    this.#loops.push(scope);
    return super.push(scope);
  }

  override pop(): ReturnType<Context['pop']> {
    this.#loops.pop();
    return super.pop();
  }

  /** Whether no scope has the name. */
  isAbsent(name: string): boolean {
    return !(name in this.scopeOf(name));
  }

  /** The innermost scope that has the name; the globals where none has. */
  scopeOf(name: string): object {
    for (let index = this.#loops.length - 1; index >= 0; index -= 1) {
      const scope = this.#loops[index];
      if (scope !== undefined && name in scope) return scope;
    }
    const assigned = this.bottom();
    if (name in assigned) return assigned;
    return name in this.environments ? this.environments : this.globals;
  }
}
