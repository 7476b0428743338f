import { describe, expect, test } from 'vitest';
import { listModules, ModuleOrderError } from './fold.ts';
import { defineModule, type Service } from './module.ts';

interface Base {
  readonly unit: string;
}

const service = (name: string): Service => ({ name, start: async () => async () => {} });

const lengthModule = defineModule({
  name: 'group/length',
  create: ({ unit }: Base) => ({ length: `10 ${unit}` }),
  brings: ({ length }) => ({ services: [service(length)] }),
});

const labelModule = defineModule({
  name: 'group/label',
  create: ({ length }: { readonly length: string }) => ({ label: `long: ${length}` }),
  brings: ({ label }) => ({ services: [service(label)] }),
});

const listModule = defineModule({
  name: 'group/list',
  create: (_needs: Base, gather) => ({ names: gather(({ services }) => services).map(({ name }) => name) }),
});

describe('a list of modules', () => {
  test('creates each with what those before it have created, and tells what all of them bring', () => {
    const { parts, gather } = listModules<Base>()
      .with(lengthModule)
      .with(labelModule)
      .assemble({ unit: 'cm' });
    expect(parts).toEqual({ unit: 'cm', length: '10 cm', label: 'long: 10 cm' });
    expect(gather(({ services }) => services).map(({ name }) => name)).toEqual(['10 cm', 'long: 10 cm']);
    expect(gather(({ workers }) => workers)).toEqual([]);
  });

  test('makes parts of their own each time, so that two processes in one share nothing', () => {
    const list = listModules<Base>().with(lengthModule);
    expect(list.assemble({ unit: 'cm' }).parts.length).toBe('10 cm');
    expect(list.assemble({ unit: 'in' }).parts.length).toBe('10 in');
  });

  test('gives a module that gathers what all before it bring', () => {
    const { parts } = listModules<Base>()
      .with(lengthModule)
      .with(labelModule)
      .with(listModule)
      .assemble({ unit: 'cm' });
    expect(parts.names).toEqual(['10 cm', 'long: 10 cm']);
  });

  test('refuses an order in which a module would miss what a later one brings', () => {
    const list = listModules<Base>().with(listModule).with(lengthModule);
    expect(() => list.assemble({ unit: 'cm' })).toThrow(ModuleOrderError);
    expect(() => list.assemble({ unit: 'cm' })).toThrow('group/list stands before');
  });
});
