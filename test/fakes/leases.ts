import type { Clock, HeldLease, LeaseStore } from "../../server/use-cases/ports.js";
import type { AtOnce } from "./at-once.js";

interface LeaseRow {
  readonly token: number;
  readonly held: boolean;
  readonly until: number;
}

export function leasesInMemory(now: Clock): AtOnce<LeaseStore> {
  const leases = new Map<string, LeaseRow>();
  const inMs = (ms: number) => now().getTime() + ms;

  /** The row of this very holder, who has not given it back. */
  function mine({ accountId, token }: HeldLease): LeaseRow | null {
    const row = leases.get(accountId);
    return row?.token === token && row.held ? row : null;
  }

  return {
    acquire(accountId, forMs) {
      const before = leases.get(accountId) ?? { token: 0, held: false, until: 0 };
      if (before.held && before.until > inMs(0)) return null;
      const token = before.token + 1;
      leases.set(accountId, { token, held: true, until: inMs(forMs) });
      return { accountId, token, takenOver: before.held };
    },

    renew(lease, forMs) {
      const row = mine(lease);
      if (row) leases.set(lease.accountId, { ...row, until: inMs(forMs) });
      return row !== null;
    },

    handOver(lease, forMs) {
      if (!mine(lease)) return null;
      const token = lease.token + 1;
      leases.set(lease.accountId, { token, held: true, until: inMs(forMs) });
      return { accountId: lease.accountId, token };
    },

    release(lease) {
      const row = mine(lease);
      if (row) leases.set(lease.accountId, { ...row, held: false });
    },

    isHeld(accountId) {
      const row = leases.get(accountId);
      return row !== undefined && row.held && row.until > inMs(0);
    },
  };
}
