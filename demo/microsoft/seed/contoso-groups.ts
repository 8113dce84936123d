import type { Group, OtherObject, Person } from "../state/model.js";
import { CONTOSO_DOMAINS } from "./contoso-people.js";
import { seedGroup, type GroupKind } from "./groups.js";
import { guidFrom, type Random } from "./random.js";

export const CONTOSO_OTHERS: readonly OtherObject[] = [
  {
    id: guidFrom("contoso", "device", "RECEPTION-PC"),
    type: "device",
    displayName: "RECEPTION-PC",
    mail: null,
    operatingSystem: "Windows",
  },
  {
    id: guidFrom("contoso", "contact", "Courier service"),
    type: "orgContact",
    displayName: "Courier service",
    mail: "pickup@courier.example",
    operatingSystem: null,
  },
];

/** Contoso's 24 groups; each of the odd ones is a trap that a sync has to survive. */
export function contosoGroups(random: Random, people: readonly Person[]): Group[] {
  const members = people.filter((person) => person.userType !== "Guest");
  const guests = people.filter((person) => person.userType === "Guest");
  const working = members.filter((person) => person.accountEnabled);
  const inDepartment = (name: string): Person[] => members.filter((person) => person.department === name);
  const some = (howMany: number): Person[] => random.shuffle(working).slice(0, howMany);
  const group = (kind: GroupKind, name: string, who: Iterable<{ id: string }>, more: Partial<Group> = {}): Group =>
    seedGroup("contoso", CONTOSO_DOMAINS[0], kind, name, who, more);

  const departments = [
    "Sales",
    "Engineering",
    "Marketing",
    "Finance",
    "Human Resources",
    "Customer Support",
    "Operations",
    "Legal",
    "Research",
    "IT",
  ];
  const byDepartment = new Map(
    departments.map((name) => [
      name,
      group("SECURITY", name, inDepartment(name), { description: `Everybody in ${name}` }),
    ]),
  );
  const named = (...names: string[]): Group[] => names.flatMap((name) => byDepartment.get(name) ?? []);

  const south = group("SECURITY", "Project South", some(11), {
    description: "Nested in Project North, which is nested in it",
  });
  const north = group("SECURITY", "Project North", [...some(12), south], {
    description: "Nested in Project South, which is nested in it",
  });
  south.members.add(north.id);

  return [
    group("SECURITY", "All employees", members, { description: "Every member of Contoso, the blocked ones too" }),
    ...byDepartment.values(),
    group("DYNAMIC", "Design", [], { description: "By rule: department is Design", dynamicDepartment: "Design" }),
    group("SECURITY", "Product and Technology", [...named("Engineering", "Research", "IT"), ...some(3)], {
      description: "Holds three groups",
    }),
    group("SECURITY", "Commercial", [...named("Sales", "Marketing", "Customer Support"), ...some(2)], {
      description: "Holds three groups",
    }),
    north,
    south,
    group("MICROSOFT_365", "Board", some(9), { visibility: "HiddenMembership", description: "Membership is hidden" }),
    group("SECURITY", "Welcome team", [], { description: "Nobody is in it yet" }),
    group("SECURITY", "Reception", [...some(4), ...CONTOSO_OTHERS], { description: "People, a device and a contact" }),
    group("MICROSOFT_365", "Partners", [...guests, ...some(5)], {
      description: "Guests, and those who look after them",
    }),
    group("MICROSOFT_365", "Team Oslo", working.filter((person) => person.officeLocation === "Oslo").slice(0, 60), {
      resourceProvisioningOptions: ["Team"],
      visibility: "Public",
    }),
    group("DISTRIBUTION", "Newsletter", [...some(45), ...guests.slice(0, 3)]),
    group("MAIL_SECURITY", "Managers", working.filter((person) => person.jobTitle?.endsWith("Manager")).slice(0, 50)),
    group("SECURITY", "فريق المبيعات – Sales MENA 🌍", some(14), { description: "A name in two directions" }),
  ];
}
