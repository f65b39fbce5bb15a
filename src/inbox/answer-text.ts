import { z } from 'zod';

const longestText = 2000;

/** Line breaks are the only control characters; marks that turn the direction of writing can make a text read as another. */
const forbidden = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** What staff may say to a person, in the form it is sent; the same for the API and the console. */
export const answerText = z
  .string()
  .transform((given) => given.replaceAll('\r\n', '\n').trim())
  // Invisible marks alone are no answer.
  .refine(
    (given) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(given) && given.length <= longestText,
    `1 to ${longestText} characters`,
  )
  .refine((given) => given.isWellFormed() && !forbidden.test(given), 'no control characters but line breaks')
  .transform((given) => given.normalize('NFC'));
