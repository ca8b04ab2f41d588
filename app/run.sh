#!/usr/bin/env bash
# Installs what is missing (Debian 12), builds the program and starts it on the bundled MovieLens data. Without a display
# it goes through the same job as text and pictures. Arguments are passed on: app/run.sh evaluate --help
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

caller_folder=$PWD
prepare_machine
build_preset release recital
program=$root/build/release/recital

cd "$caller_folder"
if (($#)); then
    exec "$program" "$@"
elif has_display; then
    exec "$program"
else
    say "there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set): a tour without a window follows"
    exec "$program" tour --output "$root/build/tour"
fi
