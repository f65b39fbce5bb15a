import { SaxesParser } from 'saxes';

/** A fault of a picture and what to do about it, in Vietnamese. */
export interface PictureFault {
  readonly problem: string;
  readonly remedy: string;
}

const width = 800;
const mostHeight = 1000;
const smallestText = 28;

/** Elements that draw; whatever else there is in SVG leads out of the file or runs. */
const allowed = new Set(
  'svg g rect circle ellipse line polyline polygon path text tspan title desc defs linearGradient radialGradient stop clipPath'.split(
    ' ',
  ),
);

/** What is wrong with an SVG of a lesson; empty when it may be shown. Never throws. */
export function pictureFaults(svg: string): PictureFault[] {
  const faults: PictureFault[] = [];
  const add = (problem: string, remedy: string): void => {
    if (!faults.some((fault) => fault.problem === problem)) faults.push({ problem, remedy });
  };
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on('error', ({ message }) => add(`SVG viết sai (${message})`, 'Hãy xuất lại hình.'));
  parser.on('doctype', () => add('SVG có DOCTYPE', 'Hãy xóa dòng DOCTYPE.'));
  parser.on('opentag', ({ name, attributes }) => {
    if (depth === 0) checkRoot(name, attributes as Record<string, string>, add);
    depth++;
    if (!allowed.has(name))
      add(`SVG có <${name}>`, 'Hãy chỉ vẽ bằng hình và chữ, không liên kết, không mã chạy, không ảnh nhúng.');
    for (const [attribute, given] of Object.entries(attributes)) {
      const value = String(given);
      if (/^on/i.test(attribute)) add(`SVG có ${attribute}`, 'Hãy xóa mã chạy khỏi hình.');
      const refers = /href$/i.test(attribute) ? !value.startsWith('#') : /url\(\s*['"]?(?!#)|@import/i.test(value);
      if (refers) add(`SVG dẫn ra ngoài bằng ${attribute}`, 'Hãy xóa liên kết; hình phải tự đủ.');
    }
    const size = Number.parseFloat(String(attributes['font-size'] ?? smallestText));
    if (size < smallestText)
      add(`SVG có chữ cỡ ${size}, nhỏ nhất là ${smallestText}`, 'Hãy cho chữ lớn hơn để đọc được trên điện thoại.');
  });
  parser.on('closetag', () => {
    depth--;
  });
  try {
    parser.write(svg).close();
  } catch (error) {
    add(`SVG không đọc được (${error instanceof Error ? error.message : String(error)})`, 'Hãy xuất lại hình.');
  }
  return faults;
}

function checkRoot(
  name: string,
  attributes: Readonly<Record<string, string>>,
  add: (problem: string, remedy: string) => void,
): void {
  if (name !== 'svg') {
    add(`tệp bắt đầu bằng <${name}>, không phải <svg>`, 'Hãy xuất hình dạng SVG.');
    return;
  }
  const height = Number(attributes.height);
  if (Number(attributes.width) !== width || !(height > 0 && height <= mostHeight))
    add(
      `SVG rộng ${attributes.width ?? '?'}, cao ${attributes.height ?? '?'}`,
      `Hãy đặt width="${width}" và height không quá ${mostHeight}.`,
    );
}
