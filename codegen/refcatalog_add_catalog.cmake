# refcatalog_add_catalog(<target> DATA_DIR <directory>)
#
# Makes an interface target of the library with the catalogue of another directory of data: its own categories, records
# and keys, and the same headers otherwise. The headers are generated when the project is built, and again when the data
# change; a mistake in the data stops the build with a line that names it. Needs Python 3.11 with jinja2.
#
# A program has one catalogue: linking two of these targets, or one of them and refcatalog::refcatalog, is refused.

set_property(GLOBAL PROPERTY REFCATALOG_CODEGEN_DIR "${CMAKE_CURRENT_LIST_DIR}")

function(refcatalog_add_catalog target)
    cmake_parse_arguments(PARSE_ARGV 1 argument "" "DATA_DIR" "")
    if(argument_UNPARSED_ARGUMENTS OR NOT argument_DATA_DIR)
        message(FATAL_ERROR "refcatalog_add_catalog: write refcatalog_add_catalog(<target> DATA_DIR <directory>)")
    endif()
    get_filename_component(data_dir "${argument_DATA_DIR}" ABSOLUTE)
    if(NOT IS_DIRECTORY "${data_dir}")
        message(FATAL_ERROR "refcatalog_add_catalog: ${data_dir} is no directory")
    endif()
    find_package(Python3 3.11 REQUIRED COMPONENTS Interpreter)

    get_property(codegen_dir GLOBAL PROPERTY REFCATALOG_CODEGEN_DIR)
    get_filename_component(codegen_parent "${codegen_dir}" DIRECTORY)
    set(include_dir "${CMAKE_CURRENT_BINARY_DIR}/${target}.include")
    set(stamp "${CMAKE_CURRENT_BINARY_DIR}/${target}.stamp")
    file(GLOB data CONFIGURE_DEPENDS "${data_dir}/*.toml")
    file(GLOB codegen CONFIGURE_DEPENDS "${codegen_dir}/*.py" "${codegen_dir}/templates/*")
    add_custom_command(
        OUTPUT "${stamp}"
        COMMAND "${CMAKE_COMMAND}" -E env PYTHONDONTWRITEBYTECODE=1 "${Python3_EXECUTABLE}" -m codegen
            --data "${data_dir}" --output "${include_dir}/refcatalog/generated"
        COMMAND "${CMAKE_COMMAND}" -E touch "${stamp}"
        # Where one of the data files is removed, only the directory changes.
        DEPENDS ${data} ${codegen} "${data_dir}"
        WORKING_DIRECTORY "${codegen_parent}"
        COMMENT "Generating the catalogue ${target}"
        VERBATIM)
    add_custom_target("${target}_generated" DEPENDS "${stamp}")

    add_library("${target}" INTERFACE)
    add_dependencies("${target}" "${target}_generated")
    target_compile_features("${target}" INTERFACE cxx_std_20)
    # The generated headers come first, and stand in for those of the library.
    target_include_directories("${target}" INTERFACE "${include_dir}"
        "$<TARGET_PROPERTY:refcatalog::refcatalog,INTERFACE_INCLUDE_DIRECTORIES>")
    refcatalog_is_the_only_catalog("${target}" "${target}")
endfunction()

# CMake refuses to link targets that disagree about this property.
function(refcatalog_is_the_only_catalog target name)
    set_property(TARGET "${target}" PROPERTY INTERFACE_REFCATALOG_CATALOG "${name}")
    set_property(TARGET "${target}" APPEND PROPERTY COMPATIBLE_INTERFACE_STRING REFCATALOG_CATALOG)
endfunction()
