// A list read page by page, by cursors that stay valid while ads come and go.
import type { Client } from "./client.js";
import { MatchesDocument, type MatchesQuery, type MatchesQueryVariables } from "./generated/operations.js";

type Page = NonNullable<MatchesQuery["profile"]>["matches"];
export type Match = Page["edges"][number]["node"];

/** All matches of a profile, the best first, `variables.first` at a time. */
export async function* matches(client: Client, variables: Omit<MatchesQueryVariables, "after">): AsyncGenerator<Match> {
  let after: string | null = null;
  do {
    const page: Page | undefined = (await client.ask(MatchesDocument, { ...variables, after })).profile?.matches;
    yield* (page?.edges ?? []).map((edge) => edge.node);
    after = page?.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null;
  } while (after !== null);
}
