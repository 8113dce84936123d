import { createContext, useContext } from "react";

/** Whether the screens of admins can be gone to from here. Before an account is opened there are none. */
export const AdminScreens = createContext(false);

export const useHasAdminScreens = (): boolean => useContext(AdminScreens);
