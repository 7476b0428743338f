import { type PostingRule, postingRules } from '@rolecall/contract';
import { Field, Select } from '../ui/field.tsx';

interface PostingRuleFieldProps {
  readonly label: string;
  /** What each rule is called. */
  readonly words: Readonly<Record<PostingRule, () => string>>;
  readonly value: PostingRule;
  readonly disabled: boolean;
  readonly onChoose: (rule: PostingRule) => void;
  readonly className?: string;
}

/** What becomes of postings that wait for a decision. */
export const PostingRuleField = (props: PostingRuleFieldProps) => (
  <Field label={props.label} className={props.className ?? ''}>
    {(attributes) => (
      <Select
        {...attributes}
        value={props.value}
        disabled={props.disabled}
        onChange={({ target }) => {
          const rule = postingRules.find((one) => one === target.value);
          if (rule !== undefined) props.onChoose(rule);
        }}
      >
        {postingRules.map((rule) => (
          <option key={rule} value={rule}>
            {props.words[rule]()}
          </option>
        ))}
      </Select>
    )}
  </Field>
);
