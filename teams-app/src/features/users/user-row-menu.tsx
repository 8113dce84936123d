import { Body1, Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import { MoreHorizontalRegular } from "@fluentui/react-icons/svg/more-horizontal";
import { useState } from "react";
import { useAnnounce } from "../../components/announcer.js";
import { ConfirmDialog } from "../../components/confirm-dialog.js";
import { TroubleNotice } from "../../components/trouble-notice.js";
import { useRequest } from "../../graphql/api-context.js";
import type { Role } from "../../graphql/generated/graphql.js";
import { outcomeOf } from "../../graphql/outcome.js";
import type { Trouble } from "../../graphql/trouble.js";
import { texts } from "../../texts/texts.js";
import { SetUserRoleDocument } from "./operations.js";
import type { UserRow } from "./users-query.js";

/** What can be done with one user; the admin role is asked for once more, both ways. */
export function UserRowMenu({ user, onChanged }: { user: UserRow; onChanged: () => void }) {
  const request = useRequest();
  const announce = useAnnounce();
  const [asking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const words = texts.users;
  const isAdmin = user.role === "ADMIN";
  const action = isAdmin ? words.removeAdmin : words.makeAdmin;
  const question = isAdmin ? words.confirmRemoveAdmin : words.confirmMakeAdmin;

  const setRole = async (role: Role) => {
    const variables = { input: { userId: user.id, role } };
    const outcome = outcomeOf(await request(SetUserRoleDocument, variables), (data) => data.setUserRole);
    setAsking(!outcome.ok);
    setTrouble(outcome.ok ? null : outcome.trouble);
    if (!outcome.ok) return;
    announce(role === "ADMIN" ? words.madeAdmin(user.displayName) : words.removedAdmin(user.displayName));
    onChanged();
  };
  const close = () => {
    setAsking(false);
    setTrouble(null);
  };

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
            <MenuItem onClick={() => setAsking(true)}>{action}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {asking && (
        <ConfirmDialog
          title={question.title(user.displayName)}
          action={action}
          onConfirm={() => void setRole(isAdmin ? "EMPLOYEE" : "ADMIN")}
          onCancel={close}
        >
          <Body1>{question.body}</Body1>
          {trouble && <TroubleNotice trouble={trouble} />}
        </ConfirmDialog>
      )}
    </>
  );
}
