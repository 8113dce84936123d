/** What a caller can mend is a value: either the thing asked for, or the problem that stood in the way. */
export type Result<T, P> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: P };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const problem = <P>(problem: P): { readonly ok: false; readonly problem: P } => ({ ok: false, problem });
