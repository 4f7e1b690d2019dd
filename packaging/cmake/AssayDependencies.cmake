# SPDX-License-Identifier: GPL-3.0-or-later
# Every library that Assay stands on, found once.

# KArchive built by packaging/setup.sh lies in the build cache where the distribution has none.
if(DEFINED ENV{ASSAY_CACHE})
    set(assay_cache "$ENV{ASSAY_CACHE}")
elseif(DEFINED ENV{XDG_CACHE_HOME})
    set(assay_cache "$ENV{XDG_CACHE_HOME}/assay")
else()
    set(assay_cache "$ENV{HOME}/.cache/assay")
endif()
file(GLOB assay_karchive_prefixes "${assay_cache}/karchive-*")
list(APPEND CMAKE_PREFIX_PATH ${assay_karchive_prefixes})

find_package(Qt6 6.4.2 REQUIRED COMPONENTS Core Concurrent Gui Widgets Sql Network Svg Test LinguistTools)
find_package(KF6Archive REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(CURL 7.87 REQUIRED)
find_package(OpenSSL 3.0 REQUIRED)
find_package(simdjson REQUIRED)
find_package(Qt6Keychain REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(yaml REQUIRED IMPORTED_TARGET yaml-0.1)
pkg_check_modules(re2 REQUIRED IMPORTED_TARGET re2)
# Its -pthread would keep the precompiled headers from being used.
set_target_properties(PkgConfig::re2 PROPERTIES INTERFACE_COMPILE_OPTIONS "")

find_path(QCUSTOMPLOT_INCLUDE_DIR qcustomplot.h REQUIRED)
find_library(QCUSTOMPLOT_LIBRARY NAMES QCustomPlotQt6 qcustomplotqt6 qcustomplot-qt6 qcustomplot REQUIRED)
add_library(QCustomPlot INTERFACE IMPORTED)
target_include_directories(QCustomPlot SYSTEM INTERFACE "${QCUSTOMPLOT_INCLUDE_DIR}")
target_link_libraries(QCustomPlot INTERFACE "${QCUSTOMPLOT_LIBRARY}")
