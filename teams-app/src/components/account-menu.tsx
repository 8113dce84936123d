import { makeStyles, tokens } from "@fluentui/react-components";
import { PersonCircleRegular } from "@fluentui/react-icons/svg/person-circle";
import { SignOutRegular } from "@fluentui/react-icons/svg/sign-out";
import { navigate } from "../navigation.js";
import { texts } from "../texts/texts.js";
import { phone } from "./breakpoint.js";
import { MenuButton } from "./menu-button.js";
import { useSession } from "./session-context.js";

const useStyles = makeStyles({
  button: { flexShrink: 0, [phone]: { minWidth: "auto", paddingInline: tokens.spacingHorizontalXS } },
  // The menu keeps its accessible name; on a phone the tabs need the width.
  name: { maxWidth: "240px", overflow: "hidden", textOverflow: "ellipsis", [phone]: { display: "none" } },
});

/** The signed-in name with the way to one's own page and, where signing out is ours to do, out. */
export function AccountMenu({ name }: { name: string }) {
  const styles = useStyles();
  const { signOut } = useSession();
  return (
    <MenuButton
      appearance="subtle"
      className={styles.button}
      icon={<PersonCircleRegular />}
      aria-label={texts.common.accountMenu(name)}
      entries={[
        { label: texts.common.myPage, onSelect: () => navigate("/me") },
        ...(signOut ? [{ label: texts.common.signOut, icon: <SignOutRegular />, onSelect: signOut }] : []),
      ]}
    >
      <span className={styles.name}>{name}</span>
    </MenuButton>
  );
}
