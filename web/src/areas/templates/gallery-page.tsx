import { kindNames, kinds, locales, type TemplateSample } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { Card } from '../../components/ui/card.tsx';
import { ErrorState, ListSkeleton } from '../../components/ui/feedback.tsx';
import { Field, Select } from '../../components/ui/field.tsx';
import { Page } from '../../components/ui/page.tsx';
import { cn } from '../../lib/cn.ts';
import { localeLabels } from '../../lib/labels.ts';
import {
  type FrameWidth,
  frameWidths,
  type GallerySearch,
  isShown,
  sampleGroupLabels,
  sampleGroups,
} from './gallery-search.ts';
import { GalleryTile } from './gallery-tile.tsx';
import { templateQueries } from './queries.ts';

const route = getRouteApi('/operator/mail-gallery');

const widthLabels: Readonly<Record<FrameWidth, string>> = {
  phone: 'Phone, 320 px',
  column: 'Column, 600 px',
  desktop: 'Desktop',
};
/** As many frames side by side as have room. */
const columns: Readonly<Record<FrameWidth, string>> = {
  phone: 'sm:grid-cols-2 xl:grid-cols-3',
  column: '',
  desktop: '',
};

/** Every mail with sample data: of every kind, in every language, as wide and as dark as is chosen. */
export function GalleryPage() {
  const search = route.useSearch();
  const query = useQuery(templateQueries.samples());
  return (
    <Page
      title="Mail gallery"
      description="What people get by e-mail, with sample data. Mails are shown as they are in force."
      action={
        <Link to="/operator/templates" className="inline-flex items-center gap-2 text-sm text-accent-ink">
          <ArrowLeft className="size-4" aria-hidden />
          All texts
        </Link>
      }
    >
      <Choices search={search} />
      {query.data === undefined ? (
        query.isError ? (
          <ErrorState error={query.error} onRetry={() => query.refetch()} />
        ) : (
          <ListSkeleton />
        )
      ) : (
        <Tiles search={search} samples={query.data.items} />
      )}
    </Page>
  );
}

function Tiles({
  search: { kind, locale, sample: group, width, scheme },
  samples,
}: {
  readonly search: GallerySearch;
  readonly samples: readonly TemplateSample[];
}) {
  const shown = samples.filter((one) => (kind === undefined || one.kind === kind) && isShown(one, group));
  const spoken = locale === 'all' ? locales : [locale];
  return (
    <ul className={cn('grid grid-cols-[minmax(0,1fr)] gap-6', columns[width])}>
      {shown.flatMap((sample) =>
        spoken.map((one) => (
          <li key={`${sample.kind} ${sample.name} ${one}`} className="min-w-0">
            <GalleryTile sample={sample} locale={one} width={width} dark={scheme === 'dark'} />
          </li>
        )),
      )}
    </ul>
  );
}

function Choices({ search }: { readonly search: GallerySearch }) {
  const navigate = route.useNavigate();
  const choose = (change: Readonly<Record<string, string | undefined>>) =>
    void navigate({ search: { ...search, ...change }, replace: true });
  return (
    <Card className="mb-6 p-4 sm:p-5">
      <search className="grid grid-cols-2 gap-3 sm:grid-cols-3 sm:gap-4 lg:grid-cols-5">
        <Field label="Kind">
          {(attributes) => (
            <Select
              {...attributes}
              value={search.kind ?? ''}
              onChange={({ target }) => choose({ kind: target.value === '' ? undefined : target.value })}
            >
              <option value="">All kinds</option>
              {kindNames.map((kind) => (
                <option key={kind} value={kind}>
                  {kinds[kind].label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Language">
          {(attributes) => (
            <Select
              {...attributes}
              value={search.locale}
              onChange={({ target }) => choose({ locale: target.value })}
            >
              {locales.map((locale) => (
                <option key={locale} value={locale}>
                  {localeLabels[locale]}
                </option>
              ))}
              <option value="all">All languages</option>
            </Select>
          )}
        </Field>
        <Field label="Samples">
          {(attributes) => (
            <Select
              {...attributes}
              value={search.sample}
              onChange={({ target }) => choose({ sample: target.value })}
            >
              {sampleGroups.map((group) => (
                <option key={group} value={group}>
                  {sampleGroupLabels[group]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Width">
          {(attributes) => (
            <Select
              {...attributes}
              value={search.width}
              onChange={({ target }) => choose({ width: target.value })}
            >
              {frameWidths.map((width) => (
                <option key={width} value={width}>
                  {widthLabels[width]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Colours">
          {(attributes) => (
            <Select
              {...attributes}
              value={search.scheme}
              onChange={({ target }) => choose({ scheme: target.value })}
            >
              <option value="light">Light</option>
              <option value="dark">Dark</option>
            </Select>
          )}
        </Field>
      </search>
    </Card>
  );
}
