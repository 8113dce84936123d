import type { ReactNode } from "react";
import { ConnectionGate } from "../../components/connection-gate.js";
import { SkeletonRows } from "../../components/skeleton-rows.js";
import { TroubleNotice } from "../../components/trouble-notice.js";
import { TenantConnectionDocument } from "../../graphql/operations.js";
import { useQuery } from "../../graphql/use-query.js";

/** Groups can be listed only while the directory may be read. */
export function Connected({ onCancel, children }: { onCancel: () => void; children: ReactNode }) {
  const connection = useQuery(TenantConnectionDocument, {});
  if (connection.status === "loading") return <SkeletonRows rows={6} />;
  if (connection.status === "failed") return <TroubleNotice trouble={connection.trouble} onRetry={connection.reload} />;
  return (
    <ConnectionGate
      connection={connection.data.tenantConnection}
      returnPath="/automatic-import"
      onChecked={connection.reload}
      onCancel={onCancel}
    >
      {children}
    </ConnectionGate>
  );
}
