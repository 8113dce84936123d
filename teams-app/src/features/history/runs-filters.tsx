import { Choice } from "../../components/choice.js";
import { Toolbar } from "../../components/toolbar.js";
import { texts } from "../../texts/texts.js";
import type { RunChoice } from "./runs-query.js";

export function RunsFilters({ choice, onChange }: { choice: RunChoice; onChange: (choice: RunChoice) => void }) {
  const { show, shows, kind, kinds } = texts.history;
  return (
    <Toolbar>
      <Choice
        label={show}
        value={choice.show}
        options={(["all", "changed", "attention"] as const).map((value) => [value, shows[value]])}
        onChange={(value) => onChange({ ...choice, show: value })}
      />
      <Choice
        label={kind}
        value={choice.kind}
        options={(["all", "sync", "import", "refresh", "undo"] as const).map((value) => [value, kinds[value]])}
        onChange={(value) => onChange({ ...choice, kind: value })}
      />
    </Toolbar>
  );
}
