import { Button, Menu, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import { MoreHorizontalRegular } from "@fluentui/react-icons/svg/more-horizontal";
import { useState } from "react";
import { RoleDialog } from "../../components/role-dialog.js";
import { useOpenWhy } from "../../components/why-context.js";
import { texts } from "../../texts/texts.js";
import { actsFor, type Act } from "./acts.js";
import { LinkDialog } from "./link-dialog.js";
import { linkKind, type UserRow } from "./users-query.js";

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
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            size="small"
            icon={<MoreHorizontalRegular />}
            aria-label={words.moreFor(user.displayName)}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => openWhy({ userId: user.id, name: user.displayName })}>{words.why}</MenuItem>
            <MenuDivider />
            {actsFor(user).map((act) => (
              <MenuItem key={act} onClick={() => onAsk(act, [user])}>
                {words.acts[act].action}
              </MenuItem>
            ))}
            <MenuItem onClick={() => setDialog("ROLE")}>{isAdmin ? words.removeAdmin : words.makeAdmin}</MenuItem>
            {link && <MenuItem onClick={() => setDialog("LINK")}>{words.link[link]}</MenuItem>}
          </MenuList>
        </MenuPopover>
      </Menu>
      {dialog === "ROLE" && (
        <RoleDialog user={user} role={isAdmin ? "EMPLOYEE" : "ADMIN"} onChanged={onChanged} onClose={close} />
      )}
      {dialog === "LINK" && link && <LinkDialog user={user} kind={link} onLinked={onChanged} onClose={close} />}
    </>
  );
}
