// Reads all data of the tools, and no other table.

#include <refcatalog/catalog.hpp>

namespace {

volatile std::size_t sink;
void use(std::string_view text) { sink = sink + text.size() + static_cast<unsigned char>(text.data()[0]); }

}  // namespace

int main() {
    using refcatalog::lang;
    for (const refcatalog::tool& t : refcatalog::tools) {
        for (const std::string_view text :
             {t.key(), t.name(), t.purpose(), t.purpose(lang::en), t.link_label(), t.url()})
            use(text);
        sink = sink + static_cast<std::size_t>(t.category());
    }
}
