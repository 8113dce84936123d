/** By name, because each layer has its own: what time does not mend, and an operator must. */
const FOR_THE_OPERATOR = new Set(["IndexError", "BadUriError"]);

/** Whether this error says in its message all that an operator has to know: its stack would only hide that. */
export function isForOperator(error: unknown): error is Error {
  return error instanceof Error && FOR_THE_OPERATOR.has(error.name);
}

/** Why the port cannot be opened, in one line; null for an error that is not about a port. */
export function listenWords(error: unknown, port: number): string | null {
  if (!(error instanceof Error && "syscall" in error && error.syscall === "listen" && "code" in error)) return null;
  if (error.code === "EADDRINUSE") return `Port ${port} is in use. Stop what uses it, or set PORT to another one.`;
  if (error.code === "EACCES") return `Port ${port} may not be opened by this user. Set PORT to one above 1023.`;
  return `Port ${port} cannot be opened (${String(error.code)}). Set PORT to another one.`;
}
