import { expect, it } from "vitest";
import { onceAMinute } from "./once-a-minute.js";

it("tells of one trouble once a minute, whatever else its words say, and of another one at once", () => {
  let at = 0;
  const told: object[] = [];
  const tell = onceAMinute(
    (event) => told.push(event),
    () => new Date(at),
  );

  tell({ msg: "away", because: "connection 1 closed" });
  tell({ msg: "away", because: "connection 2 closed" });
  tell({ msg: "other" });
  tell({ msg: "away", because: "connection 3 closed" });
  at = 60_000;
  tell({ msg: "away", because: "connection 4 closed" });

  expect(told).toEqual([
    { msg: "away", because: "connection 1 closed" },
    { msg: "other" },
    { msg: "away", because: "connection 4 closed" },
  ]);
});
