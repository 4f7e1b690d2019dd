# SPDX-License-Identifier: GPL-3.0-or-later
# Runs at the end of an installation of ${assay_entry} below ${assay_data} and of programs into ${assay_programs}.
cmake_path(ABSOLUTE_PATH assay_data BASE_DIRECTORY "${CMAKE_INSTALL_PREFIX}")
cmake_path(ABSOLUTE_PATH assay_programs BASE_DIRECTORY "${CMAKE_INSTALL_PREFIX}")

# A desktop has a PATH of its own: what lies elsewhere is named in full.
if(NOT assay_programs MATCHES "^/usr/(local/)?bin$")
    set(entry "$ENV{DESTDIR}${assay_data}/applications/${assay_entry}")
    file(READ "${entry}" text)
    string(REPLACE "\nExec=assay " "\nExec=\"${assay_programs}/assay\" " text "${text}")
    file(WRITE "${entry}" "${text}")
endif()

# Desktops read indexes, and not the files themselves. A package is made with DESTDIR, and the system that installs it
# does this by itself.
if(NOT "$ENV{DESTDIR}" STREQUAL "")
    return()
endif()

function(assay_update_index folder program)
    find_program(found ${program} NO_CACHE)
    if(found)
        message(STATUS "Updating: ${assay_data}/${folder}")
        execute_process(COMMAND "${found}" ${ARGN} "${assay_data}/${folder}")
    else()
        message(STATUS "Not updated, as there is no ${program}: ${assay_data}/${folder}")
    endif()
endfunction()

assay_update_index(mime update-mime-database)
assay_update_index(applications update-desktop-database)
if(EXISTS "${assay_data}/icons/hicolor/icon-theme.cache")
    assay_update_index(icons/hicolor gtk-update-icon-cache --quiet --force --ignore-theme-index)
endif()
