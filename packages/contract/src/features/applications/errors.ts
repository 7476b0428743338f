import { describeError, type ErrorDescriptions } from '../../core/errors.ts';

export const errors = {
  already_applied: describeError(
    409,
    'never',
    'You have already applied for this job',
    'A person applies once for a job. `application_id` names the application.',
  ),
  job_applies_elsewhere: describeError(
    409,
    'never',
    'This job takes applications on its own site',
    'The job came from a source; `apply_url` is where its company takes applications.',
  ),
  note_refused: describeError(
    422,
    'after_change',
    'This message asks for what no employer asks applicants for',
    'Nothing was changed and nobody was told. `reasons` names what was found in the note, the place or the note of the interview, by the codes of flagged postings. Say it without asking for money, bank or identity data, codes or services.',
  ),
  illegal_transition: describeError(
    409,
    'after_change',
    'The application cannot take this status now',
    '`from` is its status, `allowed` lists the statuses that can follow for you.',
  ),
  nothing_to_take_back: describeError(
    409,
    'never',
    'There is no decision that could be taken back',
    'A rejection can be taken back until the applicant is told of it.',
  ),
} as const satisfies ErrorDescriptions;
