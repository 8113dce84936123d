import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from "@fluentui/react-components";
import { PersonCircleRegular } from "@fluentui/react-icons/svg/person-circle";
import { SignOutRegular } from "@fluentui/react-icons/svg/sign-out";
import { navigate } from "../navigation.js";
import { texts } from "../texts/texts.js";
import { phone } from "./breakpoint.js";
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
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          className={styles.button}
          icon={<PersonCircleRegular />}
          aria-label={texts.common.accountMenu(name)}
        >
          <span className={styles.name}>{name}</span>
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => navigate("/me")}>{texts.common.myPage}</MenuItem>
          {signOut && (
            <MenuItem icon={<SignOutRegular />} onClick={signOut}>
              {texts.common.signOut}
            </MenuItem>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
