import { z } from 'zod';

/** A whole number of plain digits in an address; an empty one is as good as none. */
export function wholeNumber(minimum: number, maximum: number, usual: number) {
  return z
    .string()
    .regex(/^\d*$/, 'api-problem-digits')
    .default('')
    .transform((digits) => (digits === '' ? usual : Number(digits)))
    .pipe(z.number().min(minimum).max(maximum))
    .meta({ openapi: { type: 'integer', minimum, maximum, default: usual } });
}
