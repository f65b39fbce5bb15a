const part = (marker: number, content: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};

/** What a telephone notes in a photo. */
export const photoNotes = 'Exif\0\0 GPS 10.7769 N 106.7009 E';

/** The parts of a photo as a telephone writes it, with its notes or without; nothing that could be drawn. */
export function photoWith(notes: boolean): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    part(0xe0, Buffer.from('JFIF\0\x01\x02\0\0\x01\0\x01\0\0', 'latin1')),
    ...(notes ? [part(0xe1, Buffer.from(photoNotes)), part(0xfe, Buffer.from('taken at home'))] : []),
    part(0xdb, Buffer.alloc(65, 1)),
    part(0xda, Buffer.alloc(10, 2)),
    Buffer.alloc(200, 9),
    // In a scan these are no parts.
    Buffer.from([0xff, 0x00, 0xff, 0xd0, 0xff, 0xd9]),
  ]);
}
