import { APP_PERMISSIONS, CONTOSO_TENANT_ID } from "../registration.js";
import { tenantOf, type Hands } from "./hands.js";
import type { AppInTenant } from "./model.js";

/** The three ways in which consent ends; none of them tells the application. */
export type ConsentLoss =
  /** The service principal stays and tokens are issued, but without the role: Graph answers 403. */
  | "PERMISSION_REMOVED"
  /** The application is deleted in the tenant: the token endpoint answers AADSTS7000229. */
  | "REMOVED"
  /** Sign-in to the application is switched off in the tenant: AADSTS7000112. */
  | "DISABLED";

export interface Consent {
  consentOf(tenantId?: string): AppInTenant;
  grantConsent(about?: { tenantId?: string | undefined; grantedBy?: string | undefined }): AppInTenant;
  /**
   * `permission` (for PERMISSION_REMOVED) takes away that one only. Tokens issued before lose their roles at once, so that
   * nobody waits an hour to see it; `oldTokensKeepRoles` makes it as with Microsoft, where they stay good until they expire.
   */
  withdrawConsent(about: {
    tenantId?: string | undefined;
    how: ConsentLoss;
    permission?: string | undefined;
    oldTokensKeepRoles?: boolean | undefined;
  }): AppInTenant;
  /** Graph refuses every app token issued so far with 401; the next one is good again. */
  expireAppTokens(about?: { tenantId?: string | undefined }): AppInTenant;
}

export function consent({ state, now, changed }: Hands): Consent {
  const set = (tenantId: string, change: Partial<AppInTenant>): AppInTenant => {
    const { app } = tenantOf(state, tenantId);
    Object.assign(app, change);
    changed();
    return app;
  };

  return {
    consentOf: (tenantId = CONTOSO_TENANT_ID) => tenantOf(state, tenantId).app,
    grantConsent: ({ tenantId = CONTOSO_TENANT_ID, grantedBy } = {}) =>
      set(tenantId, {
        servicePrincipal: "PRESENT",
        roles: [...APP_PERMISSIONS],
        grantedAt: now().toISOString(),
        grantedBy: grantedBy ?? null,
        oldTokensKeepRoles: false,
      }),
    withdrawConsent: ({ tenantId = CONTOSO_TENANT_ID, how, permission, oldTokensKeepRoles = false }) => {
      if (how === "DISABLED") return set(tenantId, { servicePrincipal: "DISABLED", oldTokensKeepRoles });
      if (how === "REMOVED") return set(tenantId, { servicePrincipal: "ABSENT", roles: [], oldTokensKeepRoles });
      const roles = tenantOf(state, tenantId).app.roles.filter(
        (role) => permission !== undefined && role !== permission,
      );
      return set(tenantId, { roles, oldTokensKeepRoles });
    },
    expireAppTokens: ({ tenantId = CONTOSO_TENANT_ID } = {}) =>
      set(tenantId, { tokenGeneration: tenantOf(state, tenantId).app.tokenGeneration + 1 }),
  };
}
