# SPDX-License-Identifier: GPL-3.0-or-later
# One folder is one library: all .cpp files of a folder (and its .h files with Q_OBJECT) belong to the target that is
# named after it, so no list of sources has to be kept and no source can be left out.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

option(ASSAY_WARNINGS_AS_ERRORS "Treat compiler warnings as errors" OFF)
set(ASSAY_SANITIZE "" CACHE STRING "Sanitizers for all targets, as -fsanitize= takes them")

find_program(ASSAY_CCACHE ccache)
if(ASSAY_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER
        "${CMAKE_COMMAND}" -E env "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" CCACHE_NOHASHDIR=1
        "CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime" "${ASSAY_CCACHE}")
endif()
find_program(ASSAY_LLD NAMES ld.lld)
if(ASSAY_LLD)
    add_link_options(-fuse-ld=lld)
endif()

# What every target of ours is compiled with.
add_library(assay_config INTERFACE)
target_include_directories(assay_config INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_definitions(assay_config INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_STRICT_ITERATORS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_DISABLE_DEPRECATED_BEFORE=0x060400 ASSAY_VERSION="${PROJECT_VERSION}")
target_compile_options(assay_config INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
    $<$<CONFIG:Debug>:-Wnull-dereference> # with full optimization GCC 12 finds hundreds in Qt's own headers
    $<$<BOOL:${ASSAY_WARNINGS_AS_ERRORS}>:-Werror> -fno-semantic-interposition)
if(ASSAY_SANITIZE)
    target_compile_options(assay_config INTERFACE -fsanitize=${ASSAY_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(assay_config INTERFACE -fsanitize=${ASSAY_SANITIZE})
endif()

# Qt's headers are most of the compile time: two sets, precompiled once.
file(GENERATE OUTPUT "${CMAKE_BINARY_DIR}/pch/core.cpp" CONTENT "// Holds the precompiled headers of Qt Core.\n")
file(GENERATE OUTPUT "${CMAKE_BINARY_DIR}/pch/widgets.cpp" CONTENT "// Holds the precompiled headers of Qt Widgets.\n")
add_library(assay_pch_core STATIC "${CMAKE_BINARY_DIR}/pch/core.cpp")
target_link_libraries(assay_pch_core PRIVATE assay_config Qt6::Core)
target_precompile_headers(assay_pch_core PRIVATE
    <QtCore/QByteArray> <QtCore/QFuture> <QtCore/QHash> <QtCore/QList> <QtCore/QObject> <QtCore/QPromise> <QtCore/QString>
    <algorithm> <functional> <memory> <optional> <span> <string> <string_view> <variant> <vector>)
add_library(assay_pch_widgets STATIC "${CMAKE_BINARY_DIR}/pch/widgets.cpp")
target_link_libraries(assay_pch_widgets PRIVATE assay_config Qt6::Widgets)
target_precompile_headers(assay_pch_widgets PRIVATE <QtWidgets/QtWidgets> <functional> <memory> <optional> <span> <variant> <vector>)

# assay_moc_again_when_changed(name sources…): CMake 3.25 runs moc again for a changed CMake file, but not for a changed
# list of sources, so the list is put into such a file. A macro, as the file must count for the current folder.
macro(assay_moc_again_when_changed name)
    file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/${name}_sources.cmake" CONTENT "# ${ARGN}\n")
    include("${CMAKE_CURRENT_BINARY_DIR}/${name}_sources.cmake")
endmacro()

# assay_library([NAME name] LINK libraries… [PCH core|widgets])
# Makes the static library of the current folder; its name is the folder's path, e.g. assay_models_base.
function(assay_library)
    cmake_parse_arguments(arg "" "NAME;PCH" "LINK" ${ARGN})
    file(RELATIVE_PATH folder "${CMAKE_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}")
    string(REGEX REPLACE "[^a-z0-9]" "_" name "assay_${folder}")
    if(arg_NAME)
        set(name ${arg_NAME})
    endif()
    file(GLOB sources CONFIGURE_DEPENDS "*.cpp" "*.h")
    assay_moc_again_when_changed(${name} ${sources})
    add_library(${name} STATIC ${sources})
    target_link_libraries(${name} PUBLIC assay_config ${arg_LINK})
    if(arg_PCH)
        target_precompile_headers(${name} REUSE_FROM assay_pch_${arg_PCH})
    else()
        target_precompile_headers(${name} REUSE_FROM assay_pch_core)
    endif()
endfunction()

# assay_factories(target OUTPUT file.cpp HEADER header INTERFACE Class NAMES names… FUNCTION function)
# Writes the one list of things that register themselves by lying in a folder: `function()` returns an object of every
# name, made by `std::unique_ptr<Class> make<Name>()`, which that folder or file defines.
function(assay_factories target)
    cmake_parse_arguments(arg "" "HEADER;INTERFACE;FUNCTION" "NAMES" ${ARGN})
    set(declarations "")
    set(calls "")
    foreach(entry IN LISTS arg_NAMES)
        string(REPLACE "-" ";" parts "${entry}")
        set(camel "")
        foreach(part IN LISTS parts)
            string(SUBSTRING "${part}" 0 1 first)
            string(SUBSTRING "${part}" 1 -1 rest)
            string(TOUPPER "${first}" first)
            string(APPEND camel "${first}${rest}")
        endforeach()
        string(APPEND declarations "std::unique_ptr<${arg_INTERFACE}> make${camel}();\n")
        string(APPEND calls "    all.push_back(make${camel}());\n")
    endforeach()
    set(file "${CMAKE_CURRENT_BINARY_DIR}/${arg_FUNCTION}.cpp")
    file(CONFIGURE OUTPUT "${file}" CONTENT "// Generated from the folders that are here; do not edit.
#include \"${arg_HEADER}\"
namespace Assay {
${declarations}
std::vector<std::unique_ptr<${arg_INTERFACE}>> ${arg_FUNCTION}()
{
    std::vector<std::unique_ptr<${arg_INTERFACE}>> all;
${calls}    return all;
}
} // namespace Assay
" @ONLY)
    target_sources(${target} PRIVATE "${file}")
endfunction()

# assay_test(name LINK libraries…): tst_<name>.cpp of the current folder as a test of that name.
function(assay_test name)
    cmake_parse_arguments(arg "" "PCH" "LINK;LABELS" ${ARGN})
    add_executable(tst_${name} tst_${name}.cpp)
    target_link_libraries(tst_${name} PRIVATE assay_config assay_tests_support Qt6::Test ${arg_LINK})
    add_test(NAME ${name} COMMAND tst_${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT 300 LABELS "${arg_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;QT_LOGGING_RULES=qt.qpa.*=false")
endfunction()

# assay_bench(name LINK libraries…): bench_<name>.cpp of the current folder as a benchmark, part of the target `benches`.
function(assay_bench name)
    cmake_parse_arguments(arg "" "" "LINK" ${ARGN})
    add_executable(bench_${name} bench_${name}.cpp)
    target_link_libraries(bench_${name} PRIVATE assay_config ${arg_LINK})
    add_dependencies(benches bench_${name})
endfunction()

# assay_subfolders(): every folder below the current one that has a CMakeLists.txt.
function(assay_subfolders)
    file(GLOB lists CONFIGURE_DEPENDS "*/CMakeLists.txt")
    foreach(list IN LISTS lists)
        get_filename_component(folder "${list}" DIRECTORY)
        add_subdirectory("${folder}")
    endforeach()
endfunction()
