"""reading_order.hpp: the stages of the reading order, and their steps."""

from ..catalogue import Catalogue, Row
from ..tables import Header, Struct, TablesHeader, begin_array, localized, number_array, plain, text_table


def build(catalogue: Catalogue) -> Header:
    index_of = {record.key: index for index, record in enumerate(catalogue.entries)}
    languages = len(catalogue.languages)
    tables = [_stage_table(catalogue.stages, languages), _step_table(catalogue.stages, index_of, languages)]
    return TablesHeader("reading_order.hpp", "data/reading_order.toml", tables)


def _stage_table(stages: list[Row], languages: int) -> Struct:
    texts = {name: localized([stage.values[name] for stage in stages], languages) for name in ("name", "duration")}
    step_counts = [len(stage.step) for stage in stages]
    arrays = [begin_array("first_step", step_counts, "The row of each stage's first step, and the end.")]
    return text_table("stage_table", "The stages, a row each.", len(stages), texts, arrays=arrays)


def _step_table(stages: list[Row], index_of: dict[str, int], languages: int) -> Struct:
    steps = [step for stage in stages for step in stage.step]
    texts = {
        "label": plain([step.label for step in steps]),
        "by": plain([step.by for step in steps]),
        "note": localized([step.note for step in steps], languages),
    }
    numbers = [step.number or 0 for step in steps]
    stage_rows = [row for row, stage in enumerate(stages) for _ in stage.step]
    item_counts = [len(step.entries) for step in steps]
    items = [index_of[key] for step in steps for key in step.entries]
    arrays = [
        number_array("numbers", numbers, "The number of each step, 0 where it has none."),
        number_array("stages", stage_rows, "The row of each step's stage."),
        begin_array("first_item", item_counts, "Where in items each step begins, and the end."),
        number_array("items", items, "The entries that the steps name, by index."),
    ]
    return text_table("step_table", "The steps, a row each.", len(steps), texts, arrays=arrays)
