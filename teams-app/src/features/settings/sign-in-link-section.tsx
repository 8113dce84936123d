import { Field, Input } from "@fluentui/react-components";
import { CopyButton } from "../../components/copy-button.js";
import { useVisuallyHidden } from "../../components/visually-hidden.js";
import { Section } from "../../components/section.js";
import { texts } from "../../texts/texts.js";

/** The address that carries the tenant: the only way in for guests. */
export function SignInLinkSection({ link }: { link: string }) {
  const hidden = useVisuallyHidden();
  const words = texts.settings.link;
  return (
    <Section title={words.title}>
      <Field label={{ children: words.field, className: hidden }} hint={words.hint}>
        <Input value={link} readOnly />
      </Field>
      <div>
        <CopyButton label={words.copy} value={link} />
      </div>
    </Section>
  );
}
