/** Degrees (WGS 84). */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const earthRadiusKm = 6371;
const radians = Math.PI / 180;

/** The same in radians, for who measures many distances. */
export interface PointInRadians {
  readonly phi: number;
  readonly lambda: number;
}

export function inRadians({ latitude, longitude }: Point): PointInRadians {
  return { phi: latitude * radians, lambda: longitude * radians };
}

/** Great-circle distance in kilometres (haversine). */
export function kmBetween(a: Point, b: Point): number {
  const [from, to] = [inRadians(a), inRadians(b)];
  return kmBetweenRadians(from.phi, from.lambda, to.phi, to.lambda);
}

/** The same between latitudes and longitudes in radians. */
export function kmBetweenRadians(phi: number, lambda: number, toPhi: number, toLambda: number): number {
  const up = Math.sin((toPhi - phi) / 2);
  const along = Math.sin((toLambda - lambda) / 2);
  const h = up * up + Math.cos(phi) * Math.cos(toPhi) * along * along;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The length of an arc on the earth, in kilometres. */
export function arcKm(angleInRadians: number): number {
  return earthRadiusKm * angleInRadians;
}
