/** What the host lends: its own functions, so that numbers here and in JavaScript agree to the last bit. */
export declare function exp(x: f64): f64;
export declare function log1p(x: f64): f64;
