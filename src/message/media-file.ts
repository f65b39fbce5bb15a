/** A file that a person sent, as its channel fetched it. `gone`: the platform has it no more, or it is nowhere that may be asked. */
export type MediaFile =
  | { readonly kind: 'fetched'; readonly bytes: Uint8Array }
  | { readonly kind: 'too_big' }
  | { readonly kind: 'gone' };

/** The most that is read of a file, in bytes. */
export const mostMediaBytes = 10 * 1024 * 1024;
