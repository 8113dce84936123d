import { MoreHorizontalRegular } from "@fluentui/react-icons/svg/more-horizontal";
import { useState } from "react";
import { lazyPart } from "../../components/lazy-part.js";
import { MenuButton } from "../../components/menu-button.js";
import { RoleDialog } from "../../components/role-dialog.js";
import { useOpenWhy } from "../../components/why-context.js";
import { texts } from "../../texts/texts.js";
import { actsFor, type Act } from "./acts.js";
import { linkKind, type UserRow } from "./users-query.js";

const LinkDialog = lazyPart(async () => (await import("./link-dialog.js")).LinkDialog, { over: true });

interface Props {
  user: UserRow;
  onAsk: (act: Act, users: readonly UserRow[]) => void;
  onChanged: () => void;
}

/** What can be done with one user. */
export function UserRowMenu({ user, onAsk, onChanged }: Props) {
  const openWhy = useOpenWhy();
  const [dialog, setDialog] = useState<"ROLE" | "LINK" | null>(null);
  const words = texts.users;
  const isAdmin = user.role === "ADMIN";
  const link = linkKind(user);
  const close = () => setDialog(null);

  return (
    <>
      <MenuButton
        appearance="subtle"
        size="small"
        icon={<MoreHorizontalRegular />}
        aria-label={words.moreFor(user.displayName)}
        entries={[
          { label: words.why, onSelect: () => openWhy({ userId: user.id, name: user.displayName }) },
          "divider",
          ...actsFor(user).map((act) => ({ label: words.acts[act].action, onSelect: () => onAsk(act, [user]) })),
          { label: isAdmin ? words.removeAdmin : words.makeAdmin, onSelect: () => setDialog("ROLE") },
          ...(link ? [{ label: words.link[link], onSelect: () => setDialog("LINK") }] : []),
        ]}
      />
      {dialog === "ROLE" && (
        <RoleDialog user={user} role={isAdmin ? "EMPLOYEE" : "ADMIN"} onChanged={onChanged} onClose={close} />
      )}
      {dialog === "LINK" && link && <LinkDialog user={user} kind={link} onLinked={onChanged} onClose={close} />}
    </>
  );
}
