import { kindNames, locales, type TemplateSample } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { Card } from '../../components/ui/card.tsx';
import { ErrorState, ListSkeleton } from '../../components/ui/feedback.tsx';
import { Field, Select } from '../../components/ui/field.tsx';
import { Page } from '../../components/ui/page.tsx';
import { cn } from '../../lib/cn.ts';
import { kindMessages } from '../../lib/kinds.messages.ts';
import { useMessages } from '../../lib/language.tsx';
import { localeLabels } from '../../lib/language-names.ts';
import { type FrameWidth, frameWidths, type GallerySearch, isShown, sampleGroups } from './gallery-search.ts';
import { GalleryTile } from './gallery-tile.tsx';
import { templateMessages } from './messages.ts';
import { templateQueries } from './queries.ts';

const route = getRouteApi('/operator/mail-gallery');

/** As many frames side by side as have room. */
const columns: Readonly<Record<FrameWidth, string>> = {
  phone: 'sm:grid-cols-2 xl:grid-cols-3',
  column: '',
  desktop: '',
};

/** Every mail with sample data: of every kind, in every language, as wide and as dark as is chosen. */
export function GalleryPage() {
  const words = useMessages(templateMessages);
  const search = route.useSearch();
  const query = useQuery(templateQueries.samples());
  return (
    <Page
      title={words.gallery()}
      description={words.gallery_about()}
      action={
        <Link to="/operator/templates" className="inline-flex items-center gap-2 text-sm text-accent-ink">
          <ArrowLeft className="size-4 rtl:-scale-x-100" aria-hidden />
          {words.all_texts()}
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
  const words = useMessages(templateMessages);
  const kinds = useMessages(kindMessages);
  const navigate = route.useNavigate();
  const choose = (change: Readonly<Record<string, string | undefined>>) =>
    void navigate({ search: { ...search, ...change }, replace: true });
  return (
    <Card className="mb-6 p-4 sm:p-5">
      <search className="grid grid-cols-2 gap-3 sm:grid-cols-3 sm:gap-4 lg:grid-cols-5">
        <Field label={words.kind()}>
          {(attributes) => (
            <Select
              {...attributes}
              value={search.kind ?? ''}
              onChange={({ target }) => choose({ kind: target.value === '' ? undefined : target.value })}
            >
              <option value="">{words.all_kinds()}</option>
              {kindNames.map((kind) => (
                <option key={kind} value={kind}>
                  {kinds[kind]()}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={words.language()}>
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
              <option value="all">{words.all_languages()}</option>
            </Select>
          )}
        </Field>
        <Field label={words.samples()}>
          {(attributes) => (
            <Select
              {...attributes}
              value={search.sample}
              onChange={({ target }) => choose({ sample: target.value })}
            >
              {sampleGroups.map((group) => (
                <option key={group} value={group}>
                  {words[`sample_${group}`]()}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={words.width()}>
          {(attributes) => (
            <Select
              {...attributes}
              value={search.width}
              onChange={({ target }) => choose({ width: target.value })}
            >
              {frameWidths.map((width) => (
                <option key={width} value={width}>
                  {words[`width_${width}`]()}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={words.colours()}>
          {(attributes) => (
            <Select
              {...attributes}
              value={search.scheme}
              onChange={({ target }) => choose({ scheme: target.value })}
            >
              <option value="light">{words.light()}</option>
              <option value="dark">{words.dark()}</option>
            </Select>
          )}
        </Field>
      </search>
    </Card>
  );
}
