/** Slips of the finger that are forgiven in a folded form without spaces: none in up to four letters, one in up to eight, two in more. */
export function typosAllowed(form: string): number {
  if (form.length <= 4) return 0;
  return form.length <= 8 ? 1 : 2;
}
