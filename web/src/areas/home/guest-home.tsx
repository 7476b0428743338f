import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { BellRing, Eye, ListChecks, type LucideIcon, ScanSearch } from 'lucide-react';
import { JobSearchForm } from '../../components/jobs/job-search-form.tsx';
import { Button } from '../../components/ui/button.tsx';
import { PageTitle } from '../../components/ui/page.tsx';
import { pluralize } from '../../lib/format.ts';
import { locale } from '../../lib/locale.ts';
import { instanceQuery } from '../../lib/queries/account.ts';
import { jobQueries } from '../../lib/queries/jobs.ts';
import { DemoInvitation } from './demo-invitation.tsx';
import { NotificationPreview } from './notification-preview.tsx';

const promises: readonly { readonly icon: LucideIcon; readonly title: string; readonly text: string }[] = [
  {
    icon: ScanSearch,
    title: 'Matched with reasons',
    text: 'Each new job is compared with your profile. You see the score and what it is made of.',
  },
  {
    icon: BellRing,
    title: 'Told at once',
    text: 'In your inbox, live on the screen and by mail – whichever of them you want.',
  },
  {
    icon: ListChecks,
    title: 'Every step in view',
    text: 'Apply here and follow your application from “viewed” to “offer”, without asking.',
  },
  {
    icon: Eye,
    title: 'Nothing behind your back',
    text: 'Each message tells why you got it, and you switch off what you do not want.',
  },
];

export function GuestHome() {
  const navigate = useNavigate();
  const { data: facets } = useQuery(jobQueries.facets({}));
  const { data: instance } = useQuery(instanceQuery());
  const canTry = instance?.sign_in.passwords === true && instance.demo_people.length > 0;
  return (
    <div className="mx-auto w-full max-w-6xl px-4 sm:px-6">
      <PageTitle title="The right job at the right moment" />
      <section className="grid items-center gap-10 py-10 sm:py-16 lg:grid-cols-[1.15fr_1fr] lg:gap-16">
        <div>
          <h1 className="text-4xl leading-[1.1] sm:text-5xl lg:text-[3.5rem]">
            The right job calls you, at the right moment.
          </h1>
          <p className="mt-5 max-w-xl text-lg leading-relaxed text-muted">
            Tell Rolecall once what you look for. It reads new jobs as they come in and lets you know of those
            that fit – with the reasons, and without the noise.
          </p>
          <div className="mt-8 flex flex-wrap gap-3">
            <Button asChild variant="primary" size="large">
              <Link to="/sign-up">Create your account</Link>
            </Button>
            <Button asChild size="large">
              <Link to="/sign-in">Sign in</Link>
            </Button>
          </div>
        </div>
        {canTry ? <DemoInvitation people={instance.demo_people} /> : <NotificationPreview />}
      </section>
      <section aria-labelledby="search-heading" className="rounded-3xl bg-sunken/70 p-5 sm:p-8">
        <div className="mb-4 flex flex-wrap items-baseline justify-between gap-2">
          <h2 id="search-heading" className="text-xl">
            Look around first
          </h2>
          {facets !== undefined && facets.total > 0 && (
            <p className="text-sm text-muted">
              {pluralize(facets.total, 'job is', 'jobs are', locale)} open
              {facets.total >= facets.total_limit && ', or more'}
            </p>
          )}
        </div>
        <JobSearchForm
          q={undefined}
          place={undefined}
          places={facets?.place.map(({ label }) => label) ?? []}
          onSearch={(search) => void navigate({ to: '/jobs', search })}
        />
      </section>
      <section aria-label="What it does" className="grid gap-x-8 gap-y-8 py-12 sm:grid-cols-2 lg:grid-cols-4">
        {promises.map(({ icon: Icon, title, text }) => (
          <div key={title}>
            <Icon className="size-6 text-accent-ink" aria-hidden />
            <h2 className="mt-3 font-semibold">{title}</h2>
            <p className="mt-1.5 text-sm leading-relaxed text-muted">{text}</p>
          </div>
        ))}
      </section>
    </div>
  );
}
