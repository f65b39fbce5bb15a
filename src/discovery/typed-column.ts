type TypedArray = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array;

/** A typed array that grows by doubling while it is filled. */
export interface TypedColumn<T extends TypedArray> {
  readonly length: number;
  push(value: number): void;
  at(position: number): number;
  /** Adds to the value at a position. */
  add(position: number, value: number): void;
  /** The values so far in an array of just their length. */
  finish(): T;
}

export function createTypedColumn<T extends TypedArray>(make: (size: number) => T): TypedColumn<T> {
  let array = make(1024);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === array.length) {
        const grown = make(array.length * 2);
        grown.set(array);
        array = grown;
      }
      array[length++] = value;
    },
    at: (position) => array[position] ?? 0,
    add(position, value) {
      array[position] = (array[position] ?? 0) + value;
    },
    finish: () => array.slice(0, length) as T,
  };
}
