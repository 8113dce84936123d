import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import { PersonCircleRegular } from "@fluentui/react-icons/svg/person-circle";
import { SignOutRegular } from "@fluentui/react-icons/svg/sign-out";
import { navigate } from "../navigation.js";
import { texts } from "../texts/texts.js";
import { useSession } from "./session-context.js";

/** The signed-in name with the way to one's own page and, where signing out is ours to do, out. */
export function AccountMenu({ name }: { name: string }) {
  const { signOut } = useSession();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<PersonCircleRegular />} aria-label={texts.common.accountMenu(name)}>
          {name}
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
