import { CodedError, errorText } from '../../shared/domain/errors.ts';

/** Sentence and next step of whatever was thrown. */
export function errorSentence(error: unknown): { sentence: string; next: string } {
  if (error instanceof CodedError) return errorText(error.code, error.params);
  const incident = error instanceof Error ? error.message : String(error);
  return errorText('internal', { incident });
}
