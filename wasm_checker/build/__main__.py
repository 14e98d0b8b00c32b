"""`python -m wasm_checker.build`."""

import sys

from wasm_checker.build.assets import main

if __name__ == "__main__":
    sys.exit(main())
