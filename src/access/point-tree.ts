import { arcKm, inRadians, kmBetweenRadians, type Point, type PointInRadians } from '../places/index.ts';

/**
 * Points on the earth in a balanced tree (k-d), from which the nearest ones are taken without looking at most of them. Distances are
 * great-circle ones (haversine); a part of the tree is left out only when its box is surely farther than what was found.
 */
export interface PointTree {
  readonly size: number;
  /**
   * Visits points with a distance that never exceeds `reachKm()`, which may shrink while it goes on: with the worst of what was kept.
   * Nearer parts come first; within a part there is no order.
   */
  visit(origins: readonly Point[], reachKm: () => number, found: (position: number, km: number) => void): void;
}

/** Points of a leaf: looking at them one by one costs less than going down further. */
const leafSize = 16;

interface Node {
  readonly from: number;
  readonly until: number;
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
  readonly parts: readonly [Node, Node] | undefined;
}

/** No point of a box is nearer than this: the way to its parallel, or the one to its meridian, whichever is longer. */
function leastKm({ south, north, west, east }: Node, { phi, lambda }: PointInRadians): number {
  const up = phi < south ? south - phi : Math.max(0, phi - north);
  const along = lambda < west ? west - lambda : Math.max(0, lambda - east);
  // Beyond a quarter of the earth the nearest meridian may be the other one: then only the parallel counts.
  const toMeridian = along < Math.PI / 2 ? Math.asin(Math.cos(phi) * Math.sin(along)) : 0;
  return arcKm(Math.max(up, toMeridian));
}

/** Builds a tree; the positions it visits are those in `points`. */
export function buildPointTree(points: readonly Point[]): PointTree {
  const size = points.length;
  const latitudes = Float64Array.from(points, (point) => inRadians(point).phi);
  const longitudes = Float64Array.from(points, (point) => inRadians(point).lambda);
  const order = Uint32Array.from(points, (_, position) => position);
  const root = size === 0 ? undefined : build(0, size);

  function build(from: number, until: number): Node {
    let [south, north, west, east] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let at = from; at < until; at++) {
      const position = order[at] ?? 0;
      const [latitude, longitude] = [latitudes[position] ?? 0, longitudes[position] ?? 0];
      south = Math.min(south, latitude);
      north = Math.max(north, latitude);
      west = Math.min(west, longitude);
      east = Math.max(east, longitude);
    }
    const box = { from, until, south, north, west, east };
    if (until - from <= leafSize) return { ...box, parts: undefined };
    const middle = (from + until) >> 1;
    select(from, until - 1, middle, north - south > (east - west) * Math.cos(south) ? latitudes : longitudes);
    return { ...box, parts: [build(from, middle), build(middle, until)] };
  }

  /** Puts the smaller half of a part before `middle`, in a time that grows with its size only (quickselect). */
  function select(first: number, last: number, middle: number, by: Float64Array): void {
    let [low, high] = [first, last];
    const valueAt = (at: number): number => by[order[at] ?? 0] ?? 0;
    const swap = (a: number, b: number): void => {
      const kept = order[a] ?? 0;
      order[a] = order[b] ?? 0;
      order[b] = kept;
    };
    while (low < high) {
      const pivot = valueAt((low + high) >> 1);
      let [left, right] = [low, high];
      while (left <= right) {
        while (valueAt(left) < pivot) left++;
        while (valueAt(right) > pivot) right--;
        if (left > right) break;
        swap(left++, right--);
      }
      if (middle <= right) high = right;
      else if (middle >= left) low = left;
      else return;
    }
  }

  return {
    size,
    visit(origins, reachKm, found) {
      const from = origins.map(inRadians);
      const least = (node: Node): number => {
        let km = Infinity;
        for (const origin of from) km = Math.min(km, leastKm(node, origin));
        return km;
      };
      const look = (node: Node): void => {
        if (node.parts !== undefined) {
          const [one, other] = node.parts;
          const [toOne, toOther] = [least(one), least(other)];
          const [first, second, toSecond] = toOne <= toOther ? [one, other, toOther] : [other, one, toOne];
          if (Math.min(toOne, toOther) <= reachKm()) look(first);
          if (toSecond <= reachKm()) look(second);
          return;
        }
        for (let at = node.from; at < node.until; at++) {
          const position = order[at] ?? 0;
          let km = Infinity;
          for (const { phi, lambda } of from) {
            km = Math.min(km, kmBetweenRadians(phi, lambda, latitudes[position] ?? 0, longitudes[position] ?? 0));
          }
          if (km <= reachKm()) found(position, km);
        }
      };
      if (root !== undefined && from.length > 0) look(root);
    },
  };
}
