"""Names the Python, the NumPy and the BLAS that the benchmarks are compared with, as JSON; null without NumPy."""
import json
import platform
import sys

try:
    import numpy
except ImportError:
    print("null")
    sys.exit()


def blas():
    try:
        from threadpoolctl import threadpool_info
    except ImportError:
        return "a BLAS that is not named (threadpoolctl is not installed)"
    found = [pool for pool in threadpool_info() if pool["user_api"] == "blas"]
    return ", ".join(
        f"{pool['internal_api']} {pool['version']} ({pool.get('architecture', 'unknown core')}, {pool['num_threads']} threads)"
        for pool in found
    ) or "no BLAS"


print(json.dumps({"python": platform.python_version(), "numpy": numpy.__version__, "blas": blas()}))
