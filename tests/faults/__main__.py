"""`python -m tests.faults`: plant each fault in a copy of the source and print which test turns red."""

import sys

from .planting import faults, red_test


def main() -> int:
    """Go through all faults; 1 when one of them passes every test."""
    unseen = 0
    for fault in faults():
        red = red_test(fault)
        unseen += not red
        sys.stdout.write(f"{fault.name:62}  {red or 'NO TEST TURNS RED'}\n")
        sys.stdout.flush()
    return int(unseen > 0)


sys.exit(main())
