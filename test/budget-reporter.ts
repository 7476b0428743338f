import type { Reporter, TestModule } from 'vitest/node';
import { secondsOf, wholeBudget } from './support/budget.ts';

/** Tells at the end of a run what it has cost, beside what all tests together may cost. */
export default class BudgetReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const seconds = secondsOf(modules);
    const note = seconds > wholeBudget ? ': too much, see CONTRIBUTING.md' : '';
    process.stdout.write(`CPU: ${seconds.toFixed(0)} s of a budget of ${wholeBudget} s${note}\n`);
  }
}
