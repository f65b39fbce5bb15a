/**
 * "The API said no", in the platform's own words.
 * `isViolation`: the caller sent something it should have known to be wrong, as opposed to what the person or the moment did.
 */
export class ApiError extends Error {
  constructor(
    readonly code: number,
    readonly description: string,
    readonly isViolation: boolean,
    readonly parameters?: { readonly retry_after: number },
  ) {
    super(description);
  }
}
