"""``python -m benchmarks [--quick] [--only NAME …] [--list] [--out FOLDER]``."""

import argparse
import sys
from pathlib import Path

from benchmarks import results, runner
from benchmarks.environment import BUILD


COMMITTED = Path(__file__).parent


def main() -> int:
    """Measure what was asked for, and write pages about it."""
    names = [figure.name for figure in runner.FIGURES]
    parser = argparse.ArgumentParser(prog="benchmarks")
    parser.add_argument(
        "--quick", action="store_true", help="once, for a short time, headlines only"
    )
    parser.add_argument(
        "--only",
        nargs="+",
        choices=[*names, *runner.EXTRAS],
        metavar="NAME",
        help="some figures only",
    )
    parser.add_argument(
        "--renew",
        action="store_true",
        help="put them among the figures of the last whole run, in place of its own",
    )
    parser.add_argument(
        "--python",
        metavar="PATH",
        help="what both servers run on; the distribution's if there is one of our"
        " version",
    )
    parser.add_argument("--list", action="store_true", help="list the figures")
    parser.add_argument(
        "--out",
        type=Path,
        help="the folder for RESULTS.md and results; what is not a whole run goes"
        " to build/bench unless told",
    )
    given = parser.parse_args()
    if given.list:
        print(results.listing(runner.FIGURES))
        return 0
    if given.quick:
        everything = [figure.name for figure in runner.FIGURES if figure.quick]
        everything.append("engine")
    else:
        everything = [*names, *runner.EXTRAS]
    whole = not given.quick and not given.only
    kept = whole or given.renew
    out = given.out or (COMMITTED if kept else BUILD / "measured")
    record = runner.run(
        given.only or everything,
        out / "results",
        quick=given.quick,
        python=given.python,
    )
    if given.renew:
        record = results.renewed(out, record)
    page = results.write(record, runner.FIGURES, out)
    print(f"\n{page.read_text()}\n{page}: {record['minutes']:.1f} minutes")
    failed = list(runner.failures(record))
    print(*failed, sep="\n", file=sys.stderr)
    return 1 if failed else 0


sys.exit(main())
