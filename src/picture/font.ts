import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Advances, readAdvances } from './true-type.ts';

/** The one family of all pictures: drawn for Vietnamese, with its marks where they belong. */
export const fontFamily = 'Be Vietnam Pro';

export type Weight = 'regular' | 'bold';

const require = createRequire(import.meta.url);
const paths: Readonly<Record<Weight, string>> = {
  regular: require.resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf'),
};

/** The files of the family; a renderer that is not handed them drops every text. */
export const fontFiles: readonly string[] = Object.values(paths);

/** The widths of characters in each weight. */
export type Font = Readonly<Record<Weight, Advances>>;

let font: Promise<Font> | undefined;

/** The font's widths, read once. */
export function loadFont(): Promise<Font> {
  font ??= readFont().catch((error: unknown) => {
    font = undefined;
    throw error;
  });
  return font;
}

async function readFont(): Promise<Font> {
  const [regular, bold] = await Promise.all([readFile(paths.regular), readFile(paths.bold)]);
  return { regular: readAdvances(regular), bold: readAdvances(bold) };
}

/** The width of a line in pixels, drawn without kerning. */
export function widthOf(text: string, advances: Advances, size: number): number {
  let width = 0;
  for (const character of text) width += advances(character.codePointAt(0) ?? 0) ?? 0;
  return width * size;
}
