/** One engine's p95 by the number of courses. */
export interface SpeedLine {
  readonly name: string;
  readonly points: readonly { readonly courses: number; readonly milliseconds: number }[];
}

const [width, height] = [640, 360];
const edge = { left: 64, right: 150, top: 24, bottom: 44 } as const;
const colours = ['#0b6e4f', '#b5651d', '#3c5a99', '#7a3e9d'];

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Lines over logarithmic axes, as an SVG that needs nothing else. @param limits drawn as dashed lines, in milliseconds */
export function speedChart(lines: readonly SpeedLine[], limits: readonly { at: number; to: number }[]): string {
  const all = lines.flatMap(({ points }) => points);
  const log = Math.log10;
  const from = { x: Math.floor(log(Math.min(...all.map((p) => p.courses)))), y: 0 };
  const to = {
    x: Math.ceil(log(Math.max(...all.map((p) => p.courses)))),
    y: Math.ceil(log(Math.max(...all.map((p) => p.milliseconds)))),
  };
  const x = (courses: number): number =>
    edge.left + ((log(courses) - from.x) / (to.x - from.x)) * (width - edge.left - edge.right);
  const y = (milliseconds: number): number =>
    height -
    edge.bottom -
    (Math.max(0, log(milliseconds) - from.y) / (to.y - from.y)) * (height - edge.top - edge.bottom);
  const parts: string[] = [];
  for (let power = from.y; power <= to.y; power++) {
    const at = y(10 ** power);
    parts.push(`<path d="M${edge.left} ${at}H${width - edge.right}" stroke="#ddd"/>`);
    parts.push(`<text x="${edge.left - 8}" y="${at + 4}" text-anchor="end">${10 ** power} ms</text>`);
  }
  for (let power = from.x; power <= to.x; power++) {
    const at = x(10 ** power);
    parts.push(`<path d="M${at} ${edge.top}V${height - edge.bottom}" stroke="#eee"/>`);
    parts.push(
      `<text x="${at}" y="${height - edge.bottom + 18}" text-anchor="middle">${(10 ** power).toLocaleString('en')}</text>`,
    );
  }
  for (const { at, to: limit } of limits)
    parts.push(`<circle cx="${x(at)}" cy="${y(limit)}" r="6" fill="none" stroke="#c00" stroke-dasharray="2 2"/>`);
  for (const [number, { name, points }] of lines.entries()) {
    const colour = colours[number % colours.length];
    const path = points.map(
      (p, at) => `${at === 0 ? 'M' : 'L'}${x(p.courses).toFixed(1)} ${y(p.milliseconds).toFixed(1)}`,
    );
    parts.push(`<path d="${path.join('')}" fill="none" stroke="${colour}" stroke-width="2"/>`);
    for (const p of points)
      parts.push(
        `<circle cx="${x(p.courses).toFixed(1)}" cy="${y(p.milliseconds).toFixed(1)}" r="3" fill="${colour}"/>`,
      );
    const last = points.at(-1);
    if (last !== undefined)
      parts.push(
        `<text x="${x(last.courses) + 8}" y="${y(last.milliseconds) + 4}" fill="${colour}">${escaped(name)}</text>`,
      );
  }
  parts.push(`<text x="${edge.left}" y="${height - 8}">courses in the catalogue; red rings: what is allowed</text>`);
  parts.push(`<text x="${edge.left}" y="14">p95 of a search</text>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="12"><title>p95 of a search by the number of courses</title><rect width="100%" height="100%" fill="#fff"/>${parts.join('')}</svg>\n`;
}
