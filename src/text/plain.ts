/** Words as they may be kept and shown: composed, without control characters and marks that turn the direction of writing. */
export function plainText(given: string): string {
  return given
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\p{Cs}]/gu, ' ')
    .trim();
}

/** The same where one line is shown, as titles and names are. */
export function plainLine(given: string): string {
  return plainText(given).replace(/\s+/gu, ' ');
}

/** Whether there is anything to read: marks of no width alone would leave a blank place. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/**
 * Whether people may be led to an address: http or https, written in full, without anybody's name and password, which make one site look
 * like another, and without blanks, backslashes and invisible marks, which programs read in different ways.
 */
export function isWebAddress(given: string): boolean {
  if (!/^https?:\/\/[^\s\\\p{C}]+$/iu.test(given) || !URL.canParse(given)) return false;
  const { username, password } = new URL(given);
  return username === '' && password === '';
}
