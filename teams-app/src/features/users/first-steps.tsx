import { Button } from "@fluentui/react-components";
import { EmptyNote } from "../../components/empty-note.js";
import { useLink } from "../../navigation.js";
import { texts } from "../../texts/texts.js";

/** For an admin who is alone here: the two ways to bring the others in. */
export function FirstSteps() {
  const words = texts.users.firstSteps;
  return (
    <EmptyNote
      action={
        <>
          <Button as="a" appearance="primary" {...useLink("/add-people")}>
            {words.importPeople}
          </Button>
          <Button as="a" {...useLink("/automatic-import")}>
            {words.automaticImport}
          </Button>
        </>
      }
    >
      {words.body}
    </EmptyNote>
  );
}
