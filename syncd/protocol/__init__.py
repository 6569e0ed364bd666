"""Messages and their codec: bytes in, records out, and the reverse.

No sockets and no clocks; ``spec/protocol.md`` is the contract, cited by
section. Nothing outside of this package imports msgspec.
"""

from __future__ import annotations

from syncd.protocol.codec import Fragment as Fragment
from syncd.protocol.codec import Payload as Payload
from syncd.protocol.codec import decode_apply as decode_apply
from syncd.protocol.codec import decode_message as decode_message
from syncd.protocol.codec import decode_server_message as decode_server_message
from syncd.protocol.codec import encode_change as encode_change
from syncd.protocol.codec import encode_message as encode_message
from syncd.protocol.codec import encode_model as encode_model
from syncd.protocol.codec import encode_record as encode_record
from syncd.protocol.codec import encode_snapshot as encode_snapshot
from syncd.protocol.codec import pack as pack
from syncd.protocol.messages import Ack as Ack
from syncd.protocol.messages import AddRoot as AddRoot
from syncd.protocol.messages import Apply as Apply
from syncd.protocol.messages import ClientChange as ClientChange
from syncd.protocol.messages import ClientMessage as ClientMessage
from syncd.protocol.messages import ClientPatch as ClientPatch
from syncd.protocol.messages import Failure as Failure
from syncd.protocol.messages import Hello as Hello
from syncd.protocol.messages import NewModel as NewModel
from syncd.protocol.messages import Patch as Patch
from syncd.protocol.messages import PatchRows as PatchRows
from syncd.protocol.messages import Ping as Ping
from syncd.protocol.messages import Pong as Pong
from syncd.protocol.messages import Reference as Reference
from syncd.protocol.messages import Rejection as Rejection
from syncd.protocol.messages import RemoveRoot as RemoveRoot
from syncd.protocol.messages import ReplaceColumns as ReplaceColumns
from syncd.protocol.messages import ServerMessage as ServerMessage
from syncd.protocol.messages import SetField as SetField
from syncd.protocol.messages import SetTitle as SetTitle
from syncd.protocol.messages import Snapshot as Snapshot
from syncd.protocol.messages import StreamRows as StreamRows
from syncd.protocol.messages import UIEvent as UIEvent
from syncd.protocol.messages import Welcome as Welcome
from syncd.protocol.state import TRANSITIONS as TRANSITIONS
from syncd.protocol.state import ConnectionState as ConnectionState
from syncd.protocol.state import Event as Event
from syncd.protocol.state import advance as advance
