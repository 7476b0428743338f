import type { Job } from '@rolecall/contract';
import { type RefObject, useEffect, useState } from 'react';
import { MarkButtons } from '../../components/jobs/mark-buttons.tsx';
import { useAccount } from '../../lib/session.ts';
import { ApplyAction } from './apply-panel.tsx';

interface ApplyBarProps {
  readonly job: Job;
  /** The panel that says the same, above or below what is seen. */
  readonly beyond: RefObject<HTMLElement | null>;
}

/** On a phone: the way to apply within reach of the thumb, while the panel that has it is out of sight. */
export function ApplyBar({ job, beyond }: ApplyBarProps) {
  const account = useAccount();
  const [isBeyond, setBeyond] = useState(false);
  useEffect(() => {
    if (beyond.current === null) return;
    const observer = new IntersectionObserver(([entry]) => setBeyond(entry?.isIntersecting === false));
    observer.observe(beyond.current);
    return () => observer.disconnect();
  }, [beyond]);
  const canApply =
    job.application_id === null &&
    job.status === 'open' &&
    (job.apply_url !== null || account === null || account.role === 'job_seeker');
  if (!isBeyond || !canApply) return null;
  return (
    <div
      data-testid="apply-bar"
      className="fixed inset-x-0 bottom-[calc(4rem+env(safe-area-inset-bottom))] z-20 flex items-center gap-2 border-t border-line bg-surface/95 px-4 py-2.5 backdrop-blur md:hidden"
    >
      <ApplyAction job={job} className="min-w-0 flex-1" />
      <MarkButtons job={job} />
    </div>
  );
}
