import type { ApplicationDetail, Interview } from '@rolecall/contract';
import { CalendarPlus } from 'lucide-react';
import { Button } from '../../components/ui/button.tsx';
import { calendarLinks, toCalendarFile } from '../../lib/calendar.ts';
import { useMessages } from '../../lib/language.tsx';
import { saveFile } from '../../lib/save-file.ts';
import { addToCalendarMessages } from './add-to-calendar.messages.ts';

/** Adds an interview to any calendar by a file, and to two by a link. */
export function AddToCalendar({
  application,
  interview,
}: {
  readonly application: ApplicationDetail;
  readonly interview: Interview;
}) {
  const words = useMessages(addToCalendarMessages);
  const { job } = application;
  const entry = {
    // As in the mails about it, so that calendars know it for the same.
    uid: `interview-${interview.id}@${window.location.hostname}`,
    title: words.title({ job: job.title, company: job.company_name }),
    startsAt: interview.starts_at,
    endsAt: interview.ends_at,
    place: interview.place,
    url: `${window.location.origin}/applications/${application.id}`,
    changedAt: interview.updated_at,
  };
  const links = calendarLinks(entry);
  const save = () =>
    saveFile({
      content: new TextEncoder().encode(toCalendarFile(entry)),
      mediaType: 'text/calendar',
      fileName: 'interview.ics',
    });
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2 ps-7 text-sm text-muted">
      <Button size="small" onClick={save}>
        <CalendarPlus aria-hidden />
        {words.add()}
      </Button>
      <span>
        {words.or()} <CalendarLink href={links.google}>Google</CalendarLink>,{' '}
        <CalendarLink href={links.outlook}>Outlook</CalendarLink>
      </span>
    </div>
  );
}

const CalendarLink = ({ href, children }: { readonly href: string; readonly children: string }) => (
  <a
    href={href}
    target="_blank"
    rel="noopener noreferrer"
    className="text-accent-ink underline underline-offset-2"
  >
    {children}
  </a>
);
