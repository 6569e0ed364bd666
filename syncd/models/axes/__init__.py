"""What stands beside the frame: ticks, their labels, and a title."""

from syncd.models.axes.base import Axis as Axis
from syncd.models.axes.kinds import CategoricalAxis as CategoricalAxis
from syncd.models.axes.kinds import ContinuousAxis as ContinuousAxis
from syncd.models.axes.kinds import DatetimeAxis as DatetimeAxis
from syncd.models.axes.kinds import LinearAxis as LinearAxis
from syncd.models.axes.kinds import LogAxis as LogAxis
from syncd.models.axes.kinds import MercatorAxis as MercatorAxis
from syncd.models.axes.kinds import TimedeltaAxis as TimedeltaAxis
from syncd.models.axes.policies import AllLabels as AllLabels
from syncd.models.axes.policies import CustomLabelingPolicy as CustomLabelingPolicy
from syncd.models.axes.policies import LabelingPolicy as LabelingPolicy
from syncd.models.axes.policies import NoOverlap as NoOverlap
