"""What the data may hold: the fields of each table, and the names that the headers written by hand have, too."""

from codegen import schema
from tests.support.agreement import AgreementTest
from tests.support.catalogues import DELETED, changed
from tests.support.data_tests import FIELDS, DataTest, line_about, roomy_catalogue


class Fields(DataTest):
    def test_missing_field(self):
        for path, (required, _) in FIELDS.items():
            for field in required.split():
                with self.subTest(path=path, field=field):
                    nameless = field == "key" or (field == "number" and path[0] == "catalog.toml")
                    line = f"{line_about(path, nameless)}{field}: is missing"
                    self.assert_refused(roomy_catalogue((*path, field, DELETED)), line)

    def test_optional_fields_may_be_absent(self):
        for path, (_, optional) in FIELDS.items():
            for field in optional.split():
                with self.subTest(path=path, field=field):
                    self.assert_accepted(roomy_catalogue((*path, field, DELETED)))

    def test_optional_fields_must_be_right_where_they_are_given(self):
        for path, (_, optional) in FIELDS.items():
            for field in optional.split():
                with self.subTest(path=path, field=field):
                    self.assert_refused(roomy_catalogue((*path, field, 1.5)), f"{line_about(path)}{field}: must be ")

    def test_unknown_field(self):
        for path in FIELDS:
            with self.subTest(path=path):
                line = f"{line_about(path)}colour: is no field here"
                self.assert_refused(roomy_catalogue((*path, "colour", "red")), line)

    def test_unknown_field_with_an_unusual_name(self):
        for name, shown in {"제목": r"\uc81c\ubaa9", "two\nlines": r"two\nlines", "Title": "Title"}.items():
            line = f"papers.toml: paper 'paper-two': {shown}: is no field here"
            with self.subTest(name=name):
                self.assert_refused(changed(("papers.toml", "paper", 1, name, "x")), line)


class Agreement(AgreementTest):
    def test_types_of_publication(self):
        self.assert_enumerators("publication_type", schema.PUBLICATION_TYPES)

    def test_statuses(self):
        self.assert_enumerators("link_status", schema.STATUSES)

    def test_kinds(self):
        self.assert_enumerators("record_kind", schema.KIND_BY_NAME)
