import { Link } from '@tanstack/react-router';
import { AlarmClock, Archive, BellOff, CheckCheck, Pin, SearchX } from 'lucide-react';
import { Button } from '../../components/ui/button.tsx';
import { EmptyState } from '../../components/ui/feedback.tsx';
import type { InboxSearch } from './inbox-filters.tsx';

const words = {
  inbox: {
    icon: BellOff,
    title: 'Nothing here yet',
    text: 'What happens with your jobs and applications will be told here.',
  },
  unread: { icon: CheckCheck, title: 'All caught up', text: 'You have read everything.' },
  pinned: { icon: Pin, title: 'Nothing is pinned', text: 'Pin what you want to keep at hand.' },
  snoozed: {
    icon: AlarmClock,
    title: 'Nothing is snoozed',
    text: 'What you put off waits here, and comes back unread at its time.',
  },
  archived: { icon: Archive, title: 'The archive is empty', text: 'What you have dealt with can go here.' },
} as const;

/** Why nothing is shown, and the way to where there may be something. */
export function InboxEmpty({ search: { state, category, q } }: { readonly search: InboxSearch }) {
  if (q !== undefined || category !== undefined) {
    return (
      <EmptyState
        icon={SearchX}
        title="Nothing fits"
        action={
          <Button asChild>
            <Link to="/notifications" search={state === undefined ? {} : { state }}>
              Show all of it
            </Link>
          </Button>
        }
      >
        {q === undefined ? 'There is nothing of this category here.' : `Nothing here has the words “${q}”.`}
      </EmptyState>
    );
  }
  const { icon, title, text } = words[state ?? 'inbox'];
  return (
    <EmptyState icon={icon} title={title}>
      {text}
    </EmptyState>
  );
}
