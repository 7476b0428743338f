import type { SuppressionImportResult } from '@rolecall/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { Field, FormError, Input } from '../../components/ui/field.tsx';
import { describeError } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { suppressionMessages } from './messages.ts';

/** What the server takes, in characters. */
const longestList = 900_000;

const shownFaults = 8;

/** Reads a list in two steps: first it says what would happen, then it does so. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useMessages(suppressionMessages);
  const queries = useQueryClient();
  const [csv, setCsv] = useState<string>();
  const [tooLarge, setTooLarge] = useState(false);
  const check = useMutation({
    mutationFn: (text: string) => client.suppressions.import({ body: { csv: text, dry_run: true } }),
  });
  const read = useMutation({
    mutationFn: (text: string) => client.suppressions.import({ body: { csv: text, dry_run: false } }),
    onSuccess: async ({ added, updated }) => {
      toast.success(words.imported(), { description: words.imported_about({ added, updated }) });
      onClose();
      await queries.invalidateQueries({ queryKey: ['operator', 'suppressions'] });
    },
  });
  const choose = async (file: File | undefined) => {
    check.reset();
    read.reset();
    setCsv(undefined);
    setTooLarge(false);
    if (file === undefined) return;
    const text = await file.text();
    if (text.length > longestList) {
      setTooLarge(true);
      return;
    }
    setCsv(text);
    check.mutate(text);
  };
  const error = read.error ?? check.error;
  const fault = error === null ? undefined : describeError(error);
  const result = check.data;
  const usable = result === undefined ? 0 : result.added + result.updated;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.import_title()}
      description={words.import_about()}
    >
      <div className="space-y-4">
        <Field label={words.file()} hint={words.file_hint()} error={tooLarge ? words.too_large() : undefined}>
          {(attributes) => (
            <Input
              {...attributes}
              type="file"
              accept=".csv,text/csv"
              className="py-1.5"
              onChange={({ target }) => void choose(target.files?.[0])}
            />
          )}
        </Field>
        <FormError message={fault === undefined ? undefined : (fault.detail ?? fault.title)} />
        <div role="status">{result !== undefined && <Summary result={result} />}</div>
        <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
          <Button onClick={onClose}>{words.cancel()}</Button>
          <Button
            variant="primary"
            busy={check.isPending || read.isPending}
            disabled={usable === 0}
            onClick={() => csv !== undefined && read.mutate(csv)}
          >
            {usable === 0 ? words.import() : words.import_count({ count: usable })}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

const Summary = ({ result }: { readonly result: SuppressionImportResult }) => {
  const words = useMessages(suppressionMessages);
  return (
    <div className="space-y-2 text-sm">
      <p>
        {words.result({
          lines: words.lines({ count: result.lines }),
          added: result.added,
          updated: result.updated,
          refused: result.refused,
        })}
      </p>
      {result.errors.length > 0 && (
        <ul className="space-y-1 rounded-lg bg-warn-soft px-3 py-2 text-warn-ink">
          {result.errors.slice(0, shownFaults).map(({ line, message }) => (
            <li key={line} className="break-words">
              {words.line({ number: line, fault: message })}
            </li>
          ))}
          {result.refused > shownFaults && <li>{words.and_more({ count: result.refused - shownFaults })}</li>}
        </ul>
      )}
    </div>
  );
};
