import { Body1, CompoundButton, Subtitle2 } from "@fluentui/react-components";
import { BuildingRegular } from "@fluentui/react-icons/svg/building";
import { texts } from "../../texts/texts.js";

/** One card per provider; further directories get theirs here. */
export function ProviderStep({ onChoose }: { onChoose: () => void }) {
  const words = texts.addPeople;
  return (
    <>
      <Subtitle2 as="h2">{words.providerTitle}</Subtitle2>
      <div>
        <CompoundButton icon={<BuildingRegular />} aria-label={words.provider} onClick={onChoose}>
          {words.provider}
        </CompoundButton>
      </div>
      <Body1>{words.providerHint}</Body1>
    </>
  );
}
