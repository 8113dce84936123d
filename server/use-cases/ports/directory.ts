import type { GroupRead, Person, PersonKind } from "../../core/model.js";
import type { RunUsage } from "../../core/run.js";
import type { DirectoryProblem } from "../../core/problems.js";
import type { Result } from "../../core/result.js";
import type { Look } from "../../core/second-look.js";

export type DirectoryResult<T> = Result<T, DirectoryProblem>;

export interface PeopleQuery {
  /** Words of a name, or the beginning of a mail address or sign-in name. Empty: everybody. */
  readonly search: string;
  /** The department begins with this. Empty: any. */
  readonly department: string;
  readonly kind: PersonKind | null;
  /** Most people in one page, 1 to 999. */
  readonly pageSize: number;
  /** The `next` of the page before; null for the first page. The other fields are then the same as before. */
  readonly continuation: string | null;
}

export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Whether it may wait as long as Microsoft asks it to, within minutes, because nobody sits in front of it. */
  readonly patient?: boolean;
}

export interface PeoplePage {
  readonly people: readonly Person[];
  /** Opaque; null on the last page. A page may be empty and still have a next. */
  readonly next: string | null;
  /** How many people match in all, as Microsoft counts them; only the first page says, and not always. */
  readonly matching: number | null;
}

export type GroupKind = "MICROSOFT_365" | "SECURITY" | "MAIL_ENABLED_SECURITY" | "DISTRIBUTION" | "OTHER";

export interface DirectoryGroup {
  readonly id: string;
  readonly displayName: string;
  readonly description: string | null;
  readonly kind: GroupKind;
  readonly dynamic: boolean;
  /** Members cannot be read with our permissions: the group must not be chosen, and empty never means "all left". */
  readonly hiddenMembership: boolean;
  /** Direct members of every kind; null when it could not be had. */
  readonly memberCount: number | null;
}

export interface GroupsPage {
  readonly groups: readonly DirectoryGroup[];
  readonly next: string | null;
}

/** Where an object id was found when asked for alone. UNKNOWN: no definite answer, so nothing follows from it. */
export type Whereabouts =
  { readonly found: "PRESENT"; readonly person: Person } | { readonly found: "DELETED" | "GONE" | "UNKNOWN" };

/** A way from a group down to a person: the group itself first, the group that holds the person last. */
export type GroupPath = readonly { readonly id: string; readonly displayName: string }[];

/** One tenant's directory, read only. Every method answers in bounded time. */
export interface Directory {
  /**
   * Proves the consent with a fresh app token (cache skipped) and two reads; answers with the tenant's display name.
   * `patient` allows a consent given a moment ago about three seconds to spread before it is called missing.
   */
  prove(options?: { readonly patient?: boolean }): Promise<DirectoryResult<{ readonly tenantName: string | null }>>;

  /** One page of people for choosing by hand; eventually consistent, so never a base for taking anything away. */
  findPeople(query: PeopleQuery, options?: ReadOptions): Promise<DirectoryResult<PeoplePage>>;

  /** Each id asked for alone, up to 200; ids that do not exist here are GONE. */
  lookUpPeople(
    ids: readonly string[],
    options?: ReadOptions,
  ): Promise<DirectoryResult<ReadonlyMap<string, Whereabouts>>>;

  /**
   * The second look: each person asked for alone, plainly, without casts or filters, and all their groups to the end of
   * the list. Never fails as a whole but for what makes every question pointless (no token, no consent, told to stop).
   * Asks ten people to a request, for ten minutes at most; whoever was not asked by then is UNKNOWN. Patient unless told
   * otherwise.
   */
  lookAgain(
    ids: readonly string[],
    options: ReadOptions & { readonly nested: boolean },
  ): Promise<DirectoryResult<ReadonlyMap<string, Look>>>;

  /**
   * The shortest way from each of these groups to the person, for those that lead there; direct membership is a path of
   * one. Nothing leads to somebody who is not there. Bounded: paths of more than ten groups, and what lies above the
   * 200th group climbed, are left out; a list on the way that cannot be read is a problem.
   */
  pathsTo(
    personId: string,
    groupIds: readonly string[],
    options: { readonly nested: boolean },
  ): Promise<DirectoryResult<ReadonlyMap<string, GroupPath>>>;

  /** One page of groups for choosing, by the words of their name. */
  findGroups(query: {
    readonly search: string;
    readonly pageSize: number;
    readonly continuation: string | null;
  }): Promise<DirectoryResult<GroupsPage>>;

  /** These groups, in any order; ids that do not exist here are left out. */
  lookUpGroups(
    ids: readonly string[],
    options?: { readonly signal?: AbortSignal },
  ): Promise<DirectoryResult<readonly DirectoryGroup[]>>;

  /**
   * Reads the members of these groups, each to its end or marked as not. Fails as a whole only when nothing could be
   * read at all (no token, no consent, no network). `onPage` is told how many people have arrived so far. A group that
   * hides its members may come as one without any: lookUpGroups tells, and nobody may be taken away before it has.
   */
  readGroups(
    groupIds: readonly string[],
    options: {
      readonly nested: boolean;
      readonly onPage?: (peopleSoFar: number) => void;
      readonly signal?: AbortSignal;
    },
  ): Promise<DirectoryResult<readonly GroupRead[]>>;

  /** Does the work and tells what it asked of Microsoft; `onWait` of each wait (milliseconds) before it asks again. */
  measured<T>(
    work: () => Promise<T>,
    onWait?: (ms: number) => void,
  ): Promise<{ readonly value: T; readonly usage: RunUsage }>;

  /** Every person of the tenant, page by page to the end; a read that breaks off ends with a problem. */
  readEverybody(options?: { readonly signal?: AbortSignal }): Promise<DirectoryResult<readonly Person[]>>;
}

/** The directory of a tenant; the tenant id always comes from the account's own record. */
export type Directories = (tenantId: string) => Directory;
