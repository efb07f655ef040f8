"""One single-precision product Q @ G.T for each line of input; answers with the seconds that it took.

Arguments: rows of Q, rows of G, columns. The result's memory is allocated once, which spares NumPy page faults.
"""
import sys
import time

import numpy as np

queries, gallery, dims = map(int, sys.argv[1:4])
generator = np.random.default_rng(1)
Q = generator.standard_normal((queries, dims), dtype=np.float32)
G = generator.standard_normal((gallery, dims), dtype=np.float32)
scores = np.zeros((queries, gallery), dtype=np.float32)
print("ready", flush=True)
for _ in sys.stdin:
    start = time.perf_counter()
    np.matmul(Q, G.T, out=scores)
    print(time.perf_counter() - start, flush=True)
