import { QuietPage } from "../../components/quiet-page.js";
import { texts } from "../../texts/texts.js";

/** Seen only where the host does not close its popup by itself. */
export function PopupOverPage() {
  const words = texts.welcome.popupOver;
  return <QuietPage title={words.title} lines={[words.body]} />;
}
