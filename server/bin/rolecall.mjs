#!/usr/bin/env node
// Starts Rolecall under a Node.js that can run it. See runtime.mjs for which one that is.
import path from 'path';
import { fileURLToPath } from 'url';
import { run } from './runtime.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
// In MiB: with less room for young objects, the pauses to collect those of thousands of connections are shorter. A Node.js
// that runs this in its own process has its flags already (see docs/operating.md).
run(path.join(here, '..', 'src', 'main.ts'), process.argv.slice(2), ['--max-semi-space-size=8']);
