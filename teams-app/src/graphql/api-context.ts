import { createContext, useContext } from "react";
import type { Request } from "./client.js";

const unprovided: Request = () => Promise.reject(new Error("No API is provided above this component."));

export const ApiContext = createContext<Request>(unprovided);

export const useRequest = (): Request => useContext(ApiContext);
