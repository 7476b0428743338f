import type { Interview, InterviewInput } from '@rolecall/contract';
import { Field, Input, Select, Textarea } from '../../components/ui/field.tsx';
import { useMessages } from '../../lib/language.tsx';
import { instantOf, wallTimeIn } from '../../lib/zoned-date.ts';
import { companyJobsMessages } from './messages.ts';

/** What the fields hold; an empty time: no interview yet. */
export interface InterviewDraft {
  /** As clocks of the recruiter's zone show it. */
  readonly wallTime: string;
  readonly minutes: number;
  readonly place: string;
  readonly note: string;
}

export const emptyInterview: InterviewDraft = { wallTime: '', minutes: 60, place: '', note: '' };

const lengths = [15, 30, 45, 60, 90, 120, 180, 240, 480] as const;

export const toDraft = (interview: Interview, timeZone: string): InterviewDraft => ({
  wallTime: wallTimeIn(interview.starts_at, timeZone),
  minutes: Math.round((Date.parse(interview.ends_at) - Date.parse(interview.starts_at)) / 60_000),
  place: interview.place,
  note: interview.note,
});

/** Undefined without a time. */
export function toInterviewInput(draft: InterviewDraft, timeZone: string): InterviewInput | undefined {
  if (draft.wallTime === '') return undefined;
  const starts_at = instantOf(draft.wallTime, timeZone);
  const ends_at = new Date(Date.parse(starts_at) + draft.minutes * 60_000).toISOString();
  return { starts_at, ends_at, time_zone: timeZone, place: draft.place.trim(), note: draft.note };
}

interface InterviewFieldsProps {
  readonly draft: InterviewDraft;
  readonly timeZone: string;
  /** Whether a time has to be given. */
  readonly required: boolean;
  readonly withNote: boolean;
  readonly onChange: (draft: InterviewDraft) => void;
}

export function InterviewFields({ draft, timeZone, required, withNote, onChange }: InterviewFieldsProps) {
  const words = useMessages(companyJobsMessages);
  const change = (changes: Partial<InterviewDraft>) => onChange({ ...draft, ...changes });
  const known = lengths.some((minutes) => minutes === draft.minutes);
  return (
    <div className="space-y-4">
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_9rem]">
        <Field
          label={words.when()}
          optional={!required}
          hint={words.when_hint({ zone: timeZone.replaceAll('_', ' ') })}
        >
          {(attributes) => (
            <Input
              {...attributes}
              type="datetime-local"
              required={required}
              value={draft.wallTime}
              onChange={({ target }) => change({ wallTime: target.value })}
            />
          )}
        </Field>
        <Field label={words.length()}>
          {(attributes) => (
            <Select
              {...attributes}
              value={draft.minutes}
              onChange={({ target }) => change({ minutes: Number(target.value) })}
            >
              {[...lengths, ...(known ? [] : [draft.minutes])].map((minutes) => (
                <option key={minutes} value={minutes}>
                  {words.minutes({ count: minutes })}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <Field label={words.place()} optional>
        {(attributes) => (
          <Input
            {...attributes}
            maxLength={300}
            placeholder={words.place_hint()}
            value={draft.place}
            onChange={({ target }) => change({ place: target.value })}
          />
        )}
      </Field>
      {withNote && (
        <Field label={words.note_to()} optional>
          {(attributes) => (
            <Textarea
              {...attributes}
              rows={3}
              maxLength={2_000}
              value={draft.note}
              onChange={({ target }) => change({ note: target.value })}
            />
          )}
        </Field>
      )}
    </div>
  );
}
