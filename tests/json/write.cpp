// Writes JSON: the whole catalogue, an array of all records, or each record followed by a record separator.

#include <refcatalog/catalog.hpp>
#include <refcatalog/json.hpp>

#include <cstdio>
#include <iterator>
#include <string>
#include <string_view>

using namespace refcatalog;

int main(int count, char** arguments) {
    const std::string_view what = count > 1 ? arguments[1] : "";
    std::string text;
    if (what == "catalogue") write_json(std::back_inserter(text));
    else if (what == "records") write_json(std::back_inserter(text), entries);
    else if (what == "each") {
        for (const entry e : entries) {
            visit([&](const auto& record) { write_json(std::back_inserter(text), record); }, e);
            // The texts do not contain this separator.
            text += '\x1e';
        }
    } else return 2;
    std::fwrite(text.data(), 1, text.size(), stdout);
    return std::fflush(stdout) == 0 ? 0 : 1;
}
