"""reading_order.hpp: the stages of the reading order, and their steps."""

from ..catalogue import Catalogue, Row
from ..tables import Constant, Header, Struct, TablesHeader, begin_array, localized, number_array, plain, text_table
from .lists import Lists


def build(catalogue: Catalogue, lists: Lists) -> Header:
    languages = len(catalogue.languages)
    tables = [_stage_table(catalogue.stages, languages), _step_table(catalogue.stages, lists, languages)]
    return TablesHeader("reading_order.hpp", "data/reading_order.toml", tables)


def _stage_table(stages: list[Row], languages: int) -> Struct:
    texts = {name: localized([stage.values[name] for stage in stages], languages) for name in ("name", "duration")}
    step_counts = [len(stage.step) for stage in stages]
    arrays = [begin_array("first_step", step_counts, "The row of each stage's first step, and the end.")]
    return text_table("stage_table", "The stages, one row each.", len(stages), texts, arrays=arrays)


def _step_table(stages: list[Row], lists: Lists, languages: int) -> Struct:
    steps = [step for stage in stages for step in stage.step]
    texts = {
        "label": plain([step.label for step in steps]),
        "by": plain([step.by for step in steps]),
        "note": localized([step.note for step in steps], languages),
    }
    numbers = [step.number or 0 for step in steps]
    stage_rows = [row for row, stage in enumerate(stages) for _ in stage.step]
    where = "The place in entry_list_table where the entries of each step begin, and the end."
    first = len(lists.entries)
    arrays = [
        number_array("numbers", numbers, "The number of each step, 0 if it has none."),
        number_array("stages", stage_rows, "The row of each step's stage."),
        lists.add_entries("first_entry", [step.entries for step in steps], where),
    ]
    ends = [("first_item", first), ("last_item", len(lists.entries))]
    constants = [Constant("std::size_t", name, str(position)) for name, position in ends]
    return text_table("step_table", "The steps, one row each.", len(steps), texts, constants, arrays)
