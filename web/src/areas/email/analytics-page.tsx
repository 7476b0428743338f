import { mailGroupings } from '@rolecall/contract';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { Field, Input } from '../../components/ui/field.tsx';
import { Page } from '../../components/ui/page.tsx';
import { TabLinks } from '../../components/ui/tabs.tsx';
import { toastError } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { saveFile } from '../../lib/save-file.ts';
import { AlarmBanner } from './alarm-banner.tsx';
import { Figures } from './analytics-figures.tsx';
import { EmailTabs } from './email-tabs.tsx';
import { GroupTable } from './group-table.tsx';
import { emailMessages } from './messages.ts';
import { dayOf, rangeNames, rangeOf } from './range.ts';

const route = getRouteApi('/operator/email/analytics');

/** What has become of mails, in charts and ranked. */
export function MailAnalyticsPage() {
  const words = useMessages(emailMessages);
  const search = route.useSearch();
  const { range: name = '7d', from, to, by = 'template', sort = 'sent' } = search;
  // Links leave out what is the default, so that each address is written in one way.
  const shown = {
    ...(search.by === undefined ? {} : { by: search.by }),
    ...(search.sort === undefined ? {} : { sort }),
  };
  const days = {
    ...(search.range === undefined ? {} : { range: search.range }),
    ...(name === 'custom' && from !== undefined && to !== undefined ? { from, to } : {}),
  };
  const range = rangeOf(name, from, to, new Date());
  return (
    <Page title={words.analytics()} description={words.analytics_about()}>
      <EmailTabs />
      <AlarmBanner />
      <TabLinks
        label={words.time()}
        className="mb-4"
        tabs={rangeNames.map((one) => ({
          label: words[`range_${one}`](),
          link: {
            to: '/operator/email/analytics',
            search: {
              ...shown,
              ...(one === '7d' ? {} : { range: one }),
              ...(one === 'custom' ? { from: from ?? dayOf(new Date()), to: to ?? dayOf(new Date()) } : {}),
            },
          },
        }))}
      />
      {name === 'custom' && <CustomDays from={from} to={to} isWrong={range === null} />}
      {range !== null && (
        <>
          <Figures range={range} />
          <h2 className="mt-8 text-lg">{words.one_by_one()}</h2>
          <div className="mb-4 flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
            <TabLinks
              label={words.grouped_by()}
              className="min-w-0"
              tabs={mailGroupings.map((one) => ({
                label: words[`by_${one}`](),
                link: {
                  to: '/operator/email/analytics',
                  resetScroll: false,
                  search: {
                    ...days,
                    ...(search.sort === undefined ? {} : { sort }),
                    ...(one === 'template' ? {} : { by: one }),
                  },
                },
              }))}
            />
            <ExportButton range={range} by={by} sort={sort} />
          </div>
          <GroupTable range={{ from: range.from, to: range.to }} by={by} sort={sort} />
        </>
      )}
    </Page>
  );
}

interface CustomDaysProps {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly isWrong: boolean;
}

function CustomDays({ from, to, isWrong }: CustomDaysProps) {
  const words = useMessages(emailMessages);
  const navigate = useNavigate({ from: '/operator/email/analytics' });
  const change = (days: { readonly from?: string; readonly to?: string }) =>
    void navigate({ search: (known) => ({ ...known, ...days }), replace: true, resetScroll: false });
  return (
    <div className="mb-5 grid max-w-md grid-cols-2 gap-4">
      <Field label={words.first_day()}>
        {(attributes) => (
          <Input
            {...attributes}
            type="date"
            value={from ?? ''}
            max={dayOf(new Date())}
            onChange={({ target }) => change({ from: target.value })}
          />
        )}
      </Field>
      <Field label={words.last_day()} error={isWrong ? words.wrong_days() : undefined}>
        {(attributes) => (
          <Input
            {...attributes}
            type="date"
            value={to ?? ''}
            max={dayOf(new Date())}
            onChange={({ target }) => change({ to: target.value })}
          />
        )}
      </Field>
    </div>
  );
}

type ExportButtonProps = Parameters<typeof GroupTable>[0];

function ExportButton({ range, by, sort }: ExportButtonProps) {
  const words = useMessages(emailMessages);
  const save = useMutation({
    mutationFn: () =>
      client.mailAnalytics.exportGroups({
        query: { from: range.from, to: range.to, group_by: by, sort },
      }),
    onSuccess: saveFile,
    onError: toastError,
  });
  return (
    <Button size="small" busy={save.isPending} onClick={() => save.mutate()}>
      <Download aria-hidden />
      {words.save_csv()}
    </Button>
  );
}
