import { useShortcuts } from '../../lib/shortcuts.ts';
import type { ChosenJob } from './use-chosen-job.ts';

/** The places of the buttons in the row of a job. */
const save = 0;
const hide = 1;

/**
 * Keys for a list of jobs. Enter opens the one that has the focus, as any link; while a job is shown beside the list, the
 * next one is shown with its row.
 */
export function useJobShortcuts({ jobId, show, close }: ChosenJob): void {
  const go = (step: 1 | -1) => {
    const next = move(step);
    if (jobId !== undefined && next !== undefined) show(next);
  };
  useShortcuts({
    '/': focusWords,
    j: () => go(1),
    k: () => go(-1),
    s: () => pressButton(save),
    h: () => pressButton(hide),
    ...(jobId === undefined ? {} : { Escape: close }),
  });
}

function focusWords(): void {
  const words = document.querySelector<HTMLInputElement>('input[name="q"]');
  words?.focus();
  words?.select();
}

const cards = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-testid="job-card"]')];

/** The row with the focus, or else the one whose job is shown. */
function currentCard(): number {
  const all = cards();
  const focused = all.findIndex((card) => card.contains(document.activeElement));
  return focused >= 0 ? focused : all.findIndex((card) => card.querySelector('[aria-current]') !== null);
}

function move(step: 1 | -1): string | undefined {
  const all = cards();
  const next = all[Math.min(all.length - 1, Math.max(0, currentCard() + step))];
  next?.querySelector<HTMLElement>('a')?.focus();
  next?.scrollIntoView({ block: 'nearest' });
  return next?.dataset['jobId'];
}

function pressButton(place: number): void {
  cards()[currentCard()]?.querySelectorAll<HTMLElement>('button[aria-pressed]')[place]?.click();
}
