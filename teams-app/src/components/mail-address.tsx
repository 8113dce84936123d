import { texts } from "../texts/texts.js";

/** A mail address or sign-in name, which a narrow column breaks before its @ rather than anywhere. */
export function MailAddress({ address }: { address: string | null }) {
  if (address === null) return texts.common.none;
  const at = address.lastIndexOf("@");
  if (at < 1) return address;
  return (
    <>
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </>
  );
}
