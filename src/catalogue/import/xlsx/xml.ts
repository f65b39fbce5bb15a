import { SaxesParser } from 'saxes';
import { FileRefused } from '../problem.ts';

/** What a part's reader is told of. Names come without their prefix. */
export interface XmlHandlers {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** A parser that is fed pieces of a document. Own entities are not expanded: a document that uses one is refused. */
export function createXmlReader(handlers: XmlHandlers, fragment = false): { write(text: string): void; end(): void } {
  const parser = new SaxesParser({ xmlns: false, position: false, fragment });
  parser.on('error', () => {
    throw new FileRefused('Tệp Excel có phần không đọc được. Hãy mở bằng Excel, lưu lại dạng .xlsx rồi nhập lại.');
  });
  parser.on('opentag', ({ name, attributes }) => handlers.open?.(withoutPrefix(name), attributes));
  parser.on('closetag', ({ name }) => handlers.close?.(withoutPrefix(name)));
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  return {
    write(text) {
      if (text !== '') parser.write(text);
    },
    end() {
      parser.close();
    },
  };
}

/** Reads a whole part. */
export async function readXml(pieces: AsyncIterable<string>, handlers: XmlHandlers): Promise<void> {
  const reader = createXmlReader(handlers);
  for await (const piece of pieces) reader.write(piece);
  reader.end();
}

function withoutPrefix(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
