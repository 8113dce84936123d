import { Button } from "@fluentui/react-components";
import { ShareRegular } from "@fluentui/react-icons/svg/share";
import { useSession } from "./session-context.js";

interface Props {
  label: string;
  /** Path of the place in the tab. */
  place: string;
  /** What the link is called where it is shown. */
  name: string;
}

/** A link that opens in the host the tab is in, by the host's own means; nothing where there are none. */
export function ShareLink({ label, place, name }: Props) {
  const share = useSession().around?.shareLink;
  if (!share) return null;
  return (
    <Button icon={<ShareRegular />} onClick={() => share(place, name)}>
      {label}
    </Button>
  );
}
