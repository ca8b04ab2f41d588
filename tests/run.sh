#!/usr/bin/env bash
# Installs what is missing (Debian 12), builds everything and runs every test without a display. Arguments go to ctest:
#
#   tests/run.sh -R stage            only the tests whose name contains "stage"
#   RECITAL_PRESET=asan tests/run.sh another preset (default: release)
#   RECITAL_TEST_DATA=FOLDER         real MovieLens sets (ml-100k, ml-latest-small); without it their tests are skipped
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../app/setup.sh"

if [[ -n ${RECITAL_TEST_DATA:-} ]]; then
    [[ -d $RECITAL_TEST_DATA ]] || refuse "RECITAL_TEST_DATA is $RECITAL_TEST_DATA, and there is no such folder"
    RECITAL_TEST_DATA=$(realpath "$RECITAL_TEST_DATA")
    export RECITAL_TEST_DATA
fi
export QT_QPA_PLATFORM=offscreen

preset=${RECITAL_PRESET:-release}
prepare_machine
build_preset "$preset"
exec ctest --preset "$preset" "$@"
