# SPDX-License-Identifier: GPL-3.0-or-later
find_package(Python3 COMPONENTS Interpreter QUIET)

# assay_script_test(name script [arguments…]): a Python script as a test; it succeeds with exit status 0 and
# is skipped with 77, when it prints the reason.
function(assay_script_test name script)
    if(Python3_FOUND)
        add_test(NAME ${name} COMMAND "${Python3_EXECUTABLE}" -B "${script}" ${ARGN})
        set_tests_properties(${name} PROPERTIES SKIP_RETURN_CODE 77)
    else()
        add_test(NAME ${name} COMMAND "${CMAKE_COMMAND}" -E echo "skipped: this machine has no Python 3")
        set_tests_properties(${name} PROPERTIES SKIP_REGULAR_EXPRESSION "^skipped: ")
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT 600
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC")
endfunction()
