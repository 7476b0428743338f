import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { readBrowserCoverage } from './coverage-in-browser.ts';
import { addLines, coverageMap, type LinesOfFiles } from './istanbul.ts';

/**
 * Runs `npm test` while V8 counts which lines and branches run, in the processes that tests start as well, and writes
 * docs/coverage.md; then `npm run test:browser`, while Chromium counts what of the pages' code does. Fails when a test
 * does, or when less is covered than promised. With `--last` it reads what the run before has counted.
 */
const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'coverage');
/** Percent of the lines. */
const leastOfServer = 88;
const leastOfFeature = 75;
const leastWithBrowser = 80;
const browserFolder = path.join(root, 'coverage-browser');

const counted = z.object({ total: z.number(), covered: z.number() });
type Counted = z.infer<typeof counted>;
const summarySchema = z.record(z.string(), z.object({ lines: counted, branches: counted }));

interface Row {
  readonly name: string;
  readonly lines: Counted;
  readonly branches: Counted;
}

function run(args: readonly string[], environment: NodeJS.ProcessEnv = {}): void {
  const { status } = spawnSync(process.execPath, [path.join(root, 'scripts/node.mjs'), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  if (status === 0) return;
  console.error('Tests have failed, so docs/coverage.md stays as it is.');
  process.exit(status ?? 1);
}

function runTests(): void {
  run([
    'vitest',
    'run',
    '--coverage.enabled',
    '--coverage.provider=v8',
    '--coverage.autoAttachSubprocess',
    '--coverage.reporter=json-summary',
    '--coverage.reporter=json',
    `--coverage.reportsDirectory=${folder}`,
    '--coverage.include=**/src/**/*.ts',
    ...['**/*.test.*', '**/*.d.ts', '**/src/testing/**'].map((glob) => `--coverage.exclude=${glob}`),
  ]);
  rmSync(browserFolder, { recursive: true, force: true });
  run(['vitest', 'run', '--config', 'vitest.browser.config.ts'], {
    ROLECALL_BROWSER_COVERAGE: browserFolder,
  });
}

/** @param file from the root of the repository */
function rowOf(file: string): string {
  const parts = file.split('/');
  if (parts[0] === 'packages') return `packages/${parts[1]}`;
  if (parts[0] !== 'server') return String(parts[0]);
  const [, , layer, first, second, third] = parts;
  if (second === 'channels' && !third?.endsWith('.ts')) return `${first}/${second}/${third}`;
  if (layer === 'features') return `${first}/${second}`;
  if (layer === 'platform') return `platform/${first}`;
  return layer === 'edges' ? 'edges' : 'composition';
}

function readRows(): Row[] {
  const summary = summarySchema.parse(
    JSON.parse(readFileSync(path.join(folder, 'coverage-summary.json'), 'utf8')),
  );
  const byName = Map.groupBy(
    Object.entries(summary).filter(([file]) => file !== 'total'),
    ([file]) => rowOf(path.relative(root, file).split(path.sep).join('/')),
  );
  return [...byName]
    .map(([name, files]) =>
      sumUp(
        name,
        files.map(([, counts]) => counts),
      ),
    )
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
}

function sumUp(name: string, counts: readonly Omit<Row, 'name'>[]): Row {
  const add = (of: 'lines' | 'branches'): Counted => ({
    total: counts.reduce((sum, each) => sum + each[of].total, 0),
    covered: counts.reduce((sum, each) => sum + each[of].covered, 0),
  });
  return { name, lines: add('lines'), branches: add('branches') };
}

const percentOf = ({ total, covered }: Counted) => (total === 0 ? 100 : (100 * covered) / total);

// Rounded down, so that no number promises more than was counted.
const percent = (of: Counted) =>
  of.total === 0 ? '–' : `${(Math.floor(percentOf(of) * 10) / 10).toFixed(1)} %`;

function table(heading: string, rows: readonly Row[]): string {
  const lines = rows.map(
    ({ name, lines, branches }) => `| ${name} | ${lines.total} | ${percent(lines)} | ${percent(branches)} |`,
  );
  return [`| ${heading} | Lines of code | Lines | Branches |`, '| --- | ---: | ---: | ---: |', ...lines].join(
    '\n',
  );
}

/** A package whose code runs in browsers: what each kind of tests has run of its lines. */
interface SharedRow {
  readonly name: string;
  readonly inTests: Counted;
  readonly withBrowser: Counted;
}

function countLines(files: readonly ReadonlyMap<number, boolean>[]): Counted {
  const lines = files.flatMap((file) => [...file.values()]);
  return { total: lines.length, covered: lines.filter((hasRun) => hasRun).length };
}

/** Lines are those that `npm test` knows; of files that only browsers run, those of their source maps. */
async function readShared(): Promise<SharedRow[]> {
  const inTests: LinesOfFiles = new Map();
  const counted: unknown = JSON.parse(readFileSync(path.join(folder, 'coverage-final.json'), 'utf8'));
  addLines(inTests, coverageMap.parse(counted));
  const inBrowser = await readBrowserCoverage(browserFolder, path.join(root, 'web/dist'));
  const isShared = (file: string) =>
    /^(web|packages\/[a-z]+)\/src\//.test(file) && !file.includes('/testing/');
  const relative = (file: string) => path.relative(root, file).split(path.sep).join('/');
  const files = [...new Set([...inTests.keys(), ...inBrowser.keys()])].filter((file) =>
    isShared(relative(file)),
  );
  const nothing = new Map<number, boolean>();
  return [...Map.groupBy(files, (file) => rowOf(relative(file)))]
    .map(([name, ofRow]) => {
      const pairs = ofRow.map((file) => {
        const browser = inBrowser.get(file) ?? nothing;
        const tests = inTests.get(file) ?? new Map([...browser.keys()].map((line) => [line, false] as const));
        return {
          tests,
          both: new Map([...tests].map(([line, ran]) => [line, ran || browser.get(line) === true])),
        };
      });
      return {
        name,
        inTests: countLines(pairs.map(({ tests }) => tests)),
        withBrowser: countLines(pairs.map(({ both }) => both)),
      };
    })
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
}

function render(server: readonly Row[], whole: Row, shared: readonly SharedRow[]): string {
  const ofShared = shared.map(
    ({ name, inTests, withBrowser }) =>
      `| ${name} | ${inTests.total} | ${percent(inTests)} | ${percent(withBrowser)} |`,
  );
  return `# What the tests run

Written by \`npm run coverage\`: which part of the code \`npm test\` runs, as V8 counts it, in the processes of the tests and in the
servers that they start. A process that a test kills is not counted. Only lines with a statement count, so types and comments do not.

At least ${leastOfServer} % of the lines of the server and ${leastOfFeature} % of those of each of its parts have to run, and ${leastWithBrowser} % of those of the
contract, the client and the web app; the command fails below. That a line runs does not say that a test checks what it does.

## Server

${table('Part', [...server, { ...whole, name: '**in all**' }])}

## Contract, client and web

The second number is that of \`npm test\` and \`npm run test:browser\` together: what pages in Chromium run, found by the source maps
of their scripts. Code that runs in a worker of a browser counts as not run there.

| Package | Lines of code | \`npm test\` | with \`npm run test:browser\` |
| --- | ---: | ---: | ---: |
${ofShared.join('\n')}
`;
}

if (!process.argv.includes('--last')) runTests();
const server = readRows().filter(({ name }) => name !== 'web' && !name.startsWith('packages/'));
const shared = await readShared();
const whole = sumUp('the server', server);
writeFileSync(path.join(root, 'docs/coverage.md'), render(server, whole, shared));
console.log(`docs/coverage.md written: ${percent(whole.lines)} of the lines of the server`);

const short = [
  ...(percentOf(whole.lines) < leastOfServer ? [whole] : []),
  ...server.filter(({ lines }) => percentOf(lines) < leastOfFeature),
  ...shared
    .filter(({ withBrowser }) => percentOf(withBrowser) < leastWithBrowser)
    .map(({ name, withBrowser }) => ({ name, lines: withBrowser })),
];
for (const { name, lines } of short) console.error(`${name}: only ${percent(lines)} of the lines`);
if (short.length > 0) process.exitCode = 1;
