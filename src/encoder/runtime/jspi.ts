/** Whether WebAssembly can wait for an answer by suspending its stack (JavaScript Promise Integration). */
export const hasJspi = (): boolean => 'Suspending' in WebAssembly;
