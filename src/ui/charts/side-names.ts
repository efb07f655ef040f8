import { createContext, useContext } from 'react';
import { TEXT_AND_IMAGE, type SideNames } from '../../protocol/side-names';

/** What the items of the run in view are called. */
export const SideNamesContext = createContext<SideNames>(TEXT_AND_IMAGE);

export const useSideNames = (): SideNames => useContext(SideNamesContext);
