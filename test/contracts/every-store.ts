import { accountsContract } from "./accounts.contract.js";
import { auditContract } from "./audit.contract.js";
import { changesContract } from "./changes.contract.js";
import { conflictsContract } from "./conflicts.contract.js";
import { consentTripsContract } from "./consent-trips.contract.js";
import type { MakeStores } from "./contract.js";
import { groupMembersContract } from "./group-members.contract.js";
import { holdsContract } from "./holds.contract.js";
import { invitesContract } from "./invites.contract.js";
import { lastAdminContract } from "./last-admin.contract.js";
import { leasesContract } from "./leases.contract.js";
import { noticesContract } from "./notices.contract.js";
import { previewsContract } from "./previews.contract.js";
import { runsContract } from "./runs.contract.js";
import { settingsContract } from "./settings.contract.js";
import { statusByAdminContract } from "./status-by-admin.contract.js";
import { statusBySyncContract } from "./status-by-sync.contract.js";
import { managingUsersContract, rolesContract } from "./user-hands.contract.js";
import { linkingUsersContract } from "./user-link.contract.js";
import { pagingUsersContract } from "./user-page.contract.js";
import { updatingUsersContract } from "./user-update.contract.js";
import { creatingUsersContract, findingUsersContract, signInsContract } from "./users.contract.js";

const CONTRACTS = [
  accountsContract,
  creatingUsersContract,
  findingUsersContract,
  signInsContract,
  pagingUsersContract,
  updatingUsersContract,
  statusBySyncContract,
  statusByAdminContract,
  managingUsersContract,
  rolesContract,
  linkingUsersContract,
  lastAdminContract,
  settingsContract,
  groupMembersContract,
  runsContract,
  changesContract,
  holdsContract,
  conflictsContract,
  auditContract,
  noticesContract,
  previewsContract,
  leasesContract,
  consentTripsContract,
  invitesContract,
];

/** Every contract of every port, on the stores that are made by this. */
export function everyStoreKeepsItsContract(make: MakeStores): void {
  for (const suite of CONTRACTS) suite(make);
}
