import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { BellRing, Eye, ListChecks, type LucideIcon, ScanSearch } from 'lucide-react';
import { JobSearchForm } from '../../components/jobs/job-search-form.tsx';
import { Button } from '../../components/ui/button.tsx';
import { PageTitle } from '../../components/ui/page.tsx';
import { useMessages } from '../../lib/language.tsx';
import { instanceQuery } from '../../lib/queries/account.ts';
import { jobQueries } from '../../lib/queries/jobs.ts';
import { DemoInvitation } from './demo-invitation.tsx';
import { guestMessages } from './guest.messages.ts';
import { NotificationPreview } from './notification-preview.tsx';

const promises = [
  { icon: ScanSearch, name: 'matched' },
  { icon: BellRing, name: 'told' },
  { icon: ListChecks, name: 'followed' },
  { icon: Eye, name: 'open_ways' },
] as const satisfies readonly { readonly icon: LucideIcon; readonly name: string }[];

export function GuestHome() {
  const words = useMessages(guestMessages);
  const navigate = useNavigate();
  const { data: facets } = useQuery(jobQueries.facets({}));
  const { data: instance } = useQuery(instanceQuery());
  const canTry = instance?.sign_in.passwords === true && instance.demo_people.length > 0;
  return (
    <div className="mx-auto w-full max-w-6xl px-4 sm:px-6">
      <PageTitle title={words.title()} />
      <section className="grid items-center gap-10 py-10 sm:py-16 lg:grid-cols-[1.15fr_1fr] lg:gap-16">
        <div>
          <h1 className="text-4xl leading-[1.1] sm:text-5xl lg:text-[3.5rem]">{words.lead()}</h1>
          <p className="mt-5 max-w-xl text-lg leading-relaxed text-muted">{words.about()}</p>
          <div className="mt-8 flex flex-wrap gap-3">
            <Button asChild variant="primary" size="large">
              <Link to="/sign-up">{words.sign_up()}</Link>
            </Button>
            <Button asChild size="large">
              <Link to="/sign-in">{words.sign_in()}</Link>
            </Button>
          </div>
        </div>
        {canTry ? <DemoInvitation people={instance.demo_people} /> : <NotificationPreview />}
      </section>
      <section aria-labelledby="search-heading" className="rounded-3xl bg-sunken/70 p-5 sm:p-8">
        <div className="mb-4 flex flex-wrap items-baseline justify-between gap-2">
          <h2 id="search-heading" className="text-xl">
            {words.look_around()}
          </h2>
          {facets !== undefined && facets.total > 0 && (
            <p className="text-sm text-muted">
              {facets.total >= facets.total_limit
                ? words.or_more({ jobs: words.open({ count: facets.total }) })
                : words.open({ count: facets.total })}
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
      <section aria-label={words.what()} className="grid gap-x-8 gap-y-8 py-12 sm:grid-cols-2 lg:grid-cols-4">
        {promises.map(({ icon: Icon, name }) => (
          <div key={name}>
            <Icon className="size-6 text-accent-ink" aria-hidden />
            <h2 className="mt-3 font-semibold">{words[name]()}</h2>
            <p className="mt-1.5 text-sm leading-relaxed text-muted">{words[`${name}_text`]()}</p>
          </div>
        ))}
      </section>
    </div>
  );
}
