import { isPackageEntry, type SourceModule } from './modules.ts';

/** From the highest to the lowest; a layer may import itself and what is below it. */
const layers = ['composition', 'edges', 'features', 'platform', 'contract'];
/** Likewise among the groups of features. */
const groups = ['oversight', 'activity', 'catalog', 'messaging', 'mail', 'identity'];

/** Judges one import; the answer says what is wrong with it. */
type ImportRule = (from: string, to: string) => string | undefined;

const isTest = (file: string) => /\.test\.tsx?$/.test(file);
const isTesting = (file: string) => file.startsWith('server/src/testing/');
const isLocal = (target: string) => /^(?:packages|server|web)\//.test(target);
/** What a feature brings, which composition folds. */
const isModule = (file: string) => /^server\/src\/features\/.+\/module\.ts$/.test(file);
const moduleTypes = 'server/src/composition/module.ts';
const isComposition = (file: string) => /^server\/src\/(?:main\.ts$|composition\/)/.test(file);

function layerOf(file: string): string | undefined {
  if (isComposition(file)) return 'composition';
  if (file.startsWith('packages/contract/')) return 'contract';
  return /^server\/src\/(edges|features|platform)\//.exec(file)?.[1];
}

function groupOf(file: string): string | undefined {
  return /^server\/src\/features\/([^/]+)\//.exec(file)?.[1];
}

/** A feature is a folder of a group: `catalog/jobs`. What lies in folders below belongs to it. */
function featureOf(file: string): string | undefined {
  return /^server\/src\/features\/([^/]+\/[^/]+)\//.exec(file)?.[1];
}

const layersPointDown: ImportRule = (from, to) => {
  if (isModule(from) && to === moduleTypes) return undefined;
  const [upper, lower] = [layerOf(from), layerOf(to)];
  if (upper === undefined || lower === undefined) return undefined;
  return layers.indexOf(upper) > layers.indexOf(lower) ? `${upper} must not know ${lower}` : undefined;
};

const groupsPointDown: ImportRule = (from, to) => {
  const [upper, lower] = [groupOf(from), groupOf(to)];
  if (upper === undefined || lower === undefined) return undefined;
  return groups.indexOf(upper) > groups.indexOf(lower) ? `${upper} must not know ${lower}` : undefined;
};

/** Routing, deliveries and digests are the same for any channel; what only mail knows is reached through that channel. */
const onlyChannelsKnowMail: ImportRule = (from, to) => {
  const isEngine = /^server\/src\/features\/messaging\/(?!channels\/|mailbox\/)/.test(from);
  if (!isEngine || groupOf(to) !== 'mail' || isTest(from)) return undefined;
  return 'messaging reaches mail through the e-mail channel only';
};

const featuresAreClosed: ImportRule = (from, to) => {
  const feature = featureOf(to);
  if (feature === undefined || feature === featureOf(from) || isComposition(from) || isTesting(from))
    return undefined;
  if (to === `server/src/features/${feature}/index.ts` || (isTest(from) && isRouteOrJob(to)))
    return undefined;
  return `${feature} is imported through its index.ts only`;
};

const isRouteOrJob = (file: string) => /\.(?:routes|jobs)\.ts$/.test(file);

const routesAndJobsAreForModules: ImportRule = (from, to) => {
  if (!isRouteOrJob(to) || isTest(from)) return undefined;
  if (isModule(from) && featureOf(from) === featureOf(to)) return undefined;
  return 'only the module of a feature imports its routes and jobs';
};

const modulesAreForComposition: ImportRule = (from, to) =>
  isModule(to) && !isComposition(from) && !isTest(from) ? 'only composition imports modules' : undefined;

const onlyStoresBuildSql: ImportRule = (from, to) => {
  if (to !== 'kysely' || isTest(from) || isTesting(from)) return undefined;
  if (from.endsWith('.store.ts') || from.startsWith('server/src/platform/db/')) return undefined;
  return 'only *.store.ts files build SQL';
};

const onlyTimeKnowsTemporal: ImportRule = (from, to) =>
  to !== 'temporal-polyfill' || isTest(from) || from.startsWith('server/src/platform/time/')
    ? undefined
    : 'only platform/time calculates with zones';

const onlyTestsImportTesting: ImportRule = (from, to) =>
  isTesting(to) && !isTesting(from) && !isTest(from) ? 'what ships must not import testing' : undefined;

const contractImportsOnlyZod: ImportRule = (from, to) => {
  if (!from.startsWith('packages/contract/') || isTest(from)) return undefined;
  return to.startsWith('packages/contract/') || to === 'zod' ? undefined : 'contract imports nothing but zod';
};

const clientImportsOnlyContract: ImportRule = (from, to) => {
  if (!from.startsWith('packages/client/') || isTest(from)) return undefined;
  if (/^packages\/(?:client|contract)\//.test(to)) return undefined;
  if (to === 'react' && from.startsWith('packages/client/src/react/')) return undefined;
  return 'client imports nothing but contract';
};

const webKnowsNoServer: ImportRule = (from, to) => {
  if (!from.startsWith('web/') || isTest(from)) return undefined;
  if (to === 'packages/contract/src/openapi.ts')
    return 'what writes the OpenAPI document is not for browsers';
  const allowed = !to.startsWith('node:') && (!isLocal(to) || /^(?:web|packages)\//.test(to));
  return allowed ? undefined : 'web imports contract and client only';
};

const packagesAreImportedByName: ImportRule = (from, to) => {
  const owner = /^(?:packages\/[^/]+|server|web)\//.exec(from)?.[0] ?? '';
  return !/^(?:packages|web)\//.test(to) || to.startsWith(owner) || isPackageEntry(to)
    ? undefined
    : 'a package is imported by its name';
};

/** It loads the file of the task that it is asked for, as `workerFile` names it. */
const threadEntry = 'server/src/platform/workers/calls.ts';

const nothingIsComputed: ImportRule = (from, to) =>
  to.startsWith('computed:') && from !== threadEntry ? 'an import must name what it imports' : undefined;

const importRules: readonly ImportRule[] = [
  layersPointDown,
  groupsPointDown,
  onlyChannelsKnowMail,
  featuresAreClosed,
  routesAndJobsAreForModules,
  modulesAreForComposition,
  onlyStoresBuildSql,
  onlyTimeKnowsTemporal,
  onlyTestsImportTesting,
  contractImportsOnlyZod,
  clientImportsOnlyContract,
  webKnowsNoServer,
  packagesAreImportedByName,
  nothingIsComputed,
];

/** One line for each breach, with the file and what is wrong. */
export function findViolations(modules: readonly SourceModule[]): string[] {
  return modules.flatMap(({ file, imports, readsEnvironment }) => [
    ...placeOf(file),
    ...imports.flatMap((target) =>
      importRules.flatMap((rule) => {
        const wrong = rule(file, target);
        return wrong === undefined ? [] : [`${file} imports ${target}: ${wrong}`];
      }),
    ),
    ...(readsEnvironment && !mayReadEnvironment(file)
      ? [`${file} reads process.env: only platform/config does`]
      : []),
  ]);
}

function placeOf(file: string): string[] {
  const group = groupOf(file);
  if (group !== undefined && !groups.includes(group)) return [`${file}: there is no group ${group}`];
  const known = !file.startsWith('server/src/') || layerOf(file) !== undefined || isTesting(file);
  return known ? [] : [`${file}: belongs to no layer`];
}

function mayReadEnvironment(file: string): boolean {
  return file.startsWith('server/src/platform/config/') || isTesting(file);
}
