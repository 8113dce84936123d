import { randomBytes } from "node:crypto";
import type { Clock, InviteStore } from "../../server/use-cases/ports.js";
import type { AtOnce } from "./at-once.js";

interface Invite {
  readonly tenantId: string;
  readonly expiresAt: Date;
  readonly claimedBy: string | null;
}

type Holder = Parameters<InviteStore["claim"]>[1];

export function invitesInMemory(now: Clock): AtOnce<InviteStore> {
  const invites = new Map<string, Invite>();

  function goodFor(code: string, { tenantId, objectId }: Holder): Invite | null {
    const invite = invites.get(code);
    if (invite?.tenantId !== tenantId || invite.expiresAt <= now()) return null;
    return invite.claimedBy === null || invite.claimedBy === objectId ? invite : null;
  }

  return {
    create(tenantId, forMs) {
      const code = randomBytes(32).toString("base64url");
      const expiresAt = new Date(now().getTime() + forMs);
      invites.set(code, { tenantId, expiresAt, claimedBy: null });
      return { code, expiresAt };
    },

    isGoodFor: (code, holder) => goodFor(code, holder) !== null,

    claim(code, holder) {
      const invite = goodFor(code, holder);
      if (invite) invites.set(code, { ...invite, claimedBy: holder.objectId });
      return invite !== null;
    },

    remove(code) {
      invites.delete(code);
    },
  };
}
