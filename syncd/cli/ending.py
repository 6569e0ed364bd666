"""How the ``syncd`` command ends.

Whatever goes wrong is one line on standard error. The exit status is then 1, and
2 if the command line is wrong or asks for what there is not yet.
"""

from __future__ import annotations

import errno
import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NoReturn

from syncd.errors import AppError, DocSyncError, UnavailableError


if TYPE_CHECKING:
    from collections.abc import Iterator


__all__ = ["INTERRUPTED", "WRONG_USE", "end", "ending"]

WRONG_USE = 2
INTERRUPTED = 130

_UNWRITABLE = frozenset({errno.EDQUOT, errno.EFBIG, errno.EIO, errno.ENOSPC})
"""What is wrong with standard output when it is a file that can take no more."""


@contextmanager
def ending() -> Iterator[None]:
    """Turn what goes wrong within into a line and an exit status."""
    try:
        yield
    except UnavailableError as error:
        end(f"syncd: {error}", WRONG_USE)
    except DocSyncError as error:
        end(f"syncd: {_explain(error)}", 1)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:  # whoever read has read enough
        sys.exit(1)
    except OSError as error:
        if error.errno not in _UNWRITABLE or error.filename is not None:
            raise
        end(f"syncd: cannot write to standard output ({error.strerror})", 1)
    finally:
        _flush()


def end(line: str, status: int) -> NoReturn:
    """Say why, and end."""
    with suppress(OSError):
        sys.stderr.write(f"{line}\n")
    sys.exit(status)


def _explain(error: DocSyncError) -> str:
    """Return an error in one line; of a bad script, its file and line."""
    if isinstance(error, AppError) and error.place is not None:
        cause = error.cause
        words = error.words
        if isinstance(cause, SyntaxError):
            words = f"{type(cause).__name__}: {cause.msg}"
        return f"{error.place}: {' '.join(words.split())}"
    return " ".join(str(error).split())


def _flush() -> None:
    """Write what is left, even if nobody reads it any more.

    Otherwise a closed terminal would turn a clean end into exit status 120.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)
