/**
 * What a wish means is to be asked of a model, for which no transaction may wait. This one has let go of everything; it is taken again when the
 * answer is there.
 */
export class MeaningWanted extends Error {
  /** @param said the words of the wish */
  constructor(readonly said: string) {
    super('A turn wants to know what a wish means.');
    this.name = 'MeaningWanted';
  }
}
