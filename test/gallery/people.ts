/** The people of the gallery's Contoso: name, department, title. Ids and addresses follow from the name. */
const ROWS = [
  ["Adele Vance", "Retail", "Retail Manager"],
  ["Alex Wilber", "Marketing", "Marketing Assistant"],
  ["Christie Cline", "Sales", "Buyer"],
  ["Debra Berger", "Executive Management", "Administrative Assistant"],
  ["Diego Siciliani", "Human Resources", "Head of Human Resources"],
  ["Grady Archie", "Research and Development", "Designer"],
  ["Henrietta Mueller", "Research and Development", "Developer"],
  ["Isaiah Langer", "Sales", "Sales Representative"],
  ["Johanna Lorenz", "Engineering", "Senior Engineer"],
  ["Jörg Straßenberg-Łukasiewicz", "Sales", "Key Account Manager for the Nordic and Baltic countries"],
  ["Lee Gu", "Manufacturing", "Director"],
  ["Lidia Holloway", "Engineering", "Product Manager"],
  ["Lynne Robbins", "Retail", "Planner"],
  ["Megan Bowen", "Marketing", "Marketing Manager"],
  ["Miriam Graham", "Sales and Marketing", "Director"],
  ["Nestor Wilke", "Operations", "Director"],
  ["Patti Fernandez", "Executive Management", "President"],
  ["Pradeep Gupta", "Finance", "Accountant"],
] as const;

export type Name = (typeof ROWS)[number][0];

export interface Known {
  readonly id: string;
  readonly name: Name;
  readonly mail: string;
  readonly department: string;
  readonly jobTitle: string;
}

export const EVERYBODY: readonly Known[] = ROWS.map(([name, department, jobTitle], at) => ({
  id: `0d1ec70f-0000-4000-8000-${String(at + 1).padStart(12, "0")}`,
  name,
  mail: `${plain(name.split(" ")[0])}.${plain(name.split(" ")[1])}@contoso.example`,
  department,
  jobTitle,
}));

/** Letters that an address may have. */
function plain(part = ""): string {
  const spelled = part.toLowerCase().replaceAll("ß", "ss").replaceAll("ł", "l");
  return spelled.normalize("NFD").replace(/[^a-z-]/g, "");
}

export const TENANT_ID = "c0470500-7a11-4c0d-9e5a-1f0e5a3b7c01";
