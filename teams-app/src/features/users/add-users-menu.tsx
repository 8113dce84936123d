import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { navigate } from "../../navigation.js";
import { texts } from "../../texts/texts.js";

/** A menu even with one way in: further ways get their place here. */
export function AddUsersMenu() {
  const words = texts.users;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="primary" icon={<ChevronDownRegular />} iconPosition="after">
          {words.addUsers}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => navigate("/add-people")}>{words.import}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
