import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type ESTree, type Plugin, parseSync, Visitor } from 'vite';

const root = path.resolve(import.meta.dirname, '..');
const locales = ['en', 'de', 'fr', 'es'] as const;
const runtime = path.join(import.meta.dirname, 'src/lib/spoken.ts');
const table = path.join(import.meta.dirname, 'src/lib/language-packs.ts');

/** What every page says, what only operators read, and all the rest. */
const packs = ['start', 'people', 'operator'] as const;
type Pack = (typeof packs)[number];

const atTheStart =
  /web\/src\/(?:app\/(?!proof)|areas\/home\/guest|areas\/(?:[^/]+\/place\.|(?:sources|applications|jobs)\/messages)|components\/jobs\/search\.|lib\/(?!labels|kinds|attempts|field-faults|key-choice)|components\/ui\/)|contract\/src\/features\/instance\/demo/;
const ofOperators =
  /web\/src\/(?:areas\/(?:audit|broadcasts|companies|deliveries|email|mailbox|moderation|overview|people|presence|sources|suppressions|templates)|components\/operator)\/|contract\/src\/features\/moderation\//;

function packOf(file: string): Pack {
  if (atTheStart.test(file)) return 'start';
  return ofOperators.test(file) ? 'operator' : 'people';
}

interface Source {
  readonly file: string;
  /** Begins the names of its catalogues. */
  readonly name: string;
  readonly pack: Pack;
}

const isCatalogue = (code: string) => /= defineMessages\(\{/.test(code);

function findSources(): readonly Source[] {
  return globSync('{packages/contract,web}/src/**/*.ts', { cwd: root })
    .filter((file) => !/\.test\.ts$|contract\/src\/messages\//.test(file))
    .map((file) => path.join(root, file))
    .filter((file) => isCatalogue(readFileSync(file, 'utf8')))
    .sort()
    .map((file, index) => ({ file, name: index.toString(36), pack: packOf(file) }));
}

/** Puts something else in the place of each call of `defineMessages`. */
function replaceCatalogues(
  file: string,
  code: string,
  replacement: (call: ESTree.CallExpression, index: number) => string,
): string {
  const { program } = parseSync(file, code);
  const calls: ESTree.CallExpression[] = [];
  new Visitor({
    CallExpression(node) {
      if (node.callee.type === 'Identifier' && node.callee.name === 'defineMessages') calls.push(node);
    },
  }).visit(program);
  let replaced = code;
  for (const [index, call] of [...calls.entries()].reverse()) {
    replaced = replaced.slice(0, call.start) + replacement(call, index) + replaced.slice(call.end);
  }
  return replaced;
}

/** The texts of one language as they stand in a call. */
function textsIn(call: ESTree.CallExpression, locale: string, code: string): string {
  const [texts] = call.arguments;
  if (texts?.type !== 'ObjectExpression') throw new Error('defineMessages takes an object');
  for (const property of texts.properties) {
    if (property.type !== 'Property' || property.key.type !== 'Identifier') continue;
    if (property.key.name === locale) return code.slice(property.value.start, property.value.end);
  }
  throw new Error(`defineMessages has no ${locale}`);
}

/** The bundler names chunks after the last part. */
const packId = (pack: string, locale: string) => `\0language/words-${pack}-${locale}`;
const packPattern = /^\0language\/words-([a-z]+)-([a-z]+)$/;
const textsPattern = /^(.*)\?language=([a-z]+)$/;

/**
 * Takes the texts out of the catalogues of messages and puts them into packs, one of each kind for each language, of which a
 * browser loads those that it needs. Files of messages stay as they are: four languages side by side, checked by the compiler.
 */
export function languages(): Plugin {
  let sources: ReadonlyMap<string, Source> = new Map();
  return {
    name: 'rolecall:languages',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      sources = new Map(findSources().map((source) => [source.file, source]));
    },
    resolveId: (id) => (packPattern.test(id) || textsPattern.test(id) ? id : undefined),
    load(id) {
      const [, pack, ofPack] = packPattern.exec(id) ?? [];
      if (pack !== undefined && ofPack !== undefined) return packCode([...sources.values()], pack, ofPack);
      const [, file, locale] = textsPattern.exec(id) ?? [];
      if (file === undefined || locale === undefined) return undefined;
      const code = readFileSync(file, 'utf8');
      const texts = replaceCatalogues(
        file,
        code,
        (call, index) => `(packed[${index}] = ${textsIn(call, locale, code)})`,
      );
      return `export const packed = [];\n${texts}`;
    },
    transform(code, id) {
      if (id === table) return tableCode();
      const source = sources.get(id);
      if (source === undefined) return undefined;
      const calls = replaceCatalogues(
        id,
        code,
        (_call, index) => `/* @__PURE__ */ packedCatalogue('${source.pack}', '${source.name}.${index}')`,
      );
      return { code: `import { packedCatalogue } from ${JSON.stringify(runtime)};\n${calls}`, map: null };
    },
    transformIndexHtml: {
      order: 'post',
      // The script that runs first asks for the texts, so that they come beside the code and not after it.
      handler(html, { bundle = {} }) {
        const files = locales.map((locale) => {
          const chunk = Object.values(bundle).find(
            (one) => one.type === 'chunk' && one.facadeModuleId === packId('start', locale),
          );
          if (chunk === undefined) throw new Error(`There is no language pack of ${locale}`);
          return ` data-${locale}="/${chunk.fileName}"`;
        });
        return html.replace('<script src="/theme.js"', `$&${files.join('')}`);
      },
    },
  };
}

function packCode(sources: readonly Source[], pack: string, locale: string): string {
  const own = sources.filter((source) => source.pack === pack);
  const imports = own.map(
    ({ file, name }) => `import { packed as t${name} } from ${JSON.stringify(`${file}?language=${locale}`)};`,
  );
  const entries = own.map(({ name }) => `...t${name}.map((one, index) => ['${name}.' + index, one])`);
  return `${imports.join('\n')}\nexport const texts = new Map([${entries.join(', ')}]);`;
}

function tableCode(): { readonly code: string; readonly map: null } {
  const entries = packs.map((pack) => {
    const loads = locales.map((locale) => `${locale}: () => import(${JSON.stringify(packId(pack, locale))})`);
    return `['${pack}', { ${loads.join(', ')} }]`;
  });
  return { code: `export const languagePacks = new Map([${entries.join(',\n')}]);`, map: null };
}
