import type { AuditEvent } from "../../server/core/audit.js";
import type { AuditStore, Clock } from "../../server/use-cases/ports.js";
import type { AtOnce } from "./at-once.js";
import { newId } from "./ids.js";
import { pageOf } from "./pages.js";

export function auditInMemory(now: Clock): AtOnce<AuditStore> {
  const rows = new Map<string, { readonly accountId: string; readonly event: AuditEvent }>();

  function begun(accountId: string, eventId: string): AuditEvent | null {
    const row = rows.get(eventId);
    return row?.accountId === accountId && !row.event.complete ? row.event : null;
  }

  return {
    begin(accountId, { kind, by }) {
      const id = newId();
      rows.set(id, { accountId, event: { id, at: now(), kind, by, complete: false, subjects: [] } });
      return id;
    },

    finish(accountId, eventId, subjects) {
      const event = begun(accountId, eventId);
      if (!event) throw new Error("The event of the audit trail is not there (any more)");
      rows.set(eventId, { accountId, event: { ...event, complete: true, subjects } });
    },

    forget(accountId, eventId) {
      if (begun(accountId, eventId)) rows.delete(eventId);
    },

    page(accountId, { kinds, first, after }) {
      const matching = [...rows.values()].flatMap(({ accountId: of, event }) =>
        of === accountId && (kinds?.includes(event.kind) ?? true) ? event : [],
      );
      const keyOf = (event: AuditEvent) => [event.at.getTime(), event.id];
      const { rows: events, next } = pageOf(matching, { direction: -1, keyOf, first, after });
      return { events, next };
    },
  };
}
