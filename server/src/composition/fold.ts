import type { Contributions, Gather, Module, ModuleStatement } from './module.ts';

/** All parts of a process by their names, and what their modules bring. */
export interface Assembled<Parts> {
  readonly parts: Parts;
  readonly gather: Gather;
}

/** Modules in their order: each is created with what those before it have created. */
export interface ModuleList<Base, Parts> {
  readonly statements: readonly ModuleStatement[];
  /** The list with one more module at its end. */
  with<Gives extends object>(module: Module<Parts, Gives>): ModuleList<Base, Parts & Gives>;
  /** @throws {ModuleOrderError} when a module needs what only later ones bring */
  assemble(base: Base): Assembled<Parts>;
}

/** A module asked for what all bring, and stands before one that brings it. */
export class ModuleOrderError extends Error {
  override readonly name = 'ModuleOrderError';
}

/** An empty list, for modules that stand on `Base`. */
export function listModules<Base extends object>(): ModuleList<Base, Base> {
  return extend<Base, Base>([], (base) => base);
}

/** What one assembly has collected so far. */
interface Assembly {
  readonly brought: Contributions[];
  /** Looks again, when all is there, whether modules were given all that they asked for. */
  readonly checks: (() => void)[];
}

type Build<Base, Parts> = (base: Base, assembly: Assembly) => Parts;

function extend<Base, Parts>(
  statements: readonly ModuleStatement[],
  build: Build<Base, Parts>,
): ModuleList<Base, Parts> {
  return {
    statements,

    with<Gives extends object>(module: Module<Parts, Gives>) {
      return extend<Base, Parts & Gives>([...statements, module], (base, assembly) => {
        const before = build(base, assembly);
        const created = module.create?.(before, gatherFor(module, assembly));
        const parts = Object.assign({}, before, created);
        const brought = module.brings?.(parts);
        if (brought !== undefined) assembly.brought.push(brought);
        return parts;
      });
    },

    assemble(base) {
      const assembly: Assembly = { brought: [], checks: [] };
      const parts = build(base, assembly);
      for (const check of assembly.checks) check();
      return { parts, gather: (pick) => assembly.brought.flatMap((one) => pick(one) ?? []) };
    },
  };
}

function gatherFor(module: ModuleStatement, { brought, checks }: Assembly): Gather {
  return (pick) => {
    const count = () => brought.flatMap((one) => pick(one) ?? []);
    const given = count();
    checks.push(() => {
      if (count().length === given.length) return;
      throw new ModuleOrderError(
        `${module.name} stands before a module that brings what it gathers: move it down`,
      );
    });
    return given;
  };
}
