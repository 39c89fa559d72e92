# refcatalog_add_catalog(<target> DATA_DIR <directory>)
#
# Makes an interface target: the library with the catalogue of another data directory. It has its own copies of all
# headers. The build generates them, and does so again when the data change; a mistake in the data stops the build with
# a line that names it. The generator needs Python 3.11 or later, with jinja2.
#
# A program may use several catalogues, each in separate targets, because the linker sees different names. A target may
# link only one catalogue, because `#include <refcatalog/catalog.hpp>` can mean only one; CMake rejects a second one.

set_property(GLOBAL PROPERTY REFCATALOG_CODEGEN_DIR "${CMAKE_CURRENT_LIST_DIR}")

function(refcatalog_add_catalog target)
    cmake_parse_arguments(PARSE_ARGV 1 argument "" "DATA_DIR" "")
    if(argument_UNPARSED_ARGUMENTS OR NOT argument_DATA_DIR)
        message(FATAL_ERROR "refcatalog_add_catalog: write refcatalog_add_catalog(<target> DATA_DIR <directory>)")
    endif()
    get_filename_component(data_dir "${argument_DATA_DIR}" ABSOLUTE)
    if(NOT IS_DIRECTORY "${data_dir}")
        message(FATAL_ERROR "refcatalog_add_catalog: ${data_dir} is not a directory")
    endif()
    if(data_dir MATCHES ";")
        message(FATAL_ERROR "refcatalog_add_catalog: CMake treats the semicolon in ${data_dir} as the end of a name")
    endif()
    find_package(Python3 3.11 REQUIRED COMPONENTS Interpreter)

    get_property(codegen_dir GLOBAL PROPERTY REFCATALOG_CODEGEN_DIR)
    get_filename_component(root "${codegen_dir}" DIRECTORY)
    set(headers_dir "${root}/include")
    if(EXISTS "${root}/headers_are_in.txt")  # the generator is installed
        file(STRINGS "${root}/headers_are_in.txt" to_headers ENCODING UTF-8)
        get_filename_component(headers_dir "${to_headers}/refcatalog" ABSOLUTE BASE_DIR "${root}")
    endif()
    # file(GLOB) treats a bracket as the beginning of a set of characters.
    string(REPLACE "[" "[[]" data_pattern "${data_dir}")
    string(REPLACE "[" "[[]" root_pattern "${root}")
    string(REPLACE "[" "[[]" headers_pattern "${headers_dir}")
    file(GLOB data CONFIGURE_DEPENDS "${data_pattern}/*.toml")
    file(GLOB_RECURSE generator CONFIGURE_DEPENDS "${root_pattern}/codegen/*.py" "${root_pattern}/codegen/templates/*")
    file(GLOB_RECURSE headers CONFIGURE_DEPENDS "${headers_pattern}/*.hpp")
    # This file changes when a data file is added or removed, so the build runs the generator again.
    set(list_of_data "${CMAKE_CURRENT_BINARY_DIR}/${target}.data")
    string(SHA256 names_of_data "${data}")
    file(CONFIGURE OUTPUT "${list_of_data}" CONTENT "${names_of_data}\n")

    set(include_dir "${CMAKE_CURRENT_BINARY_DIR}/${target}.include")
    # All other headers that the generator writes include this one, so it represents them. Touching it marks the headers
    # as up to date if the generator had nothing to write.
    set(stamp "${include_dir}/refcatalog/detail/identity.hpp")
    add_custom_command(
        OUTPUT "${stamp}"
        COMMAND "${CMAKE_COMMAND}" -E env PYTHONDONTWRITEBYTECODE=1 "${Python3_EXECUTABLE}" -m codegen
            --data "${data_dir}" --library "${include_dir}"
        COMMAND "${CMAKE_COMMAND}" -E touch "${stamp}"
        DEPENDS ${data} "${list_of_data}" ${generator} ${headers}
        WORKING_DIRECTORY "${root}"
        COMMENT "Generating the catalogue ${target}"
        VERBATIM)
    add_custom_target("${target}_generated" DEPENDS "${stamp}")

    add_library("${target}" INTERFACE)
    add_dependencies("${target}" "${target}_generated")
    target_compile_features("${target}" INTERFACE cxx_std_20)
    target_include_directories("${target}" INTERFACE "$<BUILD_INTERFACE:${include_dir}>")
    refcatalog_is_the_only_catalog("${target}" "${data_dir}")
endfunction()

# CMake rejects a target that links two targets with different values of this property, and names the property.
function(refcatalog_is_the_only_catalog target name)
    set(property ONE_CATALOG_OF_REFCATALOG_FOR_EACH_TARGET)
    set_property(TARGET "${target}" PROPERTY "INTERFACE_${property}" "${name}")
    set_property(TARGET "${target}" APPEND PROPERTY COMPATIBLE_INTERFACE_STRING "${property}")
endfunction()
