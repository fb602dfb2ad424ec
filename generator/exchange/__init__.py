"""Other formats → lessons."""

from generator.exchange.import_lesson import Imported, import_lesson
from generator.exchange.notes import Remark

__all__ = ["Imported", "Remark", "import_lesson"]
