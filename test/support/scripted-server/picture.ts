/** PNG, JPEG, WebP, GIF or BMP by their first bytes. */
export function isPicture(content: Buffer): boolean {
  const head = content.subarray(0, 12).toString('latin1');
  return /^(?:\x89PNG|\xff\xd8\xff|RIFF....WEBP|GIF8|BM)/s.test(head);
}
