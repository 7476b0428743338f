import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { type TableUse, tableUseOf } from './tables.ts';

/** A source file as the rules see it. */
export interface SourceModule {
  /** From the root of the repository, with slashes. */
  readonly file: string;
  /** What it imports or re-exports: a file of the repository, a package (`kysely`) or a part of Node.js (`node:fs`). */
  readonly imports: readonly string[];
  readonly readsEnvironment: boolean;
  readonly tables: TableUse;
}

/** The packages of this repository, by the name under which others import them. */
const workspaces: Readonly<Record<string, string>> = {
  '@rolecall/contract': 'packages/contract/src/index.ts',
  '@rolecall/contract/constants': 'packages/contract/src/constants.ts',
  '@rolecall/contract/generated-routes': 'packages/contract/src/generated-routes.ts',
  '@rolecall/contract/openapi': 'packages/contract/src/openapi.ts',
  '@rolecall/contract/routes': 'packages/contract/src/routes.ts',
  '@rolecall/client': 'packages/client/src/index.ts',
  '@rolecall/client/connect': 'packages/client/src/connect.ts',
  '@rolecall/client/trusting': 'packages/client/src/trusting.ts',
  '@rolecall/client/notifications': 'packages/client/src/notifications/index.ts',
  '@rolecall/client/shared-worker': 'packages/client/src/shared-worker.ts',
  '@rolecall/client/react': 'packages/client/src/react/index.ts',
};

/** A feature of the contract: `@rolecall/contract/jobs`. */
const contractFeature = /^@rolecall\/contract\/([a-z-]+)$/;
const contractFeatureFile = /^packages\/contract\/src\/features\/[a-z-]+\/index\.ts$/;

const entries: ReadonlySet<string> = new Set(Object.values(workspaces));

/** Whether a package is entered by this file. */
export const isPackageEntry = (file: string): boolean => entries.has(file) || contractFeatureFile.test(file);

const sources = ['packages/*/src/**/*.{ts,tsx}', 'server/src/**/*.ts', 'web/src/**/*.{ts,tsx}'];

/** The files of what ships, from the root, with what is tested beside them. */
export function sourceFiles(root: string): string[] {
  return globSync(sources, { cwd: root })
    .map((file) => file.replaceAll(path.sep, '/'))
    .sort();
}

/** Every source file of what ships. */
export function readModules(root: string): SourceModule[] {
  return sourceFiles(root).map((file) => parseModule(file, readFileSync(path.join(root, file), 'utf8')));
}

export function parseModule(file: string, source: string): SourceModule {
  const { program, module, errors } = parseSync(file, source);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${file}: ${error.message}`);
  const specifiers = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => (moduleRequest === null ? [] : [moduleRequest.value])),
    ),
    ...module.dynamicImports.map(({ moduleRequest }) =>
      literal(source.slice(moduleRequest.start, moduleRequest.end)),
    ),
  ];
  let readsEnvironment = /\bimport\s*\{[^}]*\benv\b[^}]*\}\s*from\s*'(?:node:)?process'/.test(source);
  new Visitor({
    MemberExpression({ object, property }) {
      const named = property.type === 'Identifier' && property.name === 'env';
      if (named && object.type === 'Identifier' && object.name === 'process') readsEnvironment = true;
    },
  }).visit(program);
  return {
    file,
    imports: [...new Set(specifiers.map((name) => resolve(file, name)))],
    readsEnvironment,
    tables: tableUseOf(file, program),
  };
}

function literal(expression: string): string {
  const text = /^(['"`])(.*)\1$/.exec(expression)?.[2];
  // An import of something computed is looked at by nobody; it gets a name that no rule allows.
  return text ?? `computed:${expression}`;
}

function resolve(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(file), specifier);
  const workspace = workspaces[specifier];
  if (workspace !== undefined) return workspace;
  const [, feature] = contractFeature.exec(specifier) ?? [];
  if (feature !== undefined) return `packages/contract/src/features/${feature}/index.ts`;
  if (specifier.startsWith('node:')) return specifier;
  const [scope = specifier, name] = specifier.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}
