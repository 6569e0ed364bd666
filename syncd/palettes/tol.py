"""The colour schemes by Paul Tol (personal.sron.nl/~pault), for people of any sight.

His qualitative schemes are one row, of which smaller palettes are the first
ones; the others have a row for each size.
"""

from __future__ import annotations


TOL_FIRST = {
    "Bright": "4477aa ee6677 228833 ccbb44 66ccee aa3377 bbbbbb",
    "HighContrast": "004488 ddaa33 bb5566",
    "Iridescent": (
        "fefbe9 fcf7d5 f5f3c1 eaf0b5 ddecbf d0e7ca c2e3d2 b5ddd8 a8d8dc 9bd2e1 "
        "8dcbe4 81c4e7 7bbce7 7eb2e4 88a5dd 9398d2 9b8ac4 9d7db2 9a709e 906388 "
        "805770 684957 46353a"
    ),
    "Light": "77aadd ee8866 eedd88 ffaabb 99ddff 44bb99 bbcc33 aaaa00 dddddd",
    "MediumContrast": "6699cc 004488 eecc66 994455 997700 ee99aa",
    "Muted": "cc6677 332288 ddcc77 117733 88ccee 882255 44aa99 999933 aa4499",
    "Vibrant": "ee7733 0077bb 33bbee ee3377 cc3311 009988 bbbbbb",
}
"""Name to hex digits, largest size."""

