import type { Clock, Stores } from "../../server/use-cases/ports.js";
import { accountsInMemory } from "./accounts.js";
import { asPort } from "./at-once.js";
import { auditInMemory } from "./audit.js";
import { changesInMemory } from "./changes.js";
import { conflictsInMemory } from "./conflicts.js";
import { consentTripsInMemory } from "./consent-trips.js";
import { groupMembersInMemory } from "./group-members.js";
import { holdsInMemory } from "./holds.js";
import { invitesInMemory } from "./invites.js";
import { leasesInMemory } from "./leases.js";
import { noticesInMemory } from "./notices.js";
import { previewsInMemory } from "./previews.js";
import { runsInMemory } from "./runs.js";
import { settingsInMemory } from "./settings.js";
import { usersInMemory } from "./users.js";

/**
 * Stores that remember for as long as the test lasts, for tests of use cases. The contracts hold them to
 * what the product's stores do.
 */
export function storesInMemory(now: Clock): Stores {
  return {
    accounts: asPort(accountsInMemory(now)),
    users: asPort(usersInMemory(now)),
    settings: asPort(settingsInMemory()),
    groupMembers: asPort(groupMembersInMemory()),
    runs: asPort(runsInMemory(now)),
    changes: asPort(changesInMemory()),
    holds: asPort(holdsInMemory(now)),
    conflicts: asPort(conflictsInMemory(now)),
    audit: asPort(auditInMemory(now)),
    notices: asPort(noticesInMemory()),
    previews: asPort(previewsInMemory(now)),
    leases: asPort(leasesInMemory(now)),
    consentTrips: asPort(consentTripsInMemory(now)),
    invites: asPort(invitesInMemory(now)),
  };
}
