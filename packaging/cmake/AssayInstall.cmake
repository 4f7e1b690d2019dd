# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` puts where. Pictures, manuals, translations and the sample store are in the programs.
include(GNUInstallDirs)

# The id is a reverse domain name. The project has no domain of its own, and one of others is not its to use: names under
# "alt" are never given out (RFC 9476).
set(assay_application_id alt.assay.Assay)

# As the programs find their helpers, wherever the installed tree lies.
file(RELATIVE_PATH assay_helpers_from_programs "${CMAKE_INSTALL_FULL_BINDIR}" "${CMAKE_INSTALL_FULL_LIBEXECDIR}/assay")

function(assay_install)
    install(TARGETS assay assayctl RUNTIME)
    install(TARGETS assay-preview assay-draw RUNTIME DESTINATION "${CMAKE_INSTALL_LIBEXECDIR}/assay")

    set(from "${CMAKE_SOURCE_DIR}/packaging/desktop")
    set(id "${assay_application_id}")
    set(icons "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable")
    install(FILES "${from}/${id}.desktop" DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
    install(FILES "${from}/${id}.metainfo.xml" DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")
    install(FILES "${from}/${id}.mime.xml" DESTINATION "${CMAKE_INSTALL_DATADIR}/mime/packages" RENAME "${id}.xml")
    install(FILES "${CMAKE_SOURCE_DIR}/resources/icons/assay.svg" DESTINATION "${icons}/apps" RENAME "${id}.svg")
    install(FILES "${from}/application-x-assay-bundle.svg" DESTINATION "${icons}/mimetypes")
    install(FILES "${CMAKE_SOURCE_DIR}/LICENSE" "${CMAKE_SOURCE_DIR}/CHANGELOG.md" DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/assay")
    install(CODE "set(assay_data \"${CMAKE_INSTALL_DATADIR}\")\nset(assay_programs \"${CMAKE_INSTALL_BINDIR}\")\nset(assay_entry \"${id}.desktop\")")
    install(SCRIPT "${CMAKE_SOURCE_DIR}/packaging/cmake/FinishInstall.cmake")
endfunction()
