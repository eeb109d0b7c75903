import { isQuestion, nextNode, type Leaf, type Place, type TreeNode } from './tree.ts';

/** Why an address does not name a page of the wizard. */
export type AddressFault =
  /** the segment is no answer of the question asked there */
  | 'not-an-answer-here'
  /** the answers lead to a result, but the address names another outcome: it may have been right once */
  | 'other-outcome'
  /** the answers already decide, and the address goes on */
  | 'goes-on-after-result';

/** What an address of the wizard means: a page, or the last page that exists on its way and what is wrong with the rest. */
export type ParsedAddress<Result extends Leaf> =
  | ({ readonly kind: 'page' } & Place<Result>)
  | ({
      readonly kind: 'broken';
      readonly fault: AddressFault;
      readonly rest: readonly string[];
    } & Place<Result>);

/**
 * Reads the segments of an address behind `/wizard/`. Any strings may come in; nothing throws.
 * A result is named by its answers followed by its outcome.
 * @param root the wizard from its first question
 * @param segments the path segments, decoded, without empty ones
 */
export function parseAddress<Result extends Leaf>(
  root: TreeNode<Result>,
  segments: readonly string[],
): ParsedAddress<Result> {
  let node = root;
  const path: string[] = [];
  for (const [index, segment] of segments.entries()) {
    const rest = segments.slice(index);
    if (!isQuestion(node)) {
      if (segment !== node.outcome) return { kind: 'broken', fault: 'other-outcome', path, node, rest };
      if (rest.length > 1) return { kind: 'broken', fault: 'goes-on-after-result', path, node, rest: rest.slice(1) };
      return { kind: 'page', path, node };
    }
    const next = nextNode(node, segment);
    if (next === undefined) return { kind: 'broken', fault: 'not-an-answer-here', path, node, rest };
    path.push(segment);
    node = next;
  }
  return { kind: 'page', path, node };
}

/**
 * The segments behind `/wizard/` that name a page: its answers in question order, and for a result its outcome.
 * The inverse of `parseAddress`.
 */
export const addressOf = <Result extends Leaf>({ path, node }: Place<Result>): readonly string[] =>
  isQuestion(node) ? path : [...path, node.outcome];
