#!/usr/bin/env node
// Starts Rolecall under a Node.js that can run it. See runtime.mjs for which one that is.
import path from 'path';
import { fileURLToPath } from 'url';
import { run } from './runtime.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
run(path.join(here, '..', 'src', 'main.ts'), process.argv.slice(2));
