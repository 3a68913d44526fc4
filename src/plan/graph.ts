/**
 * The strongly connected components of a directed graph, each before the components that point to it: what
 * `edges` leads to comes first. Tarjan 1972, without recursion, so that a chain of any length fits the stack.
 */
export function stronglyConnected<Node>(
  nodes: readonly Node[],
  edges: (node: Node) => Iterable<Node>,
): readonly (readonly Node[])[] {
  const state = new Map<Node, { index: number; low: number; onStack: boolean }>();
  const stack: Node[] = [];
  const components: Node[][] = [];

  const open = (node: Node) => {
    const index = state.size;
    state.set(node, { index, low: index, onStack: true });
    stack.push(node);
    return { node, targets: edges(node)[Symbol.iterator]() };
  };

  const close = (node: Node) => {
    const own = state.get(node);
    if (own === undefined || own.low !== own.index) return;
    const component: Node[] = [];
    for (;;) {
      const member = stack.pop();
      if (member === undefined) break;
      const its = state.get(member);
      if (its !== undefined) its.onStack = false;
      component.push(member);
      if (member === node) break;
    }
    components.push(component.reverse());
  };

  const lower = (node: Node, to: number) => {
    const own = state.get(node);
    if (own !== undefined) own.low = Math.min(own.low, to);
  };

  for (const root of nodes) {
    if (state.has(root)) continue;
    const path = [open(root)];
    for (let frame = path.at(-1); frame !== undefined; frame = path.at(-1)) {
      const next = frame.targets.next();
      if (next.done === true) {
        path.pop();
        close(frame.node);
        const parent = path.at(-1);
        if (parent !== undefined) lower(parent.node, state.get(frame.node)?.low ?? 0);
        continue;
      }
      const known = state.get(next.value);
      if (known === undefined) path.push(open(next.value));
      else if (known.onStack) lower(frame.node, known.index);
    }
  }
  return components;
}
