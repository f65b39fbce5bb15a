/**
 * Every figure of people grows in steps of so many and shows nothing before the first: who is hidden among fewer is not told of.
 * The rule, why it holds and where it ends stand in docs/figures.md.
 */
export const figureStep = 5;

/** What is shown of a number of people: whole steps, 0 for a hidden group. */
export function publishedOf(people: number): number {
  return people - (people % figureStep);
}

/**
 * What is shown of a sum over parts that are shown as well. What the parts leave to the sum must fit into all of them but one, four
 * people each: else somebody who subtracts would know that a certain part has people that it does not show.
 * @param parts how many parts there are, those without anybody too
 */
export function publishedTotal(sum: { readonly people: number; readonly published: number }, parts: number): number {
  return Math.min(publishedOf(sum.people), publishedOf(sum.published + (figureStep - 1) * (parts - 1)));
}
