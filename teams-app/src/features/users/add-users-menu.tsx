import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { MenuButton } from "../../components/menu-button.js";
import { navigate } from "../../navigation.js";
import { texts } from "../../texts/texts.js";

/** A menu even with one way in: further ways get their place here. */
export function AddUsersMenu() {
  const words = texts.users;
  return (
    <MenuButton
      appearance="primary"
      icon={<ChevronDownRegular />}
      iconPosition="after"
      entries={[{ label: words.import, onSelect: () => navigate("/add-people") }]}
    >
      {words.addUsers}
    </MenuButton>
  );
}