TOL_ROWS: dict[str, tuple[str, ...]] = {
    "BuRd": (
        "2166ac f7f7f7 b2182b",
        "2166ac bbdaea fac9b0 b2182b",
        "2166ac 92c5de f7f7f7 f4a582 b2182b",
        "2166ac 72b1d3 d8e8f1 fbe0d0 e8896c b2182b",
        "2166ac 5da3cb bbdaea f7f7f7 fac9b0 e0775e b2182b",
        "2166ac 4e9ac6 a3cee3 e1ecf3 fae7db f6b495 da6954 b2182b",
        "2166ac 4393c3 92c5de d1e5f0 f7f7f7 fddbc7 f4a582 d6604d b2182b",
    ),
    "Sunset": (
        "364b9a eaeccc a50026",
        "364b9a a5d2e5 fdc072 a50026",
        "364b9a 83b8d7 eaeccc f99858 a50026",
        "364b9a 6ea6cd c2e4ef feda8b f67e4b a50026",
        "364b9a 6197c5 a5d2e5 eaeccc fdc072 ed6841 a50026",
        "364b9a 598dc0 92c4de cde6e5 f8df9d fcab62 e75839 a50026",
        "364b9a 5384bc 83b8d7 87ddeb eaeccc fdd081 f99858 e34d34 a50026",
        "364b9a 4e7fb9 77aed1 a5d2e5 d3e7df f5e2a7 fdc072 f78951 df4430 a50026",
        (
            "364b9a 4a7bb7 6ea6cd 98cae1 c2e4ef eaeccc feda8b fdb366 f67e4b dd3d2d "
            "a50026"
        ),
    ),
    "TolPRGn": (
        "762a83 f7f7f7 1b7837",
        "762a83 dac4df cae6c1 1b7837",
        "762a83 c2a5cf f7f7f7 acd39e 1b7837",
        "762a83 b18fc0 eadbeb def1da 8bc485 1b7837",
        "762a83 a681b7 dac4df f7f7f7 cae6c1 75ba75 1b7837",
        "762a83 9e77b0 ccb2d6 ede3ee e5f3e2 b8dbad 65b369 1b7837",
        "762a83 9970ab c2a5cf e7d4e8 f7f7f7 d9f0d3 acd39e 5aae61 1b7837",
    ),
    "TolRainbow": (
        "1965b0 f7f056 dc050c",
        "1965b0 4eb265 f7f056 dc050c",
        "1965b0 7bafde 4eb265 f7f056 dc050c",
        "1965b0 7bafde 4eb265 cae0ab f7f056 dc050c",
        "882e72 1965b0 7bafde 4eb265 cae0ab f7f056 dc050c",
        "882e72 1965b0 7bafde 4eb265 cae0ab f7f056 ee8026 dc050c",
        "882e72 1965b0 7bafde 4eb265 cae0ab f7f056 ee8026 dc050c 72190e",
        "882e72 1965b0 7bafde 4eb265 cae0ab f7f056 f4a736 e8601c dc050c 72190e",
        (
            "882e72 1965b0 5289c7 7bafde 4eb265 cae0ab f7f056 f4a736 e8601c dc050c "
            "72190e"
        ),
        (
            "d1bbd7 aa6f9e 882e72 1965b0 5289c7 7bafde 4eb265 cae0ab f7f056 f4a736 "
            "e8601c dc050c"
        ),
        (
            "d1bbd7 aa6f9e 882e72 1965b0 5289c7 7bafde 4eb265 90c987 cae0ab f7f056 "
            "f4a736 e8601c dc050c"
        ),
        (
            "d1bbd7 aa6f9e 882e72 1965b0 5289c7 7bafde 4eb265 90c987 cae0ab f7f056 "
            "f6c141 f1932d e8601c dc050c"
        ),
        (
            "d1bbd7 aa6f9e 882e72 1965b0 5289c7 7bafde 4eb265 90c987 cae0ab f7f056 "
            "f6c141 f1932d e8601c dc050c 72190e"
        ),
        (
            "d1bbd7 ba8db4 aa6f9e 882e72 1965b0 5289c7 7bafde 4eb265 90c987 cae0ab "
            "f7f056 f6c141 f1932d e8601c dc050c 72190e"
        ),
        (
            "d1bbd7 ba8db4 aa6f9e 994f88 882e72 1965b0 5289c7 7bafde 4eb265 90c987 "
            "cae0ab f7f056 f6c141 f1932d e8601c dc050c 72190e"
        ),
        (
            "d1bbd7 ba8db4 aa6f9e 994f88 882e72 1965b0 5289c7 7bafde 4eb265 90c987 "
            "cae0ab f7f056 f6c141 f1932d e8601c dc050c a5170e 72190e"
        ),
        (
            "d9cce3 caaccb ba8db4 aa6f9e 994f88 882e72 1965b0 5289c7 7bafde 4eb265 "
            "90c987 cae0ab f7f056 f6c141 f1932d e8601c dc050c a5170e 72190e"
        ),
        (
            "d9cce3 caaccb ba8db4 aa6f9e 994f88 882e72 1965b0 437dbf 6195cf 7bafde "
            "4eb265 90c987 cae0ab f7f056 f6c141 f1932d e8601c dc050c a5170e 72190e"
        ),
        (
            "d9cce3 caaccb ba8db4 aa6f9e 994f88 882e72 1965b0 437dbf 6195cf 7bafde "
            "4eb265 90c987 cae0ab f7f056 f7cb45 f4a736 ee8026 e65518 dc050c a5170e "
            "72190e"
        ),
        (
            "d9cce3 caaccb ba8db4 aa6f9e 994f88 882e72 1965b0 437dbf 6195cf 7bafde "
            "4eb265 90c987 cae0ab f7f056 f7cb45 f4a736 ee8026 e65518 dc050c a5170e "
            "72190e 42150a"
        ),
        (
            "e8ecfb d9cce3 caaccb ba8db4 aa6f9e 994f88 882e72 1965b0 437dbf 6195cf "
            "7bafde 4eb265 90c987 cae0ab f7f056 f7cb45 f4a736 ee8026 e65518 dc050c "
            "a5170e 72190e 42150a"
        ),
    ),
    "TolYlOrBr": (
        "ffffe5 fb9a29 662506",
        "ffffe5 fece65 e1640e 662506",
        "ffffe5 fee391 fb9a29 cc4c02 662506",
        "ffffe5 feeba2 fdbb47 ef7818 b74202 662506",
        "ffffe5 fef0ad fece65 fb9a29 e1640e aa3c03 662506",
        "ffffe5 fef4b5 feda7e fcb23e f2821d d55607 a03703 662506",
        "ffffe5 fff7bc fee391 fec44f fb9a29 ec7014 cc4c02 993404 662506",
    ),
}
"""Name to hex digits, smallest size first."""

TOL_TEXTS = {
    "DarkText": "222255 225555 225522 666633 663333 555555",
    "PaleTextBackground": "bbccee cceeff ccddaa eeeebb ffcccc dddddd",
}
"""Colours for texts, and for what stands behind texts."""
