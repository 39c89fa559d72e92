# refcatalog_add_page(<target> CATALOG <catalog>)
#
# Adds a program that writes a catalogue as one HTML page. Each build of the program also writes <target>.html into the
# build directory. <catalog> is the target of the library, or a target made by refcatalog_add_catalog.

set_property(GLOBAL PROPERTY REFCATALOG_PAGE_DIR "${CMAKE_CURRENT_LIST_DIR}")

function(refcatalog_add_page target)
    cmake_parse_arguments(PARSE_ARGV 1 argument "" "CATALOG" "")
    if(argument_UNPARSED_ARGUMENTS OR NOT TARGET "${argument_CATALOG}")
        message(FATAL_ERROR "refcatalog_add_page: write refcatalog_add_page(<target> CATALOG <target of a catalogue>)")
    endif()
    get_property(page_dir GLOBAL PROPERTY REFCATALOG_PAGE_DIR)
    set(files "${CMAKE_CURRENT_BINARY_DIR}/${target}.files.cpp")
    file(READ "${page_dir}/style.css" style)
    file(READ "${page_dir}/script.js" script)
    file(CONFIGURE OUTPUT "${files}" @ONLY CONTENT [[
#include "page.hpp"

namespace site {

std::string_view style() {
    return R"style(
@style@)style";
}

std::string_view script() {
    return R"script(
@script@)script";
}

}  // namespace site
]])
    set_property(DIRECTORY APPEND PROPERTY
        CMAKE_CONFIGURE_DEPENDS "${page_dir}/style.css" "${page_dir}/script.js")

    set(sources cards charts fields html page reading words)
    list(TRANSFORM sources APPEND ".cpp")
    list(TRANSFORM sources PREPEND "${page_dir}/")
    add_executable("${target}" ${sources} "${files}")
    target_include_directories("${target}" PRIVATE "${page_dir}")
    target_link_libraries("${target}" PRIVATE "${argument_CATALOG}")
    add_custom_command(TARGET "${target}" POST_BUILD
        COMMAND "${target}" "${CMAKE_CURRENT_BINARY_DIR}/${target}.html"
        COMMENT "Writing ${target}.html"
        VERBATIM)
endfunction()
