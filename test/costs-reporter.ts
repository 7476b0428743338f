import type { Reporter, TestModule } from 'vitest/node';
import { budget, fileSeconds, secondsByArea } from './support/budget.ts';

const shown = 30;

/** Tells which test files cost the most CPU, and what they spend it on; `npm run test:slow`. */
export default class CostsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const files = modules
      .map((module) => ({ name: nameOf(module), seconds: fileSeconds(module) }))
      .sort((left, right) => right.seconds - left.seconds);

    write(`The ${Math.min(shown, files.length)} costliest of ${files.length} files, in seconds of CPU:`);
    for (const { name, seconds } of files.slice(0, shown)) write(row(seconds, name));
    write(row(sum(files.map(({ seconds }) => seconds)), 'all files'));

    write('By area, with what it may cost:');
    for (const [area, seconds] of secondsByArea(modules)) {
      write(row(seconds, `${area} (${budget[area]})${seconds > budget[area] ? ': too much' : ''}`));
    }

    write('Of that:');
    for (const cost of ['databases', 'migrations', 'hashing'] as const) {
      write(row(sum(modules.map((module) => module.meta().costs?.[cost] ?? 0)) / 1000, cost));
    }
    const imports = modules.map((module) => module.diagnostic().collectDuration);
    write(row(sum(imports) / 1000, 'imports (by the clock)'));
  }
}

function nameOf(module: TestModule): string {
  return `${module.project.name}/${module.relativeModuleId}`;
}

function row(seconds: number, name: string): string {
  return `${seconds.toFixed(1).padStart(8)}  ${name}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}
