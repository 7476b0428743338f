import { type MouseEvent, useEffect } from 'react';
import { useMediaQuery } from '../../lib/media-query.ts';

/** From this width on the job has a place beside the list. */
const roomForTwo = '(min-width: 75rem)';

interface Choice {
  /** What the address says. */
  readonly chosen: string | undefined;
  /** Writes it into the address; another entry of the history unless it takes the place of the last one. */
  readonly choose: (jobId: string | undefined, options: { readonly replace: boolean }) => void;
  /** Leads to the page of the job, where it has no place beside the list. */
  readonly leave: (jobId: string) => void;
}

/** What a list of jobs knows of the job beside it. */
export interface ChosenJob {
  /** The job that is shown beside the list. */
  readonly jobId: string | undefined;
  /** Takes the click on a row, where there is room for the job and nobody asks for another tab. */
  readonly onOpen: ((event: MouseEvent, jobId: string) => void) | undefined;
  readonly show: (jobId: string) => void;
  readonly close: () => void;
}

export function useChosenJob({ chosen, choose, leave }: Choice): ChosenJob {
  const hasRoom = useMediaQuery(roomForTwo);
  useEffect(() => {
    // A link from a wide screen, or a window that has become narrow.
    if (!hasRoom && chosen !== undefined) leave(chosen);
  }, [hasRoom, chosen, leave]);
  const open = (event: MouseEvent, jobId: string) => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    choose(jobId, { replace: chosen !== undefined });
    requestAnimationFrame(() => document.getElementById('job-pane')?.focus({ preventScroll: true }));
  };
  return {
    jobId: hasRoom ? chosen : undefined,
    onOpen: hasRoom ? open : undefined,
    show: (jobId) => choose(jobId, { replace: true }),
    close() {
      choose(undefined, { replace: false });
      document.querySelector<HTMLElement>(`[data-job-id="${chosen}"] a`)?.focus();
    },
  };
}
