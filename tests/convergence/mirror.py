"""A client in Python, as small as the rules of the protocol allow.

It keeps `spec/protocol.md` section 8 to the letter, and is independent of
both the server's and the browser's code: models are plain dicts.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from syncd.protocol import Payload, decode_server_message, encode_record
from syncd.protocol import messages as m


PROTOCOL_MEMBERS = {"protocol": 1}


def plain(value: Any) -> Any:
    """Return a decoded value with arrays as lists."""
    if hasattr(value, "tolist"):
        return value.tolist()
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return value


@dataclass
class Mirror:
    """One browser tab, without the browser."""

    tab: str
    epoch: str | None = None
    revision: int = 0
    title: str = ""
    roots: list[int] = field(default_factory=list)
    models: dict[int, dict[str, Any]] = field(default_factory=dict)
    types: dict[int, str] = field(default_factory=dict)
    seq: int = 0
    acked: int = 0
    unsent: list[Any] = field(default_factory=list)
    pending: dict[int, Any] = field(default_factory=dict)
    sets: dict[tuple[int, str], int] = field(default_factory=dict)
    ids: dict[int, int] = field(default_factory=dict)
    fresh: int = 0
    live: bool = False
    outcomes: dict[int, str] = field(default_factory=dict)
    closed: Any = None

    # Edits

    def set(self, model: int, name: str, value: Any) -> int:
        self.models[model][name] = value
        seq = self.edit([m.SetField(model=model, field=name, value=value)])
        self.sets[(model, name)] = seq
        return seq

    def edit(self, changes: list[Any], models: list[Any] | None = None) -> int:
        self.seq += 1
        message = m.ClientPatch(
            seq=self.seq, base=self.revision, changes=changes, models=models or []
        )
        self.pending[self.seq] = message
        return self.seq

    def event(self, model: int, name: str) -> int:
        self.seq += 1
        self.pending[self.seq] = m.UIEvent(seq=self.seq, name=name, model=model)
        return self.seq

    def add(self, model: int, name: str, fields: dict[str, Any]) -> int:
        """Add a model and set a field to it."""
        self.fresh -= 1
        number = self.fresh
        self.models[number] = dict(fields)
        self.types[number] = "Probe"
        self.models[model][name] = m.Reference(number)
        new = m.NewModel(id=number, type="Probe", fields=fields)
        change = m.SetField(model=model, field=name, value=m.Reference(number))
        self.sets[(model, name)] = self.edit([change], [new])
        return self.seq

    # The wire

    def hello(self) -> Payload:
        self.live = False
        if self.epoch is None:
            return encode_record(m.Hello(tab=self.tab, **PROTOCOL_MEMBERS))
        hello = m.Hello(
            tab=self.tab,
            epoch=self.epoch,
            revision=self.revision,
            acked=self.acked,
            **PROTOCOL_MEMBERS,
        )
        return encode_record(hello)

    def outgoing(self) -> list[Payload]:
        """Return what can be sent now; before the welcome, nothing."""
        if not self.live:
            return []
        sent = [encode_record(self.pending[seq]) for seq in self.unsent_seqs()]
        self.unsent = list(self.pending)
        return sent

    def unsent_seqs(self) -> list[int]:
        return [seq for seq in self.pending if seq not in self.unsent]

    def lost(self) -> None:
        self.live = False
        self.unsent = []

    def receive(self, payload: Payload) -> None:
        message = decode_server_message(payload.data, max_size=1 << 26)
        if isinstance(message, m.Welcome):
            self._welcome(message)
        elif isinstance(message, m.Snapshot):
            self._snapshot(message)
        elif isinstance(message, m.Ack):
            assert message.seq is not None
            self._acknowledge(message.seq, message.ids, message.rejected)
            self.revision = message.revision
        elif isinstance(message, m.Patch):
            self._patch(message)

    def _welcome(self, message: m.Welcome) -> None:
        self.live = True
        if message.seq is None or (self.epoch not in {None, message.epoch}):
            for seq in self.pending:
                self.outcomes[seq] = "dropped"
            self.pending.clear()
            self.sets.clear()
            self.seq = self.acked = 0
            self.generation_changed()
        else:
            self._acknowledge(message.seq, message.ids, message.rejected)
        self.epoch = message.epoch
        self.unsent = []

    def generation_changed(self) -> None:
        """Forget provisional ids; the numbering begins again."""
        self.ids.clear()

    def _acknowledge(self, seq: int, ids: Any, rejected: Any) -> None:
        for old, new in ids:
            self._rename(old, new)
        for item in rejected:
            self.outcomes[item.seq] = item.error
        for done in [number for number in self.pending if number <= seq]:
            self.outcomes.setdefault(done, "applied")
            del self.pending[done]
        self.acked = max(self.acked, seq)
        self.sets = {key: at for key, at in self.sets.items() if at > seq}

    def _rename(self, old: int, new: int) -> None:
        self.ids[old] = new
        if old not in self.models:
            return
        fields = self.models.pop(old)
        self.types[new] = self.types.pop(old)
        self.models.setdefault(new, fields)
        for values in self.models.values():
            for name, value in values.items():
                values[name] = self._renamed(value, old, new)
        self.sets = {
            (new if number == old else number, name): seq
            for (number, name), seq in self.sets.items()
        }

    def _renamed(self, value: Any, old: int, new: int) -> Any:
        if isinstance(value, m.Reference):
            return m.Reference(new) if value.id == old else value
        if isinstance(value, list):
            return [self._renamed(item, old, new) for item in value]
        return value

    def _snapshot(self, message: m.Snapshot) -> None:
        kept = {
            key: self.models[key[0]][key[1]]
            for key in self.sets
            if key[0] in self.models and key[1] in self.models[key[0]]
        }
        fresh = {n: f for n, f in self.models.items() if n < 0}
        self.models = {n.id: plain(n.fields) for n in message.models}
        self.types = {n.id: n.type for n in message.models}
        for number, fields in fresh.items():
            self.models[number] = fields
            self.types[number] = "Probe"
        self.roots, self.title = list(message.roots), message.title
        self.epoch, self.revision = message.epoch, message.revision
        for (number, name), value in kept.items():
            if number in self.models:
                self.models[number][name] = value

    def _patch(self, message: m.Patch) -> None:
        base = message.base if message.base is not None else message.revision - 1
        assert base == self.revision, f"patch on {base}, mirror at {self.revision}"
        if message.ack is not None:
            self._acknowledge(message.ack, message.ids, message.rejected)
        for new in message.models:
            fields = plain(new.fields)
            for number, name in self.sets:
                if number == new.id:
                    fields[name] = self.models[number][name]
            self.models[new.id] = fields
            self.types[new.id] = new.type
        for change in message.changes:
            self._apply(change)
        for number in message.removed:
            self.models.pop(number, None)
        self.revision = message.revision

    def _apply(self, change: Any) -> None:
        if isinstance(change, m.SetTitle):
            self.title = change.title
            return
        if isinstance(change, m.AddRoot):
            self.roots.insert(change.index, change.model)
            return
        if isinstance(change, m.RemoveRoot):
            self.roots.remove(change.model)
            return
        if (change.model, change.field) in self.sets:
            return
        fields = self.models[change.model]
        if isinstance(change, m.SetField):
            fields[change.field] = plain(change.value)
            return
        columns = fields.setdefault(change.field, {})
        if isinstance(change, m.ReplaceColumns):
            columns.update(plain(change.columns))
        elif isinstance(change, m.StreamRows):
            _stream(columns, plain(change.columns), change.rollover)
        else:
            _patch_rows(columns, change.patches)

    def state(self) -> dict[str, Any]:
        """Return everything that all mirrors have to agree on."""
        reached: set[int] = set()
        waiting = list(self.roots)
        while waiting:
            number = waiting.pop()
            if number not in reached:
                reached.add(number)
                waiting.extend(_references(self.models[number]))
        return {
            "title": self.title,
            "roots": self.roots,
            "models": {n: canonical(self.models[n]) for n in sorted(reached)},
        }


def _stream(
    columns: dict[str, Any], rows: dict[str, Any], rollover: int | None
) -> None:
    for name, added in rows.items():
        column = [*columns.get(name, []), *added]
        columns[name] = (
            column
            if rollover is None
            else column[len(column) - rollover :]
            if len(column) > rollover
            else column
        )


def _patch_rows(columns: dict[str, Any], patches: dict[str, Any]) -> None:
    for name, pairs in patches.items():
        column = copy.deepcopy(columns[name])
        for index, value in pairs:
            if isinstance(index, tuple):
                several = any(isinstance(part, slice) for part in index)
                set_cells(column, index, iter(plain(value) if several else [value]))
            else:
                column[index] = plain(value)
        columns[name] = column


def set_cells(rows: list[Any], index: tuple[Any, ...], values: Iterator[Any]) -> None:
    """Set cells of nested lists, row by row."""
    part, inner = index[0], index[1:]
    for place in range(len(rows))[part] if isinstance(part, slice) else [part]:
        if inner:
            set_cells(rows[place], inner, values)
        else:
            rows[place] = next(values)


def _references(value: Any) -> list[int]:
    if isinstance(value, m.Reference):
        return [value.id]
    if isinstance(value, list):
        return [number for item in value for number in _references(item)]
    if isinstance(value, dict):
        return [number for item in value.values() for number in _references(item)]
    return []


_DEFAULTS: dict[str, Any] = {
    "number": 0,
    "text": "",
    "bounded": 0,
    "items": [],
    "child": None,
    "children": [],
    "data": {},
    "images": {},
    "name": None,
    "tags": [],
    "subscribed_events": [],
}


def canonical(fields: dict[str, Any]) -> dict[str, Any]:
    """Return fields in one form: defaults left out, references as tags."""
    return {
        name: _tagged(value)
        for name, value in sorted(fields.items())
        if value != _DEFAULTS[name]
    }


def _tagged(value: Any) -> Any:
    if hasattr(value, "tolist"):
        return value.tolist()
    if isinstance(value, m.Reference):
        return {"$ref": value.id}
    if isinstance(value, list | tuple):
        return [_tagged(item) for item in value]
    if isinstance(value, dict):
        return {key: _tagged(item) for key, item in value.items()}
    return value
