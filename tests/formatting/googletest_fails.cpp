// Every test fails; check.py reads GoogleTest's messages.

#include <refcatalog/format.hpp>

#include <optional>

#include <gtest/gtest.h>

using namespace refcatalog;

TEST(Values, Differ) {
    EXPECT_EQ(get<"lora">(), get<"qlora">());
    EXPECT_EQ(find("lora"), std::optional<entry>{get<"gradio">()});
    EXPECT_TRUE(in<category::peft>().empty()) << get<"awq">();
    EXPECT_EQ(category::peft, category::models);
    EXPECT_EQ(record_kind::tool, record_kind::paper);
    EXPECT_EQ(lang::ko, lang::en);
    EXPECT_EQ(link_status::moved, link_status::active);
    EXPECT_EQ(csl_type::article_journal, csl_type::software);
    EXPECT_EQ((partial_date{2024, 5}), (partial_date{2024, 5, 3}));
}
