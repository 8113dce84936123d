import { Body1 } from "@fluentui/react-components";
import { useState } from "react";
import { useRequest } from "../graphql/api-context.js";
import type { Role } from "../graphql/generated/graphql.js";
import { SetUserRoleDocument } from "../graphql/operations.js";
import { outcomeOf } from "../graphql/outcome.js";
import type { Trouble } from "../graphql/trouble.js";
import { texts } from "../texts/texts.js";
import { useAnnounce } from "./announcer.js";
import { ConfirmDialog } from "./confirm-dialog.js";
import { TroubleNotice } from "./trouble-notice.js";

interface Props {
  user: { id: string; displayName: string };
  /** What they are to become. */
  role: Role;
  onChanged: () => void;
  onClose: () => void;
}

/** Asks once more before somebody becomes an admin, or is one no longer. */
export function RoleDialog({ user, role, onChanged, onClose }: Props) {
  const request = useRequest();
  const announce = useAnnounce();
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const words = texts.users;
  const names = role === "ADMIN";
  const question = names ? words.confirmMakeAdmin : words.confirmRemoveAdmin;

  const setRole = async () => {
    setPending(true);
    const variables = { input: { userId: user.id, role } };
    const outcome = outcomeOf(await request(SetUserRoleDocument, variables), (data) => data.setUserRole);
    setPending(false);
    if (!outcome.ok) return setTrouble(outcome.trouble);
    announce(names ? words.madeAdmin(user.displayName) : words.removedAdmin(user.displayName));
    onChanged();
    onClose();
  };

  return (
    <ConfirmDialog
      title={question.title(user.displayName)}
      action={names ? words.makeAdmin : words.removeAdmin}
      pending={pending}
      onConfirm={() => void setRole()}
      onCancel={onClose}
    >
      <Body1>{question.body}</Body1>
      {trouble && <TroubleNotice trouble={trouble} />}
    </ConfirmDialog>
  );
}
