"""The property system: models, their fields, and the changes they undergo."""

from __future__ import annotations

from syncd.model.changes import Change as Change
from syncd.model.changes import ColumnsChanged as ColumnsChanged
from syncd.model.changes import ColumnsPatched as ColumnsPatched
from syncd.model.changes import ColumnsStreamed as ColumnsStreamed
from syncd.model.changes import FieldChanged as FieldChanged
from syncd.model.changes import ModelChange as ModelChange
from syncd.model.changes import RootAdded as RootAdded
from syncd.model.changes import RootRemoved as RootRemoved
from syncd.model.changes import TitleChanged as TitleChanged
from syncd.model.columns import ColumnDict as ColumnDict
from syncd.model.data_model import DataModel as DataModel
from syncd.model.field import Field as Field
from syncd.model.field import field as field
from syncd.model.model import Model as Model
from syncd.model.opaque import OpaqueModel as OpaqueModel
from syncd.model.referring import models_in as models_in
from syncd.model.util import Qualified as Qualified
from syncd.model.util import collect_filtered_models as collect_filtered_models
from syncd.model.util import collect_models as collect_models
from syncd.model.util import get_class as get_class
