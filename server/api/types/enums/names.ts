/** A GraphQL enum of exactly these names; the type makes sure that the core has no name that is missing here. */
export const names = <T extends string>(all: { readonly [K in T]: K }): { readonly [K in T]: K } => all;
