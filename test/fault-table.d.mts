export interface FaultRow {
  readonly row: string;
  readonly state: "ok" | "FAILED" | "MISSING" | "later";
  readonly tests: number;
}

export function faultRows(tests: readonly { readonly name: string; readonly passed: boolean }[]): readonly FaultRow[];
export function faultTable(rows: readonly FaultRow[]): string;
export function unproven(rows: readonly FaultRow[]): readonly FaultRow[];
