"""What people do to a figure, and the bar that offers it."""

from syncd.models.tools.actions import ResetTool as ResetTool
from syncd.models.tools.actions import SaveTool as SaveTool
from syncd.models.tools.bar import Toolbar as Toolbar
from syncd.models.tools.base import Tool as Tool
from syncd.models.tools.inspecting import CrosshairTool as CrosshairTool
from syncd.models.tools.inspecting import CustomJSHover as CustomJSHover
from syncd.models.tools.inspecting import HoverTool as HoverTool
from syncd.models.tools.pan_zoom import BoxZoomTool as BoxZoomTool
from syncd.models.tools.pan_zoom import PanTool as PanTool
from syncd.models.tools.pan_zoom import WheelZoomTool as WheelZoomTool
from syncd.models.tools.selecting import BoxSelectTool as BoxSelectTool
from syncd.models.tools.selecting import LassoSelectTool as LassoSelectTool
from syncd.models.tools.selecting import PolySelectTool as PolySelectTool
from syncd.models.tools.selecting import SelectTool as SelectTool
from syncd.models.tools.selecting import TapTool as TapTool
