interface ModuleWithImports {
  readonly file: string;
  readonly imports: readonly string[];
}

/** Groups of files that import each other, directly or around several corners; types count like everything else. */
export function findCircles(modules: readonly ModuleWithImports[]): string[][] {
  const imports = new Map(modules.map(({ file, imports }) => [file, imports]));
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];

  // Tarjan: a file from which no earlier open one can be reached closes its group.
  function visit(file: string): number {
    const place = order.size;
    order.set(file, place);
    lowest.set(file, place);
    open.push(file);
    for (const target of imports.get(file) ?? []) {
      if (!imports.has(target)) continue;
      const reached = order.has(target)
        ? open.includes(target)
          ? (order.get(target) ?? place)
          : place
        : visit(target);
      lowest.set(file, Math.min(lowest.get(file) ?? place, reached));
    }
    const found = lowest.get(file) ?? place;
    if (found === place) {
      const group = open.splice(open.indexOf(file));
      if (group.length > 1 || imports.get(file)?.includes(file)) circles.push(group.sort());
    }
    return found;
  }

  for (const file of imports.keys()) if (!order.has(file)) visit(file);
  return circles;
}
