import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node';

/**
 * Ends a run with the line `N passed, N failed`, which programs read. What was left out is listed before it
 * with its reason, so that a run without PostgreSQL does not look like a complete one.
 */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const passed = tests.filter((test) => test.result().state === 'passed').length;
    const failedTests = tests.filter((test) => test.result().state === 'failed').length;
    // A file that cannot be loaded, or whose hooks fail, has no failed test to show for it.
    const failedModules = modules.filter((module) => module.state() === 'failed' && !hasFailedTest(module));
    const failed = failedTests + failedModules.length + unhandledErrors.length;

    for (const line of describeLeftOut(tests)) write(line);
    if (passed + failed === 0) {
      write('No test was run.');
      process.exitCode = 1;
    }
    write(`${passed} passed, ${failed} failed`);
  }
}

function hasFailedTest(module: TestModule): boolean {
  return [...module.children.allTests('failed')].length > 0;
}

/** One line per file and reason. */
function describeLeftOut(tests: readonly TestCase[]): string[] {
  const counts = new Map<string, number>();
  for (const test of tests) {
    const result = test.result();
    if (result.state !== 'skipped') continue;
    const place = `${test.module.relativeModuleId}: ${result.note ?? topSuite(test)}`;
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return [...counts].map(
    ([place, count]) => `Left out: ${place} (${count === 1 ? '1 test' : `${count} tests`})`,
  );
}

function topSuite(test: TestCase): string {
  let name = test.name;
  for (let { parent } = test; parent.type === 'suite'; parent = parent.parent) name = parent.name;
  return name;
}

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}
