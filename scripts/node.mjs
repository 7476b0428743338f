// Runs a tool of the repository, or a script, under the Node.js that Rolecall itself runs under:
//   node scripts/node.mjs vitest run
//   node scripts/node.mjs scripts/generate-docs.ts --check
import fs from 'fs';
import path from 'path';
import { fileURLToPath } from 'url';
import { run } from '../server/bin/runtime.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
/** The package that brings each tool. */
const tools = {
  biome: '@biomejs/biome',
  knip: 'knip',
  tsc: 'typescript',
  vitest: 'vitest',
};

const [name, ...args] = process.argv.slice(2);
run(tools[name] === undefined ? path.resolve(name) : findTool(name), args);

function findTool(tool) {
  const folder = path.join(root, 'node_modules', tools[tool]);
  const { bin } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, typeof bin === 'string' ? bin : bin[tool]);
}
