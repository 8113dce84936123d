import { Link } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useLink } from "../navigation.js";

/** A link to another screen of the tab. */
export function InnerLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link inline {...useLink(to)}>
      {children}
    </Link>
  );
}
