/** The module in base64. `build` writes it. */
export declare const BINARY: string;
