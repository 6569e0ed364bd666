"""What stands on a figure beside its data."""

from syncd.models.annotations.bars import BaseBar as BaseBar
from syncd.models.annotations.bars import SizeBar as SizeBar
from syncd.models.annotations.color_bars import BaseColorBar as BaseColorBar
from syncd.models.annotations.color_bars import ColorBar as ColorBar
from syncd.models.annotations.color_bars import ContourColorBar as ContourColorBar
from syncd.models.annotations.guides import Annotation as Annotation
from syncd.models.annotations.guides import HTMLTitle as HTMLTitle
from syncd.models.annotations.guides import Legend as Legend
from syncd.models.annotations.guides import LegendItem as LegendItem
from syncd.models.annotations.guides import Title as Title
from syncd.models.annotations.handles import AreaVisuals as AreaVisuals
from syncd.models.annotations.handles import (
    BoxInteractionHandles as BoxInteractionHandles,
)
from syncd.models.annotations.heads import ArrowHead as ArrowHead
from syncd.models.annotations.heads import NormalHead as NormalHead
from syncd.models.annotations.heads import OpenHead as OpenHead
from syncd.models.annotations.heads import TeeHead as TeeHead
from syncd.models.annotations.heads import VeeHead as VeeHead
from syncd.models.annotations.marks import AreaAnnotation as AreaAnnotation
from syncd.models.annotations.marks import Arrow as Arrow
from syncd.models.annotations.marks import Band as Band
from syncd.models.annotations.marks import BoxAnnotation as BoxAnnotation
from syncd.models.annotations.marks import LineAnnotation as LineAnnotation
from syncd.models.annotations.marks import PlaneAnnotation as PlaneAnnotation
from syncd.models.annotations.marks import PolyAnnotation as PolyAnnotation
from syncd.models.annotations.marks import Slope as Slope
from syncd.models.annotations.marks import Span as Span
from syncd.models.annotations.marks import Whisker as Whisker
from syncd.models.annotations.scale_bars import ScaleBar as ScaleBar
from syncd.models.annotations.texts import HTMLLabel as HTMLLabel
from syncd.models.annotations.texts import HTMLLabelSet as HTMLLabelSet
from syncd.models.annotations.texts import Label as Label
from syncd.models.annotations.texts import LabelSet as LabelSet
from syncd.models.annotations.texts import TextAnnotation as TextAnnotation
