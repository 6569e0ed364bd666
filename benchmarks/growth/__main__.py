"""Growth alone: ``python -m benchmarks.growth [--quick] [--plot] [--out FOLDER]``."""

import argparse
from pathlib import Path

from benchmarks import environment, growth, machine


parser = argparse.ArgumentParser(prog="benchmarks.growth", description=growth.__doc__)
parser.add_argument("--quick", action="store_true", help="fewer and smaller sizes")
parser.add_argument("--plot", action="store_true", help="only draw what was measured")
parser.add_argument("--out", type=Path, default=growth.RESULTS, help="the folder")
given = parser.parse_args()
if given.plot:
    growth.plot(given.out)
else:
    environment.prepare("syncd")
    machine.open_many()
    growth.run(given.quick, given.out)
print(growth.markdown(given.out))
