/** A port whose every method has its answer at once. Nothing can come in between, so of two callers one is first. */
export type AtOnce<Port> = {
  [Method in keyof Port]: Port[Method] extends (...args: infer Args) => Promise<infer Answer>
    ? (...args: Args) => Answer
    : never;
};

/** The port as its callers know it: the answer comes later, and so does the error. */
export function asPort<Port extends object>(fake: AtOnce<Port>): Port {
  const methods: [string, (...args: unknown[]) => unknown][] = Object.entries(fake);
  const later = methods.map(([name, method]) => [
    name,
    (...args: unknown[]) => Promise.resolve().then(() => method(...args)),
  ]);
  return Object.fromEntries(later) as Port;
}
