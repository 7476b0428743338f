import type { JobSummary } from '@rolecall/contract';
import { Bookmark, BookmarkCheck, Eye, EyeOff } from 'lucide-react';
import { useMessages } from '../../lib/language.tsx';
import { useAccount } from '../../lib/session.ts';
import { Button } from '../ui/button.tsx';
import { useMarkJob } from './marking.ts';
import { jobPartsMessages } from './messages.ts';

interface MarkButtonsProps {
  readonly job: JobSummary;
  /** With words on the page of a job; in a list only the signs. */
  readonly withLabels?: boolean;
}

/** Keeps a job for later or puts it away; for job seekers only. */
export function MarkButtons({ job, withLabels = false }: MarkButtonsProps) {
  const words = useMessages(jobPartsMessages);
  const account = useAccount();
  const mark = useMarkJob();
  if (account?.role !== 'job_seeker') return null;
  const saved = job.mark === 'saved';
  const hidden = job.mark === 'hidden';
  const buttons = [
    {
      label: saved ? words.saved() : words.save(),
      hint: saved ? words.unsave_hint() : words.save_hint(),
      pressed: saved,
      sign: saved ? <BookmarkCheck className="text-accent-ink" aria-hidden /> : <Bookmark aria-hidden />,
      press: () => mark({ job, mark: saved ? null : 'saved' }),
    },
    {
      label: hidden ? words.hidden() : words.hide(),
      hint: hidden ? words.unhide_hint() : words.hide_hint(),
      pressed: hidden,
      sign: hidden ? <Eye aria-hidden /> : <EyeOff aria-hidden />,
      press: () => mark({ job, mark: hidden ? null : 'hidden' }),
    },
  ];
  if (withLabels) {
    return (
      <div className="grid grid-cols-2 gap-2">
        {buttons.map(({ label, hint, pressed, sign, press }) => (
          <Button key={hint} aria-pressed={pressed} title={hint} onClick={press}>
            {sign}
            {label}
          </Button>
        ))}
      </div>
    );
  }
  return (
    <div className="relative z-10 flex shrink-0 gap-0.5">
      {buttons.map(({ hint, pressed, sign, press }) => (
        <Button
          key={hint}
          variant="ghost"
          size="smallIcon"
          className="text-muted"
          aria-pressed={pressed}
          aria-label={words.button_for({ action: hint, title: job.title })}
          title={hint}
          onClick={press}
        >
          {sign}
        </Button>
      ))}
    </div>
  );
}
